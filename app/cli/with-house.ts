import { type Environment, readEnvironment } from "#app/config/environment.ts";
import { type OpenHouse, openHouse } from "#app/config/open-house.ts";
import { StartFault } from "#app/config/start-fault.ts";

/** @throws StartFault with all faults of the environment */
export function environmentOrFault(): Environment {
  const read = readEnvironment(process.env);
  if (!read.ok) throw new StartFault(read.faults);
  return read.environment;
}

/**
 * Opens the house for one command and closes it again, whatever happens.
 *
 * @param migrate bring the store to the newest schema first
 * @throws StartFault, and what `work` throws
 */
export async function withHouse<T>(
  { migrate }: { migrate: boolean },
  work: (house: OpenHouse, environment: Environment) => Promise<T>,
): Promise<T> {
  const environment = environmentOrFault();
  const house = await openHouse(environment, { migrate });
  try {
    return await work(house, environment);
  } finally {
    await house.close();
  }
}
