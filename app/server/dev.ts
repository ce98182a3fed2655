import type { IncomingMessage, ServerResponse } from "node:http";
import type { ServerBuild } from "@remix-run/node";
import { readEnvironment, siteOrigins } from "#app/config/environment.ts";
import { openHouse } from "#app/config/open-house.ts";
import { bringExamples } from "./examples.ts";
import { type Handler, listen } from "./listening.ts";
import { makeLog } from "./log.ts";
import { makeRemixSite } from "./remix.ts";
import { sayOpen, stopAsked } from "./run.ts";
import { makeSite } from "./site.ts";

/** What is needed of Vite's development server; scripts/dev.mjs makes it, as it is no package of ours in production. */
export interface Vite {
  middlewares: (request: IncomingMessage, response: ServerResponse, next: () => void) => void;
  ssrLoadModule: (id: string) => Promise<unknown>;
  close: () => Promise<void>;
}

/**
 * The same server with Vite in front: what changes in routes, components, domain and styles shows at
 * once. Pages are not kept, and carry the framework's scripts for it. Never for a public site.
 *
 * @returns the exit code, once it has been asked to stop.
 */
export async function develop(startVite: () => Promise<Vite>): Promise<number> {
  const read = readEnvironment(process.env);
  if (!read.ok) {
    for (const fault of read.faults) process.stderr.write(`${fault}\n`);
    return 1;
  }
  const { environment } = read;
  const house = await openHouse(environment, { migrate: true, warm: true });
  const log = makeLog(environment.logLevel);
  if (environment.demo) await bringExamples(house, log);
  const vite = await startVite();
  let port = environment.port;
  const site = await makeSite({
    house,
    environment,
    origins: () => siteOrigins(environment, port),
    remix: makeRemixSite(() => buildOf(vite), "development"),
    stylesheets: [],
    files: null,
    log,
    dev: true,
    stopping: () => false,
    tellOthers: () => {},
  });
  const asked = stopAsked();
  const listening = await listen(environment.host, port, throughVite(vite, site.handler));
  port = listening.port;
  sayOpen(environment, port);
  await asked;
  await vite.close();
  await listening.stop(1_000);
  await house.close();
  return 0;
}

async function buildOf(vite: Vite): Promise<ServerBuild> {
  const module = await vite.ssrLoadModule("virtual:remix/server-build");
  if (!isServerBuild(module)) throw new Error("Vite gave no server build.");
  return module;
}

function isServerBuild(module: unknown): module is ServerBuild {
  return typeof module === "object" && module !== null && "routes" in module && "entry" in module;
}

/** Vite answers for modules and styles; what it leaves goes on to the site. */
function throughVite(vite: Vite, handler: Handler): Handler {
  return (request, response) =>
    vite.middlewares(request, response, () => void handler(request, response));
}
