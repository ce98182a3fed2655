import { fileFault } from "./faults.ts";
import type { Inside } from "./layout.ts";
import { readJson } from "./strict-json.ts";

/** More fields than any file of ours has. */
const MOST_FIELDS = 60;

/** A text with what is said about it: Markdown with front matter. */
export interface Matter {
  fields: Readonly<Record<string, unknown>>;
  /** In which line of the file a field stands. */
  lines: ReadonlyMap<string, number>;
  body: string;
}

/**
 * Writes Markdown with front matter. Values stand as JSON, which is YAML too; null, false and empty
 * lists are left out.
 */
export function matterText(fields: Readonly<Record<string, unknown>>, body: string): string {
  const lines = Object.entries(fields)
    .filter(([, value]) => value !== null && value !== false)
    .filter(([, value]) => !Array.isArray(value) || value.length > 0)
    .map(([name, value]) => `${name}: ${JSON.stringify(value)}\n`);
  const text = body.replace(/\r\n?/g, "\n");
  return `---\n${lines.join("")}---\n${text === "" ? "" : `\n${text}\n`}`;
}

/**
 * Reads what `matterText` writes: of YAML only lines of `name: value` with the value as JSON.
 *
 * @throws FolderError front_matter, twice, and those of readJson
 */
export function readMatter(text: string, file: Inside): Matter {
  if (!text.startsWith("---\n")) throw fileFault("front_matter", file, { line: 1 });
  const values: [string, unknown][] = [];
  const lines = new Map<string, number>();
  let at = 4;
  for (let line = 2; ; line += 1) {
    const end = text.indexOf("\n", at);
    if (end < 0 || line > MOST_FIELDS) throw fileFault("front_matter", file, { line });
    const read = text.slice(at, end);
    at = end + 1;
    if (read === "---")
      return { fields: Object.fromEntries(values), lines, body: bodyOf(text, at) };
    const match = /^([a-z][a-z_]{0,39}): (\S.*)$/.exec(read);
    const [, name = "", value = ""] = match ?? [];
    if (!match) throw fileFault("front_matter", file, { line });
    if (lines.has(name)) throw fileFault("twice", file, { line, detail: name });
    lines.set(name, line);
    values.push([name, readJson(value, file, line)]);
  }

  function bodyOf(whole: string, from: number): string {
    const rest = whole.slice(from);
    if (rest === "") return "";
    if (rest.length > 2 && rest.startsWith("\n") && rest.endsWith("\n")) return rest.slice(1, -1);
    throw fileFault("front_matter", file, { line: lines.size + 3 });
  }
}
