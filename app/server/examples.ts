import { loadDemo } from "#app/domain/demo/load.ts";
import type { House } from "#app/domain/house.ts";
import { factsOf, type Log } from "./log.ts";

/**
 * Puts the invented examples into a house that was never used. A house opens without them too: what
 * fails here is logged, and tried again on the next start.
 */
export async function bringExamples(house: House, log: Log): Promise<void> {
  try {
    await loadDemo(house, { onlyIfNeverUsed: true });
  } catch (error) {
    log.warn({ error: factsOf(error) }, "the invented examples could not be loaded");
  }
}
