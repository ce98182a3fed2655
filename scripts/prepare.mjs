/** Installs and builds what is missing. Only Node's own modules: nothing may be installed yet. */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { root, stayOnOwnNode } from "./own-node.mjs";

const STAMP = join(root, "build", ".sources");

/** What a build is made of. */
const SOURCES = [
  "app",
  "db",
  "public",
  "scripts/build.mjs",
  "package.json",
  "package-lock.json",
  "remix.config.js",
  "tsconfig.json",
  "vite.config.ts",
];

/** @returns {boolean} false where the packages can't be installed; npm has then said why. */
export function install() {
  if (isInstalled()) return true;
  console.log("Fetching the packages that Firsthand is made of. This takes a minute or two.");
  return /\s/.test(root) ? installElsewhere() : npmCi(root);
}

/** @returns {boolean} */
function npmCi(folder) {
  // The packages of development build the pages, so they are needed with NODE_ENV=production too.
  return npm(["ci", "--include=dev", "--no-audit", "--no-fund", "--loglevel=error"], folder) === 0;
}

/** sqlite3, where it has to be compiled, can't be in a folder with a space in its name. */
function installElsewhere() {
  const folder = mkdtempSync(join(tmpdir(), "firsthand-install-"));
  try {
    for (const file of ["package.json", "package-lock.json"]) {
      cpSync(join(root, file), join(folder, file));
    }
    if (!npmCi(folder)) return false;
    const packages = join(root, "node_modules");
    rmSync(packages, { recursive: true, force: true });
    cpSync(join(folder, "node_modules"), packages, { recursive: true, verbatimSymlinks: true });
    return true;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @returns {boolean} false where the build fails; it has then said why. */
export function build() {
  const sources = hashOfSources();
  if (existsSync(STAMP) && readFileSync(STAMP, "utf8") === sources) return true;
  console.log("Building the pages. This takes half a minute.");
  rmSync(STAMP, { force: true });
  if (run(process.execPath, [join(root, "scripts", "build.mjs")]) !== 0) return false;
  writeFileSync(STAMP, sources);
  return true;
}

/** Does node_modules hold what package-lock.json asks for? npm writes its own list when it ends. */
function isInstalled() {
  const there = packagesOf(join(root, "node_modules", ".package-lock.json"));
  const wanted = packagesOf(join(root, "package-lock.json"));
  if (there === null || wanted === null) return false;
  const machine = `node_modules/@esbuild/${process.platform}-${process.arch}`;
  if (machine in wanted && !existsSync(join(root, machine))) return false; // copied from elsewhere
  return Object.entries(wanted).every(
    ([path, { version, optional }]) => path === "" || optional || there[path]?.version === version,
  );
}

function packagesOf(path) {
  try {
    return JSON.parse(readFileSync(path, "utf8")).packages;
  } catch {
    return null;
  }
}

function hashOfSources() {
  const hash = createHash("sha256");
  for (const path of SOURCES.flatMap(filesBelow)) {
    const content = readFileSync(join(root, path));
    hash.update(`${path}\0${content.length}\0`).update(content);
  }
  return hash.digest("hex");
}

function filesBelow(path) {
  const full = join(root, path);
  if (!existsSync(full)) return [];
  if (statSync(full).isFile()) return [path];
  const entries = readdirSync(full, { withFileTypes: true, recursive: true, encoding: "utf8" });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(root.length + 1))
    .sort();
}

/** npm by the file that is running now, so that it runs on this Node; by its name otherwise. */
function npm(args, cwd) {
  const running = process.env.npm_execpath;
  if (running?.endsWith(".js")) return run(process.execPath, [running, ...args], { cwd });
  const windows = process.platform === "win32";
  return run(windows ? "npm.cmd" : "npm", args, { cwd, shell: windows });
}

function run(command, args, options = {}) {
  const done = spawnSync(command, args, {
    cwd: root,
    stdio: ["ignore", "inherit", "inherit"],
    ...options,
  });
  if (done.error) console.error(`${command} can't be started: ${done.error.message}`);
  return done.status ?? 1;
}

/** `npm run build`: builds in any case. */
if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  stayOnOwnNode();
  rmSync(STAMP, { force: true });
  if (!install() || !build()) process.exitCode = 1;
}
