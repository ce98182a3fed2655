import type { IncomingMessage, ServerResponse } from "node:http";
import type { ServerBuild } from "@remix-run/node";
import { createServer } from "vite";
import { type Environment, readEnvironment, siteOrigins } from "#app/config/environment.ts";
import { openHouse } from "#app/config/open-house.ts";
import { type Handler, listen } from "./listening.ts";
import { makeLog } from "./log.ts";
import { makeRemixSite } from "./remix.ts";
import { sayOpen, stopAsked } from "./run.ts";
import { makeSite } from "./site.ts";

/**
 * The same server with Vite in front: what changes in routes, components, domain and styles shows at
 * once. Pages are not kept, and carry the framework's scripts for it. Never for a public site.
 */
export async function develop(environment: Environment): Promise<void> {
  const house = await openHouse(environment, { migrate: true });
  const vite = await createServer({ server: { middlewareMode: true }, appType: "custom" });
  let port = environment.port;
  const site = await makeSite({
    house,
    environment,
    origins: () => siteOrigins(environment, port),
    remix: makeRemixSite(async () => buildOf(vite.ssrLoadModule), "development"),
    stylesheets: [],
    files: null,
    log: makeLog(environment.logLevel),
    dev: true,
    stopping: () => false,
    tellOthers: () => {},
  });
  const asked = stopAsked();
  const listening = await listen(
    environment.host,
    port,
    throughVite(vite.middlewares, site.handler),
  );
  port = listening.port;
  sayOpen(environment, port);
  await asked;
  await vite.close();
  await listening.stop(1_000);
  await house.close();
}

async function buildOf(load: (id: string) => Promise<unknown>): Promise<ServerBuild> {
  const module = await load("virtual:remix/server-build");
  if (!isServerBuild(module)) throw new Error("Vite gave no server build.");
  return module;
}

function isServerBuild(module: unknown): module is ServerBuild {
  return typeof module === "object" && module !== null && "routes" in module && "entry" in module;
}

/** Vite answers for modules and styles; what it leaves goes on to the site. */
function throughVite(
  vite: (request: IncomingMessage, response: ServerResponse, next: () => void) => void,
  handler: Handler,
): Handler {
  return (request, response) => vite(request, response, () => void handler(request, response));
}

const read = readEnvironment(process.env);
if (!read.ok) {
  for (const fault of read.faults) process.stderr.write(`${fault}\n`);
  process.exit(1);
}
await develop(read.environment);
process.exit(0);
