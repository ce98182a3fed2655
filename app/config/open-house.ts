import { mkdir } from "node:fs/promises";
import { dirname } from "node:path";
import type { House } from "#app/domain/house.ts";
import { createRenderer } from "#app/domain/rendering/renderer.ts";
import { createFinder } from "#app/domain/revealing/finder.ts";
import { words } from "#app/words/words.ts";
import { connect, type Store, sqliteFile } from "#db/connect.ts";
import { isStoreError } from "#db/faults.ts";
import { migrate } from "#db/migrate.ts";
import type { Environment } from "./environment.ts";
import { followSecretFile } from "./follow-secret-file.ts";
import { loadSiteSettings } from "./site-settings.ts";
import { StartFault } from "./start-fault.ts";
import { codeOf } from "./write-once.ts";

export interface OpenHouse extends House {
  /** The steps that this opening has run; empty without `migrate`. */
  readonly migrated: readonly string[];
  /** Waits for the writes that are here, then ends the workers and the connections. */
  close(): Promise<void>;
}

/**
 * Opens what the domain works with: settings, secrets, renderer, store. What is not there yet (the
 * folder of the data, site.toml, the secret, the SQLite file) is made.
 *
 * @param migrate bring the store to the newest schema first
 * @param warm start the render workers at once, so that the first writer doesn't wait for them
 * @throws StartFault for all that whoever starts it can mend, every fault of site.toml among them
 */
export async function openHouse(
  environment: Environment,
  { migrate: wanted, warm = false }: { migrate: boolean; warm?: boolean },
): Promise<OpenHouse> {
  await makeFolders(environment);
  const settings = await loadSiteSettings(environment.dataDir);
  if (!settings.ok) throw new StartFault(settings.faults);
  const secrets = await followSecretFile(environment.secretFile);
  const { store, migrated } = await openStore(environment, wanted);
  const renderer = createRenderer({ warm });
  const finder = createFinder();
  return {
    store,
    renderer,
    finder,
    secrets,
    settings: settings.settings,
    clock: () => new Date(),
    changed: () => undefined,
    migrated,
    close: async () => {
      await renderer.close();
      await finder.close();
      await store.close();
    },
  };
}

async function makeFolders({ dataDir, databaseUrl }: Environment): Promise<void> {
  const folders = databaseUrl.startsWith("sqlite:")
    ? [dataDir, dirname(sqliteFile(databaseUrl))]
    : [dataDir];
  for (const folder of folders) {
    try {
      await mkdir(folder, { recursive: true, mode: 0o700 });
    } catch (error) {
      throw new StartFault([words().commands.start.noFolder(folder, codeOf(error))]);
    }
  }
}

async function openStore(
  { databaseUrl }: Environment,
  wanted: boolean,
): Promise<{ store: Store; migrated: readonly string[] }> {
  let store: Store | undefined;
  try {
    store = await connect(databaseUrl);
    return { store, migrated: wanted ? await migrate(store) : [] };
  } catch (error) {
    await store?.close();
    if (!isStoreError(error)) throw error;
    throw new StartFault([words().commands.start.noDatabase(error.message, error.code)]);
  }
}
