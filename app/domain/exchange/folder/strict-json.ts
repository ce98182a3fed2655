import { fileFault, JSON_DEPTH } from "./faults.ts";
import type { Inside } from "./layout.ts";

/**
 * Reads JSON (RFC 8259) and refuses what readers disagree about or could fall over: a name twice in
 * one object, depth.
 *
 * @param firstLine the line of the file in which the text begins
 * @throws FolderError malformed, too_deep, twice
 */
export function readJson(text: string, file: Inside, firstLine = 1): unknown {
  const scan = new Scan(text);
  const found = scan.fault();
  const lineAt = (at: number) => firstLine + occurrences(text.slice(0, at), "\n");
  if (found) {
    const { kind, at, detail } = found;
    throw fileFault(kind, file, { line: lineAt(at), detail });
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    // Not every Node says where; in one line there is no doubt.
    const said = /at position (\d+)/.exec(String(error))?.[1];
    const at = said === undefined ? (text.includes("\n") ? null : 0) : Number(said);
    throw fileFault("malformed", file, { line: at === null ? null : lineAt(at) });
  }
}

interface Found {
  kind: "malformed" | "too_deep" | "twice";
  at: number;
  detail: string;
}

/** Looks at brackets and names alone; all else is left to the parser. */
class Scan {
  private readonly open: { names: Set<string> | null; nameNext: boolean }[] = [];
  private at = 0;

  constructor(private readonly text: string) {}

  fault(): Found | null {
    for (; this.at < this.text.length; this.at += 1) {
      const found = this.character(this.text.charAt(this.at));
      if (found) return found;
    }
    return null;
  }

  private character(character: string): Found | null {
    const inner = this.open.at(-1);
    if (character === '"') return this.string(inner);
    if (character === "{" || character === "[") {
      this.open.push({
        names: character === "{" ? new Set() : null,
        nameNext: character === "{",
      });
      if (this.open.length > JSON_DEPTH) {
        return { kind: "too_deep", at: this.at, detail: String(JSON_DEPTH) };
      }
    } else if (character === "}" || character === "]") this.open.pop();
    else if (character === "," && inner?.names) inner.nameNext = true;
    return null;
  }

  private string(inner: { names: Set<string> | null; nameNext: boolean } | undefined) {
    const from = this.at;
    let end = from + 1;
    while (end < this.text.length && this.text[end] !== '"') end += this.text[end] === "\\" ? 2 : 1;
    this.at = end;
    if (!inner?.names || !inner.nameNext) return null;
    inner.nameNext = false;
    const name = parsedName(this.text.slice(from, end + 1));
    if (name === null) return { kind: "malformed" as const, at: from, detail: "" };
    if (inner.names.has(name)) return { kind: "twice" as const, at: from, detail: name };
    inner.names.add(name);
    return null;
  }
}

function parsedName(text: string): string | null {
  try {
    const name: unknown = JSON.parse(text);
    return typeof name === "string" ? name : null;
  } catch {
    return null;
  }
}

function occurrences(text: string, mark: string): number {
  return text.split(mark).length - 1;
}

/** A file of JSON: each entry of a list in a line of its own, so that a comparison shows what changed. */
export function jsonText(fields: Readonly<Record<string, unknown>>): string {
  const lines = Object.entries(fields).map(([name, value]) => {
    if (!Array.isArray(value)) return `  ${JSON.stringify(name)}: ${JSON.stringify(value)}`;
    return `  ${JSON.stringify(name)}: ${listText(value)}`;
  });
  return `{\n${lines.join(",\n")}\n}\n`;
}

function listText(list: readonly unknown[]): string {
  if (list.length === 0) return "[]";
  return `[\n${list.map((entry) => `    ${JSON.stringify(entry)}`).join(",\n")}\n  ]`;
}
