import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath, pathToFileURL } from "node:url";
import { Piscina } from "piscina";
import type { Finder, Found } from "./types.ts";

interface FinderOptions {
  /** How many may wait for their turn; more are told that nothing was looked at. */
  queue?: number;
  /** How long one may take, its wait and the start of the worker with it. */
  withinMs?: number;
  /** Another worker's file; tests hand in one that hangs. */
  workerFile?: string;
}

/** With so little to do the worker, and the word lists in it, are given up again. */
const IDLE_MS = 10 * 60_000;

/**
 * Looks in a thread of its own, so that no text can keep the main one. It begins with the first
 * text. `close()` ends it.
 */
export function createFinder(options: FinderOptions = {}): Finder {
  let pool: Piscina<readonly string[], Found> | undefined;
  let closed = false;
  return {
    async find(texts) {
      if (closed) return null;
      pool ??= createPool(options);
      try {
        return await pool.run(texts, { signal: AbortSignal.timeout(options.withinMs ?? 8_000) });
      } catch {
        return null;
      }
    },
    async close() {
      closed = true;
      await pool?.destroy();
    },
  };
}

function createPool(options: FinderOptions): Piscina<readonly string[], Found> {
  const worker =
    options.workerFile === undefined ? ownWorker() : { filename: options.workerFile, execArgv: [] };
  const pool = new Piscina<readonly string[], Found>({
    ...worker,
    minThreads: 0,
    maxThreads: 1,
    maxQueue: options.queue ?? 30,
    idleTimeout: IDLE_MS,
    atomics: "disabled",
    resourceLimits: { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 },
  });
  // A worker that dies between two texts; piscina starts another.
  pool.on("error", () => {});
  return pool;
}

/** The worker beside this file: TypeScript in development and tests, bundled in build/node. */
function ownWorker(): { filename: string; execArgv: string[] } {
  const bundled = fileURLToPath(new URL("./revealing.mjs", import.meta.url));
  if (!import.meta.url.endsWith(".ts") && existsSync(bundled)) {
    return { filename: bundled, execArgv: [] };
  }
  const tsx = createRequire(import.meta.url).resolve("tsx");
  return {
    filename: fileURLToPath(new URL("./worker.ts", import.meta.url)),
    execArgv: ["--import", pathToFileURL(tsx).href],
  };
}
