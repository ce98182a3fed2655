/** What compromise knows of names: its word list, and its guess about a word within a sentence. */

/** What a word is a name of. */
export type Named = "person" | "city" | "country" | "organisation";

export interface Lexicon {
  /** What a word or two words (small letters) are a name of, by the list alone. */
  known(words: string): Named | null;
  /** What the word at this place of a sentence seems to be; slow. */
  guess(sentence: string, start: number): Named | null;
}

type Tags = string | readonly string[] | undefined;

/** The part of compromise that is used here. */
interface Compromise {
  (text: string): { json(options: object): unknown };
  model(): { one: { lexicon: Record<string, Tags> } };
}

interface Term {
  tags: readonly string[];
  offset: { start: number; length: number };
}

let made: Promise<Lexicon> | undefined;

/** Loaded with the first text, and only in the thread that looks at texts: it is large. */
export function loadLexicon(): Promise<Lexicon> {
  made ??= import("compromise").then(({ default: nlp }) => lexiconOf(nlp as unknown as Compromise));
  return made;
}

function lexiconOf(nlp: Compromise): Lexicon {
  // The list is unpacked with the first text.
  nlp("One word.");
  const { lexicon } = nlp.model().one;
  return {
    known: (words) => (Object.hasOwn(lexicon, words) ? namedBy([lexicon[words]].flat()) : null),
    guess: (sentence, start) => {
      const [whole] = nlp(sentence).json({ offset: true }) as { terms: Term[] }[];
      const term = whole?.terms.find(
        ({ offset }) => offset.start <= start && start < offset.start + offset.length,
      );
      return term ? namedBy(term.tags) : null;
    },
  };
}

function namedBy(tags: readonly (string | undefined)[]): Named | null {
  const has = (...wanted: string[]) => wanted.some((tag) => tags.includes(tag));
  if (has("City")) return "city";
  if (has("Country", "Region", "Place")) return "country";
  if (has("MaleName", "FemaleName", "FirstName", "LastName", "Person")) return "person";
  return has("Organization", "Company", "SportsTeam", "School") ? "organisation" : null;
}
