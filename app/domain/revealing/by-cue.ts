/** Names that stand beside a word which says whose or what they are: "my sister Mira". */
import {
  AT_WORK,
  CLINICIANS,
  FAMILY_TITLES,
  FORMS_OF_ADDRESS,
  NAMED,
  OWNERS,
  RELATIVES,
  SCHOOLS,
  SETTLEMENTS,
  STREETS,
  TITLES,
  WARDS,
  WORK,
} from "./cues.ts";
import type { Lexicon } from "./lexicon.ts";
import { ALSO_WORDS, ORDINARY } from "./ordinary.ts";
import { type Run, runAt, withoutOrdinary } from "./runs.ts";
import { isBeside, type Token } from "./tokens.ts";
import type { RevealingKind } from "./types.ts";

/** Tokens `from` to `to`, both included. */
export interface Cued extends Run {
  kind: RevealingKind;
}

/** So many words may stand between "worked" and "at". */
const BEFORE_AT = 6;

export function byCue(tokens: readonly Token[], lexicon: Lexicon): Cued[] {
  return tokens.flatMap((token, at) =>
    [
      titled(tokens, at),
      ofSomebody(tokens, at, lexicon),
      named(tokens, at),
      numbered(tokens, at),
      house(tokens, at),
      university(tokens, at),
      token.base === "st" || token.base === "saint" ? saint(tokens, at) : null,
      atWork(tokens, at),
      settlement(tokens, at),
    ].filter((found) => found !== null),
  );
}

function plainRun(tokens: readonly Token[], at: number): Run | null {
  const run = runAt(tokens, at);
  return run && withoutOrdinary(tokens, run);
}

/** "Dr Patel", "Nurse Kelly", "Mrs Oriel", "Aunt Mira". */
function titled(tokens: readonly Token[], at: number): Cued | null {
  const title = tokens[at];
  if (!title || !isBeside(tokens[at + 1])) return null;
  if (!title.capital && title.base !== "dr") return null;
  const run = plainRun(tokens, at + 1);
  if (!run || run.from !== at + 1) return null;
  const kind = TITLES.has(title.base)
    ? "clinician"
    : FAMILY_TITLES.has(title.base)
      ? "relative"
      : FORMS_OF_ADDRESS.has(title.base)
        ? "person"
        : null;
  return kind && { kind, from: at, to: run.to };
}

const kindOfNoun = (base: string | undefined): RevealingKind | null =>
  CLINICIANS.has(base ?? "") ? "clinician" : RELATIVES.has(base ?? "") ? "relative" : null;

