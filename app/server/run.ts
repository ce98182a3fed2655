import cluster from "node:cluster";
import { type Environment, siteOrigins } from "#app/config/environment.ts";
import { words } from "#app/words/words.ts";
import { type Serving, type Siblings, sentencesFor, serve } from "./serve.ts";
import { runWorkers, tellOpen, workerSiblings } from "./workers.ts";

const ALONE: Siblings = { tell: () => {}, onTold: () => {} };

/**
 * Serves until SIGTERM or SIGINT, in one process or, with WEB_CONCURRENCY above 1, in several.
 *
 * @returns the exit code: 0 after a stop that was asked for, 1 where it could not start.
 */
export async function run(environment: Environment): Promise<number> {
  // Remix and React decide by it, as they are loaded, whether to be quick or to explain.
  process.env["NODE_ENV"] = "production";
  if (cluster.isPrimary && environment.webConcurrency > 1) {
    return runWorkers(environment.webConcurrency, (port) => sayOpen(environment, port));
  }
  const siblings = cluster.isWorker ? workerSiblings() : ALONE;
  const asked = stopAsked();
  let serving: Serving;
  try {
    serving = await serve(environment, siblings);
  } catch (error) {
    const sentences = sentencesFor(error);
    if (sentences === null) throw error;
    for (const sentence of sentences) process.stderr.write(`${sentence}\n`);
    return 1;
  }
  if (cluster.isWorker) tellOpen(serving.port);
  else sayOpen(environment, serving.port);
  await asked;
  await serving.stop();
  return 0;
}

/** Resolves with the first SIGTERM or SIGINT; later ones change nothing. */
export function stopAsked(): Promise<void> {
  return new Promise((resolve) => {
    process.on("SIGTERM", () => resolve());
    process.on("SIGINT", () => resolve());
  });
}

/** The one friendly line. */
export function sayOpen(environment: Environment, port: number): void {
  const { open, openBehindProxy } = words().server;
  const address = siteOrigins(environment, port)[0] ?? "";
  const listening = `${environment.host}:${port}`;
  const behindProxy = environment.siteUrls.length > 0;
  const line = behindProxy ? openBehindProxy(address, listening) : open(address);
  process.stdout.write(`${line}\n`);
}
