/**
 * `npm test`: installs and builds if needed, then runs every check, goes on after a failure, and
 * ends with one line, "N passed, N failed". A check counts as one, and so does each of vitest's
 * tests. `npm test -- NAME …` runs only the named checks, projects (unit, db, http, browser, faults)
 * or test files.
 */
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root, stayOnOwnNode } from "./own-node.mjs";
import { countOf } from "./test-count.mjs";

stayOnOwnNode();
process.chdir(root);
delete process.env.NODE_ENV; // vitest sets its own

const PROJECTS = ["unit", "db", "http", "browser", "faults"];
const inPackage = (path, ...args) => [join("node_modules", path), ...args];

/** Each is a command of this Node that ends with 0 when all is well. */
const CHECKS = {
  format: inPackage(
    "@biomejs/biome/bin/biome",
    "check",
    "--error-on-warnings",
    "--max-diagnostics=50",
    ".",
  ),
  bytes: ["scripts/check-bytes.mjs"],
  types: inPackage(
    "typescript/bin/tsc",
    ...["--noEmit", "--incremental", "--tsBuildInfoFile", ".cache/types.json"],
  ),
  layers: inPackage(
    "dependency-cruiser/bin/dependency-cruise.mjs",
    ...["app", "db", "tests", "scripts", "bin", "--config", ".dependency-cruiser.cjs"],
  ),
  unused: inPackage("knip/bin/knip.js"),
};
const AFTER = { node24: ["scripts/smoke.mjs"] };

const rows = [];
const asked = process.argv.slice(2);
const wanted = (name) => asked.length === 0 || asked.includes(name);

await prepare();
for (const [name, command] of Object.entries(CHECKS)) await check(name, command);
await vitest();
for (const [name, command] of Object.entries(AFTER)) await check(name, command);
report();

async function prepare() {
  const { build, install } = await import("./prepare.mjs");
  if (!install()) {
    rows.push({ name: "install", passed: 0, failed: 1, seconds: 0 });
    report();
    process.exit();
  }
  const began = Date.now();
  const built = build();
  rows.push({ name: "build", passed: +built, failed: +!built, seconds: since(began) });
}

async function check(name, command) {
  if (!wanted(name)) return;
  heading(name);
  const began = Date.now();
  const code = await run(command);
  rows.push({ name, passed: +(code === 0), failed: +(code !== 0), seconds: since(began) });
}

async function vitest() {
  const named = asked.filter((name) => !(name in CHECKS) && !(name in AFTER));
  if (asked.length > 0 && named.length === 0) return;
  heading("tests");
  const projects = PROJECTS.filter((name) => named.includes(name));
  const files = named.filter((name) => !PROJECTS.includes(name));
  const folder = mkdtempSync(join(tmpdir(), "firsthand-test-"));
  const result = join(folder, "result.json");
  const began = Date.now();
  const code = await run([
    ...inPackage("vitest/vitest.mjs", "run", "--reporter=default", "--reporter=json"),
    `--outputFile.json=${result}`,
    ...projects.map((project) => `--project=${project}`),
    ...files,
  ]);
  const counted = countOf(readResult(result), code, PROJECTS);
  const seconds = since(began);
  rows.push(...counted.map((row, index) => ({ ...row, seconds: index === 0 ? seconds : null })));
  rmSync(folder, { recursive: true, force: true });
}

function readResult(path) {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch {
    return null;
  }
}

function report() {
  heading("result");
  for (const { name, passed, failed, seconds } of rows) {
    const time = seconds === null ? "" : `${seconds.toFixed(1)} s`;
    const line = `${name.padEnd(18)}${String(passed).padStart(6)} passed${String(failed).padStart(6)} failed${time.padStart(10)}`;
    console.log(line);
  }
  const sum = (key) => rows.reduce((total, row) => total + row[key], 0);
  process.exitCode = sum("failed") === 0 ? 0 : 1;
  console.log(`\n${sum("passed")} passed, ${sum("failed")} failed`);
}

function run([script, ...args]) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [script, ...args], {
      stdio: ["ignore", "inherit", "inherit"],
    });
    child.on("error", (error) => {
      console.error(error.message);
      resolve(1);
    });
    child.on("exit", (code) => resolve(code ?? 1));
  });
}

function heading(name) {
  console.log(`\n== ${name}`);
}

function since(began) {
  return (Date.now() - began) / 1000;
}
