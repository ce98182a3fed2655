import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { availableParallelism } from "node:os";
import { fileURLToPath, pathToFileURL } from "node:url";
import { MessageChannel } from "node:worker_threads";
import { Piscina } from "piscina";
import { words } from "#app/words/words.ts";
import { escapedText } from "./escaped.ts";
import { checkLimits } from "./limits.ts";
import type { Rendered, Renderer, RenderRequest } from "./types.ts";
import type { RenderTask } from "./worker.ts";

export interface RendererOptions {
  /** Worker threads; by default one less than there are processors, between 1 and 4. */
  threads?: number;
  /** How many texts may wait for a worker; more are escaped at once. */
  queue?: number;
  /** How long one text may take from the moment a worker has begun with it. */
  renderMs?: number;
  /** How long a text may wait for a worker to begin with it. */
  waitMs?: number;
  /** The same for the first texts, which wait for the first worker to start. */
  startMs?: number;
  /** Start the workers now and not with the first text. */
  warm?: boolean;
  /** Another worker's file; tests hand in one that hangs or dies. */
  workerFile?: string;
}

/**
 * Renders in worker threads, so that no text can keep the main thread or bring it down. A text
 * beyond the limits is refused; where a worker hangs, dies or has no time, what comes back is the
 * escaped text with version 0, never an error. `close()` ends the workers.
 */
export function createRenderer(options: RendererOptions = {}): Renderer {
  const { renderMs = 2_000, waitMs = 10_000, startMs = 60_000 } = options;
  let hasBegun = false;
  let pool: Piscina<RenderTask, Rendered> | undefined;
  let closed = false;
  if (options.warm) pool = createPool(options);

  return {
    async render({ markdown, scope, works = 0 }: RenderRequest) {
      const verdict = checkLimits(markdown);
      if (!verdict.ok) return verdict;
      if (closed) return { ok: true, rendered: escapedText(markdown) };
      pool ??= createPool(options);
      const { footnotes, backToMark } = words().text;
      const labels = { footnotes, backToMark: backToMark("{mark}") };
      try {
        const rendered = await runWithin(
          pool,
          { markdown, scope, works, labels },
          { renderMs, waitMs: hasBegun ? waitMs : startMs },
        );
        hasBegun = true;
        return { ok: true, rendered };
      } catch {
        return { ok: true, rendered: escapedText(markdown) };
      }
    },
    async close() {
      closed = true;
      await pool?.destroy();
    },
  };
}

function createPool(options: RendererOptions): Piscina<RenderTask, Rendered> {
  const threads = options.threads ?? Math.min(4, Math.max(1, availableParallelism() - 1));
  const worker =
    options.workerFile === undefined ? ownWorker() : { filename: options.workerFile, execArgv: [] };
  const pool = new Piscina<RenderTask, Rendered>({
    ...worker,
    // As few as at most: a worker that was ended is replaced at once, for the texts that wait.
    minThreads: threads,
    maxThreads: threads,
    maxQueue: options.queue ?? 200,
    idleTimeout: Number.POSITIVE_INFINITY,
    atomics: "disabled",
    resourceLimits: { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 },
  });
  // A worker that dies between two texts; piscina starts another.
  pool.on("error", () => {});
  return pool;
}

/** The worker beside this file: TypeScript in development and tests, bundled in build/node. */
function ownWorker(): { filename: string; execArgv: string[] } {
  const bundled = fileURLToPath(new URL("./worker.mjs", import.meta.url));
  if (!import.meta.url.endsWith(".ts") && existsSync(bundled)) {
    return { filename: bundled, execArgv: [] };
  }
  const tsx = createRequire(import.meta.url).resolve("tsx");
  return {
    filename: fileURLToPath(new URL("./worker.ts", import.meta.url)),
    execArgv: ["--import", pathToFileURL(tsx).href],
  };
}

/**
 * Runs one task and ends its worker where it takes too long. The clock of the render begins when
 * the worker says so: neither the queue nor a worker's start counts against a text.
 */
async function runWithin(
  pool: Piscina<RenderTask, Rendered>,
  request: Omit<RenderTask, "started">,
  limits: { renderMs: number; waitMs: number },
): Promise<Rendered> {
  const { port1: hears, port2: started } = new MessageChannel();
  const abort = new AbortController();
  let timer = setTimeout(() => abort.abort(), limits.waitMs);
  hears.once("message", () => {
    clearTimeout(timer);
    timer = setTimeout(() => abort.abort(), limits.renderMs);
  });
  try {
    return await pool.run(
      { ...request, started },
      { signal: abort.signal, transferList: [started] },
    );
  } finally {
    clearTimeout(timer);
    hears.close();
  }
}
