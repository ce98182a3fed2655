import type { House } from "#app/domain/house.ts";
import { runDueJobs } from "#app/domain/jobs/run-due-jobs.ts";
import { factsOf, type Log } from "./log.ts";

const FIRST_AFTER_MS = 20_000;
const EVERY_MS = 5 * 60_000;

/**
 * Does the house's own work every few minutes. What fails is logged and tried again the next time.
 *
 * @returns ends it, and waits for what is being done.
 */
export function startHouseWork(house: House, log: Log): () => Promise<void> {
  let running: Promise<void> = Promise.resolve();
  const work = async () => {
    try {
      await runDueJobs(house);
    } catch (error) {
      log.warn({ error: factsOf(error) }, "the house's own work failed");
    }
    timer = setTimeout(start, EVERY_MS);
  };
  const start = () => {
    running = work();
  };
  let timer = setTimeout(start, FIRST_AFTER_MS);
  return async () => {
    clearTimeout(timer);
    await running;
    clearTimeout(timer);
  };
}
