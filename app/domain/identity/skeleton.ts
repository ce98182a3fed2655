/** How a text looks: UTS #39 §4, https://www.unicode.org/reports/tr39/#Confusable_Detection. */
import { CONFUSABLES } from "./confusables.ts";

const LOOKS_LIKE = new Map(CONFUSABLES.trim().split(/\s+/).flatMap(readGroup));

/** One group of the table: what it looks like, and every character that does. */
function readGroup(group: string): [string, string][] {
  const [target = "", sources = ""] = group.split("=");
  const character = (code: string) => String.fromCodePoint(Number.parseInt(code, 16));
  const whole = target.split("+").map(character).join("");
  return sources.split(",").map((source) => [character(source), whole]);
}

/**
 * Two texts with the same skeleton can be mistaken for one another. It is for comparing only, never
 * to be shown.
 */
export function skeleton(text: string): string {
  let looks = "";
  for (const character of text.normalize("NFD")) {
    if (/\p{Default_Ignorable_Code_Point}/u.test(character)) continue;
    looks += LOOKS_LIKE.get(character) ?? character;
  }
  return looks.normalize("NFD");
}
