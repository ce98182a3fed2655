/**
 * Which letters may stand together in a name: those of one script in everyday use (UAX #31, table 5),
 * or of the sets that Chinese, Japanese and Korean are written in (UTS #39 §5.1).
 */

/**
 * A script with its letters. Of those whose letters pass for one another's, only what living
 * languages are written with: signs of phonetics, of old books and of mathematics are nobody's name.
 */
interface Script {
  letters: RegExp;
  /** Signs that stand on letters. */
  marks: RegExp;
}

const ACCENTS = /[\u0300-\u0314\u031b\u0323-\u0328\u032d-\u0331\u0342]/u;
const LATIN =
  /[A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u017e\u0180-\u01bf\u01cd-\u024f\u0253\u0254\u0256\u0257\u0259\u025b\u0263\u0269\u0272\u0283\u0289\u028a\u028b\u0292\u1e00-\u1eff]/u;
const GREEK = /(?=\p{Script=Greek})[\u0370-\u03ef\u1f00-\u1fff]/u;
const CYRILLIC = /(?=\p{Script=Cyrillic})[\u0400-\u052f]/u;

/** A script as Unicode draws its bounds. */
function whole(name: string): Script {
  return {
    letters: new RegExp(`(?=\\p{scx=${name}})\\p{L}`, "u"),
    marks: new RegExp(`(?=\\p{scx=${name}})\\p{M}`, "u"),
  };
}

/** What several scripts together make, for a language that is written with all of them. */
function together(...names: readonly string[]): Script {
  const any = names.map((name) => `\\p{scx=${name}}`).join("|");
  return {
    letters: new RegExp(`(?=${any})\\p{L}`, "u"),
    marks: new RegExp(`(?=${any})\\p{M}`, "u"),
  };
}

const SCRIPTS: readonly Script[] = [
  { letters: LATIN, marks: ACCENTS },
  { letters: GREEK, marks: ACCENTS },
  { letters: CYRILLIC, marks: ACCENTS },
  together("Han", "Hiragana", "Katakana"),
  together("Han", "Bopomofo"),
  together("Han", "Hangul"),
  ...[
    ...["Arabic", "Armenian", "Bengali", "Devanagari", "Ethiopic", "Georgian", "Gujarati"],
    ...["Gurmukhi", "Hebrew", "Kannada", "Khmer", "Lao", "Malayalam", "Myanmar", "Oriya"],
    ...["Sinhala", "Tamil", "Telugu", "Thaana", "Thai", "Tibetan"],
  ].map(whole),
];

/** Signs that stand between letters in names; the last two in Japanese and Hebrew ones. */
const BETWEEN = /[ '’.,·&_\-‐・\u05f3\u05f4]/u;
/** Pictures, but none that is a letter, a figure or a plain shape. */
const PICTURE =
  /(?=\p{Emoji_Presentation}|[\u2600-\u27bf])(?!\p{Emoji_Modifier}|[\u2705\u2716\u274c\u274e\u2753-\u2757\u2776-\u27bf]|[\u{1f100}-\u{1f2ff}\u{1f519}-\u{1f51f}\u{1f520}-\u{1f524}\u{1f532}-\u{1f53d}\u{1f7e0}-\u{1f7ff}\u26aa\u26ab])\p{So}/u;
/** So many signs on one letter; the marks of Latin, Greek and Cyrillic are two at most. */
const MOST_MARKS = 4;
const MOST_ACCENTS = 2;

export type LetterFault = "mixed_letters" | "odd_characters";

/**
 * Why the letters and signs of a name can't stand together; null: they can. A figure is of the
 * name's own script or a European one; a picture stands apart from the words.
 */
export function letterFault(name: string): LetterFault | null {
  const words = name.split(" ");
  const isPicture = (word: string) => [...word].every((sign) => PICTURE.test(sign));
  const written = words.filter((word) => word !== "" && !isPicture(word)).join(" ");
  if (hasManyMarks(written)) return "odd_characters";
  const letters = [...written].filter((sign) => /[\p{L}\p{M}]/u.test(sign));
  const others = [...written].filter((sign) => !/[\p{L}\p{M}]/u.test(sign));
  if (others.some((sign) => !BETWEEN.test(sign) && !/\p{Nd}/u.test(sign))) return "odd_characters";
  if (!SCRIPTS.some((script) => letters.every((sign) => isOf(script, sign)))) {
    const each = letters.every((sign) => SCRIPTS.some((script) => isOf(script, sign)));
    return each ? "mixed_letters" : "odd_characters";
  }
  return areDigitsOf(others.join(""), letters) ? null : "mixed_letters";
}

function isOf({ letters, marks }: Script, sign: string): boolean {
  return (letters.test(sign) || marks.test(sign)) && sign === sign.normalize("NFKC");
}

function hasManyMarks(written: string): boolean {
  const marks = new RegExp(`\\p{M}{${MOST_MARKS + 1}}|^\\p{M}|[^\\p{L}\\p{M}]\\p{M}`, "u");
  const accents = new RegExp(`(?:${ACCENTS.source}){${MOST_ACCENTS + 1}}`, "u");
  return marks.test(written) || accents.test(written);
}

/** Figures other than 0 to 9: all of one set, and of a script that the name is written in. */
function areDigitsOf(text: string, letters: readonly string[]): boolean {
  const foreign = [...text].filter((sign) => /\p{Nd}/u.test(sign) && !/[0-9]/.test(sign));
  if (foreign.length === 0) return true;
  if (foreign.length < [...text].filter((sign) => /\p{Nd}/u.test(sign)).length) return false;
  return FIGURES.some(
    ([figures, script]) =>
      foreign.every((sign) => figures.test(sign)) && letters.some((sign) => script.test(sign)),
  );
}

const FIGURES: readonly (readonly [RegExp, RegExp])[] = [
  [/[\u0660-\u0669]/u, /\p{scx=Arabic}/u],
  [/[\u06f0-\u06f9]/u, /\p{scx=Arabic}/u],
  ...["Bengali", "Devanagari", "Gujarati", "Gurmukhi", "Kannada", "Khmer", "Lao", "Malayalam"].map(
    figuresOf,
  ),
  ...["Myanmar", "Oriya", "Sinhala", "Tamil", "Telugu", "Thai", "Tibetan"].map(figuresOf),
];

function figuresOf(name: string): readonly [RegExp, RegExp] {
  return [new RegExp(`(?=\\p{scx=${name}})\\p{Nd}`, "u"), new RegExp(`\\p{scx=${name}}`, "u")];
}
