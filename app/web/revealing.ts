import type { AppLoadContext } from "@remix-run/node";
import type { Find, RevealingKind } from "#app/domain/revealing/types.ts";
import type { TypedComment } from "./form-fields.ts";
import type { TypedEssay } from "./write-form.ts";

/** One find, with a few words around it. */
export interface RevealingLine {
  before: string;
  words: string;
  after: string;
}

/** What the check shows beside a preview. */
export type Revealing =
  | { looked: false }
  | {
      looked: true;
      english: boolean;
      /** All that was found, shown or not. */
      total: number;
      groups: { kind: RevealingKind; lines: RevealingLine[]; more: number }[];
    };

const KINDS: readonly RevealingKind[] = [
  "contact",
  "number",
  "clinician",
  "relative",
  "person",
  "ward",
  "place",
  "date",
  "employer",
  "school",
];
/** So many lines are shown, and so many of one kind. */
const SHOWN = 20;
const OF_A_KIND = 5;
/** How much stands around a find, in characters. */
const AROUND = 36;

/**
 * Looks in what was typed for words that could tell who somebody is. Nothing of it is kept.
 *
 * @param known names that everybody sees in this thread, which tell nothing new
 */
export async function revealingIn(
  { house }: AppLoadContext,
  fields: readonly string[],
  known: readonly (string | null | undefined)[] = [],
): Promise<Revealing> {
  const texts = fields.filter((text) => text.trim() !== "");
  const found = await house.finder.find(texts);
  if (!found) return { looked: false };
  const names = new Set(known.map((name) => (name ?? "").toLowerCase()));
  const lines = found.finds.flatMap((finds, at) =>
    finds.map(({ kind, ...find }) => ({ kind, line: lineOf(texts[at] ?? "", find) })),
  );
  const each = new Map(lines.map((one) => [`${one.kind} ${one.line.words.toLowerCase()}`, one]));
  const told = [...each.values()].filter(
    (one) => !names.has(one.line.words.toLowerCase()) && !isPartOfAnother(one, lines),
  );
  let room = SHOWN;
  const groups = KINDS.flatMap((kind) => {
    const all = told.filter((one) => one.kind === kind).map(({ line }) => line);
    const shown = all.slice(0, Math.min(OF_A_KIND, room));
    room -= shown.length;
    return shown.length === 0 ? [] : [{ kind, lines: shown, more: all.length - shown.length }];
  });
  return { looked: true, english: found.english, total: told.length, groups };
}

/** What a comment says, field by field. */
export function saidInReply(typed: TypedComment): string[] {
  return [typed.body, typed.standpoint, typed.note];
}

/** What an essay says, field by field; whom it cites may be named. */
export function saidInEssay(typed: TypedEssay): string[] {
  return [typed.title, typed.body, typed.standpoint, typed.note, typed.series];
}

interface Told {
  kind: RevealingKind;
  line: RevealingLine;
}

/** "Mira" alone, where "my sister Mira" stands in the list already. */
function isPartOfAnother({ kind, line }: Told, all: readonly Told[]): boolean {
  if (kind !== "person") return false;
  return all.some(
    (other) =>
      (other.kind === "relative" || other.kind === "clinician") &&
      ` ${other.line.words} `.includes(` ${line.words} `),
  );
}

function lineOf(text: string, { words, start, end }: Omit<Find, "kind">): RevealingLine {
  const before = plain(text.slice(Math.max(0, start - AROUND), start));
  const after = plain(text.slice(end, end + AROUND));
  return {
    before: start > AROUND ? `… ${before.replace(/^\S*\s/, "")}` : before,
    words: plain(words).trim(),
    after: end + AROUND < text.length ? `${after.replace(/\s\S*$/, "")} …` : after,
  };
}

/** One line, without marks of Markdown. */
function plain(text: string): string {
  return text.replace(/[*`#>[\]]+|(?<=\s|^)_|_(?=\s|$)/g, "").replace(/\s+/g, " ");
}
