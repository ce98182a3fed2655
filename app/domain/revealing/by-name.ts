/** Names of people and places that stand without a word which says what they are. */
import {
  AWAY,
  BEFORE_TIMES,
  COMING,
  IN_PLACE,
  MEETING,
  MOVING,
  SAYING,
  TIMES,
  TOWARDS,
} from "./cues.ts";
import type { Lexicon, Named } from "./lexicon.ts";
import { ALSO_WORDS } from "./ordinary.ts";
import { baseOf, isTitle, type Run, runAt, withoutOrdinary } from "./runs.ts";
import type { Token } from "./tokens.ts";
import type { RevealingKind } from "./types.ts";

/** So many words are looked at within their sentence; that is slow. */
const GUESSES = 80;
/** What of a sentence is looked at, on either side of a word. */
const AROUND = 90;

export function byName(
  text: string,
  tokens: readonly Token[],
  lexicon: Lexicon,
): (Run & { kind: RevealingKind })[] {
  const found: (Run & { kind: RevealingKind })[] = [];
  const guessed = new Map<string, Named | null>();
  const guess = (run: Run): Named | null => {
    const words = baseOf(tokens, run);
    const before = guessed.get(words);
    if (before !== undefined || guessed.size >= GUESSES) return before ?? null;
    const start = tokens[run.from]?.start ?? 0;
    const from = Math.max(0, start - AROUND);
    const clip = text.slice(from, start + AROUND).replace(/\s/g, " ");
    const said = lexicon.guess(clip, start - from);
    guessed.set(words, said);
    return said;
  };
  for (let at = 0; at < tokens.length; at += 1) {
    const whole = runAt(tokens, at);
    if (!whole) continue;
    const run = withoutTitle(tokens, whole);
    const kind = run && kindOf(tokens, run, { lexicon, guess });
    if (run && kind) found.push({ ...run, kind });
    at = whole.to;
  }
  return found;
}

function withoutTitle(tokens: readonly Token[], whole: Run): Run | null {
  const known = withoutOrdinary(tokens, whole);
  const first = known && tokens[known.from];
  return known && first && isTitle(first) && known.to > known.from
    ? { from: known.from + 1, to: known.to }
    : known;
}

function kindOf(
  tokens: readonly Token[],
  run: Run,
  { lexicon, guess }: { lexicon: Lexicon; guess: (run: Run) => Named | null },
): RevealingKind | null {
  const first = tokens[run.from];
  if (!first) return null;
  const listed = lexicon.known(baseOf(tokens, run)) ?? lexicon.known(first.base);
  if (listed === "country") return null;
  if (first.first) return atStart(first, listed, run);
  if (isTime(tokens, run.from)) return null;
  const beside = besides(tokens, run, listed);
  if (beside) return beside;
  if (listed === "city") return first.possessive ? "person" : "place";
  if (listed === "person") return "person";
  if (listed === "organisation") return null;
  const seems = guess(run);
  return seems === "person" ? "person" : seems === "city" ? "place" : null;
}

/** Where a sentence begins every word has a capital: only what is a name and nothing else. */
function atStart(first: Token, listed: Named | null, run: Run): RevealingKind | null {
  const alsoWord = ALSO_WORDS.has(first.base) && run.from === run.to;
  if (alsoWord || first.base.length < 3) return null;
  return listed === "person" ? "person" : listed === "city" ? "place" : null;
}

/** "in May", "last summer", "May 2014". */
function isTime(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (!token || !TIMES.has(token.base)) return false;
  const [before, after] = [tokens[at - 1], tokens[at + 1]];
  return BEFORE_TIMES.has(before?.base ?? "") || /^\d/.test(before?.text ?? after?.text ?? "");
}

/** What the small words on either side say. */
function besides(tokens: readonly Token[], run: Run, listed: Named | null): RevealingKind | null {
  const before = tokens[run.from - 1]?.base ?? "";
  const earlier = tokens[run.from - 2]?.base ?? "";
  const token = tokens[run.from];
  const next = tokens[run.to + 1];
  const isName = listed === "person";
  if (!token || listed === "organisation") return null;
  // A surname is as often a town's name: "in Bradford", but "in Robert Whitaker's book".
  if (before === "in" && !token.possessive && next?.capital !== true) return "place";
  if (IN_PLACE.has(before) && !token.possessive && !isName) return "place";
  if (TOWARDS.has(before) && MOVING.has(earlier) && !isName) return "place";
  if (AWAY.has(before) && COMING.has(earlier) && !isName) return "place";
  if (listed === "city") return null;
  if (next?.gap === " " && SAYING.has(next.base)) return "person";
  return MEETING.has(before) && !isName && run.from === run.to && token.text.length > 3
    ? "person"
    : null;
}
