import { fileURLToPath } from "node:url";
import type { ServerBuild } from "@remix-run/node";
import { type Environment, siteOrigins } from "#app/config/environment.ts";
import { openHouse } from "#app/config/open-house.ts";
import { isStartFault } from "#app/config/start-fault.ts";
import { words } from "#app/words/words.ts";
import { bringExamples } from "./examples.ts";
import { startHouseWork } from "./house-work.ts";
import { type Listening, listen } from "./listening.ts";
import { factsOf, type Log, makeLog } from "./log.ts";
import { makeRemixSite } from "./remix.ts";
import { makeSite } from "./site.ts";
import { loadStaticFiles } from "./static-files.ts";

/** What a process that serves tells those beside it, and hears from them. */
export interface Siblings {
  tell: (subjects: readonly string[]) => void;
  /** Called once, with what is to be done when another has changed something. */
  onTold: (heard: (subjects: readonly string[]) => void) => void;
}

export interface Serving {
  port: number;
  /** Finishes what has begun, closes the house. */
  stop(): Promise<void>;
}

/** How long what has begun may take to finish once the process is asked to stop. */
const GRACE_MS = 20_000;

/** `build/` seen from where the built server stands, `build/node/`. */
const BUILD = new URL("../", import.meta.url);

/**
 * Opens the house, migrates it and serves the built site.
 *
 * @throws StartFault for what whoever starts it can mend; sentences to print.
 */
export async function serve(environment: Environment, siblings: Siblings): Promise<Serving> {
  const log = makeLog(environment.logLevel);
  const house = await openHouse(environment, { migrate: true, warm: true });
  const state = { stopping: false, port: environment.port };
  try {
    if (environment.demo) await bringExamples(house, log);
    const remixBuild = await loadBuild();
    const remix = makeRemixSite(() => Promise.resolve(remixBuild), "production");
    const site = await makeSite({
      house,
      environment,
      origins: () => siteOrigins(environment, state.port),
      remix,
      stylesheets: await remix.stylesheets(),
      files: await loadStaticFiles(fileURLToPath(new URL("client", BUILD))),
      log,
      dev: false,
      stopping: () => state.stopping,
      tellOthers: siblings.tell,
    });
    siblings.onTold(site.heard);
    const listening = await listenOrSay(environment, site.handler);
    state.port = listening.port;
    const endHouseWork = startHouseWork(house, log);
    return {
      port: listening.port,
      stop: async () => {
        state.stopping = true;
        await stop(listening, house, endHouseWork, log);
      },
    };
  } catch (error) {
    await house.close();
    throw error;
  }
}

async function loadBuild(): Promise<ServerBuild> {
  const address = new URL("server/index.js", BUILD).href;
  return import(/* @vite-ignore */ address);
}

async function listenOrSay(
  environment: Environment,
  handler: Parameters<typeof listen>[2],
): Promise<Listening> {
  const { host, port } = environment;
  try {
    return await listen(host, port, handler);
  } catch (error) {
    const code = codeOf(error);
    if (code === "EADDRINUSE") throw new CannotListen(words().server.portTaken(port));
    throw new CannotListen(words().server.cannotListen(host, port, code));
  }
}

async function stop(
  listening: Listening,
  house: { close(): Promise<void> },
  endHouseWork: () => Promise<void>,
  log: Log,
): Promise<void> {
  await Promise.all([listening.stop(GRACE_MS), endHouseWork()]);
  try {
    await house.close();
  } catch (error) {
    log.error({ error: factsOf(error) }, "the house did not close well");
  }
}

/** Nothing is broken, but the process can't go on; its message is printed as it is. */
class CannotListen extends Error {
  readonly kind = "cannotListen";
}

/** The sentences for whoever started it, or null for a bug. */
export function sentencesFor(error: unknown): readonly string[] | null {
  if (isStartFault(error)) return error.faults;
  if (error instanceof CannotListen) return [error.message];
  return null;
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "unknown";
}
