/** How long the first lines of a piece may be, the final ellipsis included. */
export const FIRST_LINES = 280;

/** Marks that turn the direction of what stands beside them; lists show first lines in a row. */
const TURNING = /[\u202A-\u202E\u2066-\u2069]/g;

/**
 * The beginning of a plain text in one line: at most 280 UTF-16 units, cut at a word and never
 * inside a character that people see as one.
 */
export function firstLines(text: string): string {
  // Only the beginning is looked at, however long the text is.
  const line = text
    .slice(0, FIRST_LINES * 20)
    .replace(TURNING, "")
    .replace(/\s+/g, " ")
    .trim();
  if (line.length <= FIRST_LINES) return line;
  const room = line.slice(0, FIRST_LINES - 1);
  const atWord = line[FIRST_LINES - 1] === " " ? room.length : room.lastIndexOf(" ");
  const cut = atWord > FIRST_LINES / 2 ? room.slice(0, atWord) : wholeCharacters(line, room.length);
  return `${cut.trimEnd().replace(/[,;:–—-]+$/, "")}…`;
}

function wholeCharacters(line: string, limit: number): string {
  let end = 0;
  for (const { segment, index } of new Intl.Segmenter().segment(line.slice(0, limit + 40))) {
    if (index + segment.length > limit) break;
    end = index + segment.length;
  }
  return line.slice(0, end === 0 ? limit : end);
}
