/** Text that people typed, as it is kept. */

/** Text that every database takes: one kind of line end, no NUL, no half of a character pair. */
export function cleanText(text: string): string {
  return text
    .replace(/\r\n?/g, "\n")
    .replaceAll("\0", "")
    .replace(/\p{Surrogate}/gu, "\uFFFD");
}

/** One line: no control characters, single spaces; null where nothing is left. */
export function cleanLine(text: string | null): string | null {
  const line = cleanText(text ?? "")
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, " ")
    .replace(/\s+/gu, " ")
    .trim();
  return line === "" ? null : line;
}

/** Is there anything in it that a reader would see? */
export function hasWords(text: string): boolean {
  return /[^\s\p{C}\p{Default_Ignorable_Code_Point}]/u.test(text);
}

/** Characters as people count them: code points. */
export function lengthOf(text: string): number {
  return [...text].length;
}
