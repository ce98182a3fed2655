/** How hard a passphrase is to guess, by zxcvbn with its dictionaries: without them it knows no word. */
import type { ZxcvbnFactory } from "@zxcvbn-ts/core";

/** What is weak about a passphrase; each has a sentence of its own in app/words. */
export type Weakness =
  | "common"
  | "name"
  | "own_name"
  | "keyboard"
  | "repeated"
  | "sequence"
  | "date"
  | "short";

/** At least some 10^8 guesses. */
const LEAST_SCORE = 3;

/** Judging takes time that grows steeply with these: 20 ms, 80 at worst. */
const LIMITS = { maxLength: 40, l33tMaxSubstitutions: 10 } as const;

const BY_WARNING: Readonly<Record<string, Weakness>> = {
  straightRow: "keyboard",
  keyPattern: "keyboard",
  simpleRepeat: "repeated",
  extendedRepeat: "repeated",
  sequences: "sequence",
  recentYears: "date",
  dates: "date",
  topTen: "common",
  topHundred: "common",
  common: "common",
  similarToCommon: "common",
  wordByItself: "common",
  namesByThemselves: "name",
  commonNames: "name",
  userInputs: "own_name",
};

let estimator: Promise<ZxcvbnFactory> | undefined;

/** The dictionaries take 40 MB and a third of a second: loaded when the first passphrase is judged. */
async function loadEstimator(): Promise<ZxcvbnFactory> {
  const [{ ZxcvbnFactory }, common, english] = await Promise.all([
    import("@zxcvbn-ts/core"),
    import("@zxcvbn-ts/language-common"),
    import("@zxcvbn-ts/language-en"),
  ]);
  const dictionary = { ...common.dictionary, ...english.dictionary };
  return new ZxcvbnFactory({ ...LIMITS, dictionary, graphs: common.adjacencyGraphs });
}

/**
 * What makes a passphrase easy to guess; null: it is strong enough. Its first 40 characters count.
 *
 * @param passphrase as `readPassphrase` gives it
 * @param known what others know: the pen name, the name of the house
 */
export async function weaknessOf(
  passphrase: string,
  { known }: { known: readonly string[] },
): Promise<Weakness | null> {
  estimator ??= loadEstimator();
  const words = known.flatMap((text) => [text, ...text.split(/\s+/u)]);
  const { score, feedback } = (await estimator).check(
    passphrase,
    words.map((word) => word.slice(0, 40)),
  );
  if (score >= LEAST_SCORE) return null;
  return BY_WARNING[feedback.warning ?? ""] ?? "short";
}
