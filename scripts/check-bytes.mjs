/**
 * The byte check: what a reader of the sources can't see must not be there. No byte order marks, no
 * CRLF, no tabs, no space at the end of a line, no hidden or direction-changing characters (a
 * "Trojan source" hides in those), no path of somebody's machine, no file beyond its measure.
 */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { extname, join, relative, sep } from "node:path";
import { pathToFileURL } from "node:url";
import { root } from "./own-node.mjs";

const LEFT_OUT = new Set([".git", "node_modules", "build", "data", "secrets", ".cache"]);
const BINARY = new Set([".woff2", ".png", ".jpg", ".ico", ".webp", ".gz", ".br"]);
const KILOBYTE = 1024;

/** Data for tests is hostile or odd on purpose: only its size counts. */
const isData = (path) => path.startsWith("tests/corpus/");

/** By path: the most lines a file may have. */
const MOST_LINES = [
  [/^app\/routes\/.*\.tsx?$/, 150],
  [/^(app|db|bin|scripts)\/.*\.(tsx?|mjs|css)$/, 330],
];

// Written as numbers, or this file would refuse itself.
const character = (...codes) => String.fromCodePoint(...codes);
const range = (from, to) => `${character(from)}-${character(to)}`;
const HIDDEN = new RegExp(
  `[${range(0x00, 0x08)}${range(0x0b, 0x1f)}${range(0x7f, 0x9f)}${character(0xa0, 0xad, 0x61c, 0x180e)}${range(0x200b, 0x200f)}${range(0x2028, 0x202f)}${range(0x2060, 0x206f)}${character(0xfeff)}${range(0xe0000, 0xe007f)}]`,
  "u",
);
const MACHINE_PATH = new RegExp(
  `(^|[\\s"'\`(=:,])/(${["root", "work", "home/[a-z]+", "Users/[A-Za-z]+"].join("|")})/`,
);

/** @returns {string[]} one line a fault */
export function faultsIn(path, bytes) {
  const faults = [];
  const fault = (line, what) => faults.push(`${path}${line === null ? "" : `:${line}`}: ${what}`);
  const most = sizeLimit(path);
  if (bytes.length > most) {
    fault(
      null,
      `${Math.ceil(bytes.length / KILOBYTE)} KB, and ${most / KILOBYTE} KB is the measure`,
    );
  }
  if (BINARY.has(extname(path)) || isData(path)) return faults;
  let text = "";
  try {
    text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return [...faults, `${path}: is not UTF-8`];
  }
  if (text !== "" && !text.endsWith("\n")) fault(null, "the last line has no end");
  if (text.endsWith("\n\n")) fault(null, "empty lines at the end");
  const lines = text.split("\n");
  const mostLines = MOST_LINES.find(([where]) => where.test(path))?.[1];
  if (mostLines && lines.length - 1 > mostLines) {
    fault(null, `${lines.length - 1} lines, and ${mostLines} is the measure; split it by subject`);
  }
  for (const [index, line] of lines.entries()) {
    const at = index + 1;
    if (line.endsWith("\r")) fault(at, "CRLF");
    else if (/[ \t]$/.test(line)) fault(at, "a space at the end");
    if (line.includes("\t")) fault(at, "a tab");
    const hidden = HIDDEN.exec(line.replace(/\r$/, ""))?.[0];
    if (hidden) fault(at, `a hidden character, ${nameOf(hidden)}; write it as an escape`);
    if (MACHINE_PATH.test(line)) fault(at, "a path of one machine");
  }
  return faults;
}

function sizeLimit(path) {
  if (path === "package-lock.json") return 2_000 * KILOBYTE;
  if (BINARY.has(extname(path)) || isData(path)) return 1_000 * KILOBYTE;
  return 100 * KILOBYTE;
}

function nameOf(hidden) {
  return `U+${hidden.codePointAt(0).toString(16).toUpperCase().padStart(4, "0")}`;
}

function* filesBelow(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (LEFT_OUT.has(entry.name) || entry.name.endsWith(".log")) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* filesBelow(path);
    else if (entry.isFile() && statSync(path).size > 0) yield path;
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  let files = 0;
  const faults = [];
  for (const path of filesBelow(root)) {
    files += 1;
    faults.push(...faultsIn(relative(root, path).split(sep).join("/"), readFileSync(path)));
  }
  for (const fault of faults) console.log(fault);
  console.log(`${files} files, ${faults.length} faults`);
  if (faults.length > 0) process.exitCode = 1;
}
