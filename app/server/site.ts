import { LRUCache } from "lru-cache";
import type { Environment } from "#app/config/environment.ts";
import type { House, Subject } from "#app/domain/house.ts";
import { pendingMigrations } from "#db/migrate.ts";
import { changesSince, latestChange } from "#db/queries/changes.ts";
import { ClientAddresses } from "./addresses.ts";
import { Admission } from "./admission.ts";
import { BodyReader } from "./body.ts";
import { makeGates } from "./gates.ts";
import { makeHandler } from "./handler.ts";
import type { Handler } from "./listening.ts";
import { factsOf, type Log } from "./log.ts";
import { makeMetrics } from "./metrics.ts";
import { PageCache } from "./page-cache.ts";
import { makeProblems } from "./problems.ts";
import type { RemixSite } from "./remix.ts";
import type { StaticFiles } from "./static-files.ts";

export interface SiteParts {
  house: House;
  environment: Environment;
  origins: () => readonly string[];
  remix: RemixSite;
  stylesheets: readonly string[];
  files: StaticFiles | null;
  log: Log;
  dev: boolean;
  stopping: () => boolean;
  /** Tells the processes beside this one what has changed. */
  tellOthers: (subjects: readonly Subject[]) => void;
}

export interface RunningSite {
  handler: Handler;
  /** A process beside this one has changed something. */
  heard: (subjects: readonly string[]) => void;
}

const MEGABYTE = 1024 * 1024;
const PAGES_BYTES = 128 * MEGABYTE;
const FRAGMENTS_BYTES = 64 * MEGABYTE;
const WORK = { slots: 48, reserve: 8, queue: 512, outside: 256 };

/** Puts together what answers requests in this process, and makes the house tell of its changes. */
export async function makeSite(parts: SiteParts): Promise<RunningSite> {
  const { dev, environment, house, log } = parts;
  const seq = await latestChange(house.store.read);
  const cache = new PageCache({
    maxBytes: PAGES_BYTES,
    seq,
    changesSince: (seq) => changesSince(house.store.read, seq),
    now: () => performance.now(),
    checkFailed: (error) => log.warn({ error: factsOf(error) }, "the check for changes failed"),
  });
  const fragments = new LRUCache<string, string>({
    maxSize: FRAGMENTS_BYTES,
    sizeCalculation: (html, key) => (html.length + key.length) * 2 + 100,
  });
  const admission = new Admission(WORK);
  house.changed = (subjects) => {
    cache.drop(subjects);
    parts.tellOthers(subjects);
  };
  const handler = makeHandler({
    house,
    origins: parts.origins,
    remix: parts.remix,
    files: parts.files,
    cache: dev ? null : cache,
    problems: makeProblems(log, () => parts.stylesheets),
    admission,
    addresses: new ClientAddresses(),
    bodies: new BodyReader(),
    gates: makeGates(environment.rateLimits),
    fragments,
    metrics: makeMetrics({
      inside: () => admission.inside,
      waiting: () => admission.waiting,
      keptBytes: () => cache.bytes,
    }),
    ready: async () => {
      const pending = await pendingMigrations(house.store);
      if (pending.length > 0) throw new Error("Migrations are missing.");
    },
    stopping: parts.stopping,
    dev,
  });
  return { handler, heard: (subjects) => cache.drop(subjects) };
}
