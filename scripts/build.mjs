/**
 * Builds the site into build/: Remix's two halves with Vite, the server, the commands and the two
 * workers with esbuild, and the compressed twins of what browsers fetch. Whether that is needed is
 * decided by prepare.mjs.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { extname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { brotliCompress, gzip, constants as zlib } from "node:zlib";

const ROOT = fileURLToPath(new URL("../", import.meta.url));
const BUILD = join(ROOT, "build");
const LOCK = join(ROOT, ".cache", "building");
/** Built here first: who runs the last build finds all of it until the new one is whole. */
const NEXT = join(ROOT, ".cache", "next-build");
const LAST = join(ROOT, ".cache", "last-build");
const NODE_ENTRIES = {
  server: "app/server/main.ts",
  cli: "app/cli/main.ts",
  worker: "app/domain/rendering/worker.ts",
  revealing: "app/domain/revealing/worker.ts",
};

async function build() {
  const unlock = await lock();
  try {
    await rm(NEXT, { recursive: true, force: true });
    await runRemix();
    await Promise.all([buildNodeEntries(), compressClient()]);
    await rm(LAST, { recursive: true, force: true });
    if (existsSync(BUILD)) await rename(BUILD, LAST);
    await rename(NEXT, BUILD);
    await rm(LAST, { recursive: true, force: true });
  } finally {
    await unlock();
  }
}

async function filesUnder(path) {
  if (!existsSync(path)) return [];
  if (!(await stat(path)).isDirectory()) return [path];
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .sort();
}

/** Remix's own command; in a process of its own, because it sets the environment for itself. */
async function runRemix() {
  const cli = join(ROOT, "node_modules", "@remix-run", "dev", "dist", "cli.js");
  const { VITEST: _vitest, ...env } = process.env;
  const child = spawn(process.execPath, [cli, "vite:build", "--logLevel", "warn"], {
    cwd: ROOT,
    env: { ...env, NODE_ENV: "production", FIRSTHAND_BUILD: relative(ROOT, NEXT) },
    stdio: ["ignore", "inherit", "inherit"],
  });
  const [code] = await once(child, "exit");
  if (code !== 0) throw new Error("The pages could not be built. The reason stands above.");
}

async function buildNodeEntries() {
  const { build: bundle } = await import("esbuild");
  const there = Object.entries(NODE_ENTRIES).filter(([, path]) => existsSync(join(ROOT, path)));
  await bundle({
    absWorkingDir: ROOT,
    entryPoints: Object.fromEntries(there),
    outdir: join(NEXT, "node"),
    outExtension: { ".js": ".mjs" },
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    target: "node20",
    plugins: [externalPackages],
    logLevel: "warning",
  });
}

/** Packages stay where npm has put them; `#app/…` and `#db/…` are ours and go into the bundle. */
const externalPackages = {
  name: "external-packages",
  setup(building) {
    building.onResolve({ filter: /^[^./#]/ }, ({ path, kind }) =>
      kind === "entry-point" ? null : { path, external: true },
    );
  },
};

const COMPRESSIBLE = new Set([".css", ".js", ".mjs", ".svg", ".json", ".txt", ".webmanifest"]);
const WORTH_COMPRESSING = 300;

async function compressClient() {
  const brotli = promisify(brotliCompress);
  const zip = promisify(gzip);
  for (const file of await filesUnder(join(NEXT, "client"))) {
    if (!COMPRESSIBLE.has(extname(file))) continue;
    const bytes = await readFile(file);
    if (bytes.length < WORTH_COMPRESSING) continue;
    const params = { [zlib.BROTLI_PARAM_QUALITY]: 11, [zlib.BROTLI_PARAM_SIZE_HINT]: bytes.length };
    await writeFile(`${file}.br`, await brotli(bytes, { params }));
    await writeFile(`${file}.gz`, await zip(bytes, { level: 9 }));
  }
}

/** One build at a time. A lock whose process is gone is taken over. */
async function lock() {
  await mkdir(join(ROOT, ".cache"), { recursive: true });
  for (;;) {
    try {
      await writeFile(LOCK, String(process.pid), { flag: "wx" });
      return () => rm(LOCK, { force: true });
    } catch (error) {
      if (error.code !== "EEXIST") throw error;
      const holder = Number(await readFile(LOCK, "utf8").catch(() => "0"));
      if (holder > 0 && !isRunning(holder)) await rm(LOCK, { force: true });
      else await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
}

function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}

try {
  await build();
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
}
