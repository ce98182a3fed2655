/** Text as it must stand in HTML, in an element or in a quoted attribute. */
export function escapeText(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not stand in XML
const NOT_IN_XML = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/gu;

/** Text in which every character may stand in XML too; others become U+FFFD. Line ends are `\n`. */
export function withoutControls(text: string): string {
  return text.replace(/\r\n?/g, "\n").replace(NOT_IN_XML, "\uFFFD");
}
