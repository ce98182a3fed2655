import { byCue } from "./by-cue.ts";
import { byName } from "./by-name.ts";
import { isEnglish } from "./english.ts";
import { loadLexicon } from "./lexicon.ts";
import { byShape } from "./patterns.ts";
import { masked, type Token, tokensOf } from "./tokens.ts";
import type { Find, Found, RevealingKind } from "./types.ts";

/** Longer texts are looked at as far as this, in characters. */
const LOOKED_AT = 500_000;
/** So many finds of one text are kept. */
const MOST = 400;

/** Where two finds overlap, the one further up stays. */
const ORDER: readonly RevealingKind[] = [
  "contact",
  "number",
  "date",
  "clinician",
  "relative",
  "ward",
  "school",
  "employer",
  "person",
  "place",
];

/**
 * Words of Markdown texts that could tell who their writer is, or who others are. In memory alone.
 * It guesses: it finds what it shouldn't and misses what it should, and knows names in English only.
 */
export async function findRevealingIn(texts: readonly string[]): Promise<Found> {
  const english = isEnglish(texts.join("\n\n"));
  const lexicon = english ? await loadLexicon() : null;
  const finds = texts.map((whole) => {
    const text = whole.slice(0, LOOKED_AT);
    const shaped = byShape(text);
    if (!lexicon) return apart(shaped);
    const plain = masked(text);
    const tokens = tokensOf(plain);
    const found = [...byCue(tokens, lexicon), ...byName(plain, tokens, lexicon)];
    const named = found.map(({ kind, from, to }) => spanOf(text, tokens, { kind, from, to }));
    return apart([...shaped, ...named]);
  });
  return { english, finds };
}

/** The same of one text. */
export async function findRevealing(text: string): Promise<Find[]> {
  const { finds } = await findRevealingIn([text]);
  return finds[0] ?? [];
}

function spanOf(
  text: string,
  tokens: readonly Token[],
  { kind, from, to }: { kind: RevealingKind; from: number; to: number },
): Find {
  const start = tokens[from]?.start ?? 0;
  const last = tokens[to];
  const end = (last?.end ?? start) - (last?.possessive && !isPartOfName(kind) ? 2 : 0);
  return { kind, start, end, words: text.slice(start, end) };
}

/** "St Mary's" is a name with its ending, "Mira's" is not. */
const isPartOfName = (kind: RevealingKind) => kind === "ward" || kind === "school";

/** In the order of the text, without overlaps. */
function apart(finds: readonly Find[]): Find[] {
  const rank = (find: Find) => ORDER.indexOf(find.kind);
  const byRank = [...finds].sort(
    (a, b) => rank(a) - rank(b) || b.end - b.start - (a.end - a.start) || a.start - b.start,
  );
  const taken = new Uint8Array(finds.reduce((most, { end }) => Math.max(most, end), 0));
  const kept = byRank.filter(({ start, end }) => {
    if (taken.subarray(start, end).includes(1)) return false;
    taken.fill(1, start, end);
    return true;
  });
  return kept.sort((a, b) => a.start - b.start).slice(0, MOST);
}