/** "my sister Mira", "my psychiatrist, Dr Berg", "a nurse called Kelly"; and "Mira, my sister". */
function ofSomebody(tokens: readonly Token[], at: number, lexicon: Lexicon): Cued | null {
  const kind = kindOfNoun(tokens[at]?.base);
  if (!kind || tokens[at]?.possessive) return null;
  const owner = ownerBefore(tokens, at);
  if (owner === null) return null;
  const next = tokens[at + 1];
  if (!next || !/^(?:,? {1,4}|,? ?\n| [–—-] | ?\()$/.test(next.gap))
    return before(tokens, owner, kind);
  let from = at + 1;
  if (["is", "was", "who", "whose", "name"].includes(next.base)) from += 1;
  if (["is", "was", "name"].includes(tokens[from]?.base ?? "")) from += 1;
  const wasNamed = NAMED.has(tokens[from]?.base ?? "");
  if (wasNamed) from += 1;
  else if (from > at + 1) return before(tokens, owner, kind);
  const title = tokens[from];
  if (title && isBeside(tokens[from + 1]) && TITLES.has(title.base)) from += 1;
  const run = plainRun(tokens, from);
  if (run && run.from === from && isLikely(tokens, run, { comma: next.gap.includes(","), lexicon }))
    return { kind, from: owner, to: run.to };
  const small = tokens[from]?.base ?? "";
  const isSmallName =
    tokens[from]?.capital === false &&
    (wasNamed || next.gap === " ") &&
    !ALSO_WORDS.has(small) &&
    !ORDINARY.has(small) &&
    lexicon.known(small) === "person";
  return isSmallName ? { kind, from: owner, to: from } : before(tokens, owner, kind);
}

/** After a comma another sentence may begin: then only what may be a name. */
function isLikely(
  tokens: readonly Token[],
  { from }: Run,
  { comma, lexicon }: { comma: boolean; lexicon: Lexicon },
): boolean {
  const token = tokens[from];
  if (!token || token.first) return false;
  const known = lexicon.known(token.base);
  return known === "person" || known === null || !comma;
}

/** The place of "my" before a noun, with up to two words between ("my older sister"). */
function ownerBefore(tokens: readonly Token[], noun: number): number | null {
  for (let at = noun - 1; at >= Math.max(0, noun - 3); at -= 1) {
    const token = tokens[at];
    if (!token || !isBeside(tokens[at + 1])) return null;
    if (OWNERS.has(token.base) || token.possessive) return at;
  }
  return null;
}

/** "Mira, my sister," */
function before(tokens: readonly Token[], owner: number, kind: RevealingKind): Cued | null {
  if (!/^(?:, | [–—-] | \()$/.test(tokens[owner]?.gap ?? "")) return null;
  let from = owner - 1;
  while (from > 0 && isBeside(tokens[from]) && tokens[from - 1]?.capital) from -= 1;
  const run = plainRun(tokens, from);
  if (!run || run.to !== owner - 1) return null;
  const noun = tokens
    .slice(owner + 1, owner + 4)
    .findIndex(({ base }) => kindOfNoun(base) !== null);
  const starter = tokens[run.from];
  if (noun === -1 || !starter || (starter.first && ALSO_WORDS.has(starter.base))) return null;
  return { kind, from: run.from, to: owner + 1 + noun };
}

/** "somebody called Oriel", "her name was Oriel". */
function named(tokens: readonly Token[], at: number): Cued | null {
  const base = tokens[at]?.base ?? "";
  const said = base === "name" && ["is", "was"].includes(tokens[at + 1]?.base ?? "");
  if (!NAMED.has(base) && !said) return null;
  const from = said ? at + 2 : at + 1;
  if (!isBeside(tokens[from])) return null;
  const run = plainRun(tokens, from);
  return run && run.from === from && tokens[from - 1] ? { kind: "person", ...run } : null;
}

/** "Ward 7", "unit 3B". */
function numbered(tokens: readonly Token[], at: number): Cued | null {
  const next = tokens[at + 1];
  const isPlace = ["ward", "unit", "station"].includes(tokens[at]?.base ?? "");
  if (!isPlace || !isBeside(next)) return null;
  return /^(?:\d{1,3}[a-zA-Z]?|[A-Z]\d{0,2})$/.test(next.text) && next.text !== "I"
    ? { kind: "ward", from: at, to: at + 1 }
    : null;
}

/** "the Rosenhof clinic", "St Mary's Hospital", "Fairview House", "Holt Primary School". */
function house(tokens: readonly Token[], at: number): Cued | null {
  const noun = tokens[at];
  if (!noun || !isBeside(noun)) return null;
  const lodging = noun.capital && ["house", "lodge", "manor"].includes(noun.base);
  const kind: RevealingKind | null =
    WARDS.has(noun.base) || lodging
      ? "ward"
      : SCHOOLS.has(noun.base)
        ? "school"
        : STREETS.has(noun.base) && noun.capital
          ? "place"
          : null;
  if (!kind) return null;
  let from = at - 1;
  while (from > 0 && isBeside(tokens[from]) && tokens[from - 1]?.capital && at - from < 5)
    from -= 1;
  const run = plainRun(tokens, from);
  if (!run || run.to > at) return null;
  const token = tokens[run.from];
  if (!token || (token.first && kind === "place")) return null;
  return { kind, from: run.from, to: at };
}

/** "the University of Holt". */
function university(tokens: readonly Token[], at: number): Cued | null {
  const isSchool = SCHOOLS.has(tokens[at]?.base ?? "") && tokens[at + 1]?.base === "of";
  const run = isSchool ? plainRun(tokens, at + 2) : null;
  return run && { kind: "school", from: at, to: run.to };
}

/** "St Oriel's", "at St Oriel", which is a hospital, a school or a church. */
function saint(tokens: readonly Token[], at: number): Cued | null {
  const run = isBeside(tokens[at + 1]) && tokens[at]?.capital ? runAt(tokens, at + 1) : null;
  const isThere = ["at", "to", "in", "from"].includes(tokens[at - 1]?.base ?? "");
  if (!run || !(tokens[run.from]?.possessive || isThere)) return null;
  if (SCHOOLS.has(tokens[run.from + 1]?.base ?? "")) return null;
  return { kind: "ward", from: at, to: run.from };
}

/** "worked for six years at Holt & Sons", "my employer, Oriel". */
function atWork(tokens: readonly Token[], at: number): Cued | null {
  const base = tokens[at]?.base ?? "";
  if (base === "employer" && OWNERS.has(tokens[at - 1]?.base ?? "")) {
    const next = ["is", "was"].includes(tokens[at + 1]?.base ?? "") ? at + 2 : at + 1;
    const run = plainRun(tokens, next);
    return run && !tokens[run.from]?.first ? { kind: "employer", ...run } : null;
  }
  if (!WORK.has(base)) return null;
  for (let word = at + 1; word <= at + BEFORE_AT && word < tokens.length; word += 1) {
    if (tokens[word]?.first) return null;
    if (!AT_WORK.has(tokens[word]?.base ?? "")) continue;
    const from = ["the", "a"].includes(tokens[word + 1]?.base ?? "") ? word + 2 : word + 1;
    const run = plainRun(tokens, from);
    const byPerson = ["by", "with"].includes(tokens[word]?.base ?? "");
    if (byPerson && !["employed", "hired"].includes(base)) continue;
    if (run && run.from === from && !tokens[from]?.first) return { kind: "employer", ...run };
  }
  return null;
}

/** "the village of Holt". */
function settlement(tokens: readonly Token[], at: number): Cued | null {
  const isOf = SETTLEMENTS.has(tokens[at]?.base ?? "") && tokens[at + 1]?.base === "of";
  const run = isOf ? plainRun(tokens, at + 2) : null;
  return run && !tokens[run.from]?.first ? { kind: "place", ...run } : null;
}
