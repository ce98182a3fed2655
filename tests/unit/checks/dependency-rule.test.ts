import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

/** Every rule, and a file that breaks it and nothing else. */
const PLANTED: readonly [rule: string, file: string, content: string][] = [
  ["domain-knows-no-pages", "app/domain/p1.ts", 'export { a } from "../web/a.ts";'],
  ["domain-knows-no-framework", "app/domain/p2.ts", 'export { useState } from "react";'],
  ["domain-knows-no-framework", "app/domain/p3.ts", 'export { json } from "@remix-run/node";'],
  ["domain-asks-queries", "app/domain/p4.ts", 'export { a } from "#db/connect.ts";'],
  ["components-take-props", "app/components/p5.tsx", 'export { a } from "#app/domain/a.ts";'],
  ["components-take-props", "app/components/p6.tsx", 'export { a } from "#db/queries/a.ts";'],
  ["components-stand-below-routes", "app/components/p7.tsx", 'export { a } from "../config/a.ts";'],
  ["db-knows-no-app", "db/p8.ts", 'export { a } from "#app/domain/a.ts";'],
  ["db-knows-no-app", "db/p9.ts", 'import type { A } from "#app/domain/a.ts";\nexport type B = A;'],
  ["pages-ask-the-domain", "app/routes/p10.ts", 'export { a } from "#db/queries/a.ts";'],
  ["pages-ask-the-domain", "app/web/p11.ts", 'export { a } from "#db/queries/a.ts";'],
  ["pages-know-no-process", "app/routes/p12.ts", 'export { a } from "#app/config/a.ts";'],
  ["web-stands-below-routes", "app/web/p13.ts", 'export { a } from "../routes/a.ts";'],
  ["words-stand-alone", "app/words/p14.ts", 'export { a } from "../domain/a.ts";'],
  ["server-and-commands-apart", "app/server/p15.ts", 'export { a } from "../cli/a.ts";'],
  ["config-stands-below", "app/config/p16.ts", 'export { a } from "../server/a.ts";'],
  ["database-packages-in-db", "app/domain/p17.ts", 'export { sql } from "kysely";'],
  ["database-packages-in-db", "app/server/p18.ts", 'export { Pool } from "pg";'],
  ["database-packages-in-db", "app/config/p19.ts", 'import "sqlite3";\nexport const a = 1;'],
  ["rendering-packages-in-rendering", "app/domain/p20.ts", 'export { marked } from "marked";'],
  ["rendering-packages-in-rendering", "app/web/p21.ts", 'import "dompurify";\nexport const a = 1;'],
  ["rendering-packages-in-rendering", "app/routes/p22.ts", 'export { JSDOM } from "jsdom";'],
  ["no-development-packages", "app/domain/p23.ts", 'export { test } from "fast-check";'],
  ["no-tests-in-the-product", "app/domain/p24.ts", 'export { a } from "#tests/a.ts";'],
  ["not-resolvable", "app/domain/p25.ts", 'export { a } from "./nowhere.ts";'],
  ["no-cycle", "app/domain/p26.ts", 'import "./p27.ts";\nexport const a = 1;'],
];

/** What is allowed must not be refused, or people learn to look away. */
const ALLOWED: readonly [file: string, content: string][] = [
  [
    "app/routes/o1.ts",
    'export { a } from "#app/domain/a.ts";\nexport { a as b } from "../web/a.ts";',
  ],
  ["app/web/context.ts", 'export { a } from "#db/queries/a.ts";'],
  ["app/components/o2.tsx", 'import type { A } from "#app/domain/a.ts";\nexport type B = A;'],
  ["app/domain/o3.ts", 'export { a } from "#db/queries/a.ts";'],
  ["app/domain/o4.ts", 'import type { A } from "#db/connect.ts";\nexport type B = A;'],
  ["app/domain/rendering/o5.ts", 'export { marked } from "marked";'],
  [
    "app/cli/o6.ts",
    'export { a } from "#app/domain/a.ts";\nexport { a as b } from "#db/connect.ts";',
  ],
  ["db/queries/o7.ts", 'export { sql } from "kysely";'],
];

const FOLDERS = "domain web routes components server cli config words"
  .split(" ")
  .map((name) => `app/${name}`);

interface Violation {
  from: string;
  rule: { name: string };
}

describe("the dependency rule", () => {
  let folder = "";
  let violations: Violation[] = [];

  function put(path: string, content: string): void {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), `${content}\n`);
  }

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "firsthand-layers-"));
    for (const file of [".dependency-cruiser.cjs", "package.json", "tsconfig.json"]) {
      cpSync(resolve(file), join(folder, file));
    }
    symlinkSync(resolve("node_modules"), join(folder, "node_modules"));
    for (const place of [...FOLDERS, "tests", "db/queries"]) {
      put(`${place}/a.ts`, "export const a = 1;\nexport type A = number;");
    }
    put("db/connect.ts", "export const a = 1;\nexport type A = number;");
    put("app/domain/p27.ts", 'import "./p26.ts";\nexport const a = 1;');
    for (const [, file, content] of PLANTED) put(file, content);
    for (const [file, content] of ALLOWED) put(file, content);
    violations = cruise(folder);
  }, 60_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each(PLANTED)("%s refuses %s", (rule, file) => {
    const broken = violations.filter(({ from }) => from === file).map((each) => each.rule.name);
    expect(broken).toContain(rule);
  });

  it.each(ALLOWED)("lets %s be", (file) => {
    expect(violations.filter(({ from }) => from === file)).toEqual([]);
  });
});

function cruise(folder: string): Violation[] {
  const program = resolve("node_modules/dependency-cruiser/bin/dependency-cruise.mjs");
  const args = [program, "app", "db", "--config", ".dependency-cruiser.cjs", "-T", "json"];
  let output: string;
  try {
    output = execFileSync(process.execPath, args, {
      cwd: folder,
      encoding: "utf8",
      maxBuffer: 1e8,
    });
  } catch (error) {
    // It ends with the number of errors.
    if (!(error instanceof Error && "stdout" in error)) throw error;
    output = String(error.stdout);
  }
  const parsed: { summary: { violations: Violation[] } } = JSON.parse(output);
  return parsed.summary.violations;
}
