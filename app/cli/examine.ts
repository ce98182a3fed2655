import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { readFile, stat, statfs, unlink, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { totalmem } from "node:os";
import { dirname, join } from "node:path";
import { type Environment, readEnvironment } from "#app/config/environment.ts";
import { loadSecretRing } from "#app/config/secret-file.ts";
import { readSiteFile } from "#app/config/site-file.ts";
import { siteFilePath } from "#app/config/site-settings.ts";
import { isStartFault } from "#app/config/start-fault.ts";
import { codeOf } from "#app/config/write-once.ts";
import { words } from "#app/words/words.ts";
import { connect, sqliteFile } from "#db/connect.ts";
import { pendingMigrations } from "#db/migrate.ts";
import { unsafeSettings } from "#db/queries/store-settings.ts";

/** One thing that was looked at. */
export interface Sign {
  fine: boolean;
  told: string;
}

const MEGABYTE = 1024 * 1024;
const GIGABYTE = 1024 * MEGABYTE;
const COMFORTABLE_MEMORY = 512 * MEGABYTE;
const COMFORTABLE_DISK = GIGABYTE;
const ANSWER_WITHIN_MS = 2_000;

const fine = (told: string): Sign => ({ fine: true, told });
const unwell = (told: string): Sign => ({ fine: false, told });
const say = () => words().commands.doctor;

/** Looks over the machine and the set-up. Makes and changes nothing that lasts. */
export async function examine(env: NodeJS.ProcessEnv): Promise<Sign[]> {
  const machine = [nodeSign(process.versions.node), memorySign(totalMemory())];
  const read = readEnvironment(env);
  if (!read.ok) return [...machine, ...read.faults.map(unwell)];
  const { environment } = read;
  return [
    ...machine,
    await diskSign(environment.dataDir),
    await dataSign(environment.dataDir),
    ...(await secretSigns(environment.secretFile)),
    ...(await settingsSigns(environment.dataDir)),
    ...(await databaseSigns(environment)),
    await portSign(environment),
  ];
}

function nodeSign(version: string): Sign {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  const enough = major > 20 || (major === 20 && minor >= 19);
  return enough ? fine(say().node(version)) : unwell(say().nodeOld(version));
}

/** What this process may use: a container's limit where there is one. */
function totalMemory(): number {
  const limit = process.constrainedMemory?.() ?? 0;
  return limit > 0 ? Math.min(limit, totalmem()) : totalmem();
}

function memorySign(bytes: number): Sign {
  const megabytes = Math.round(bytes / MEGABYTE);
  return bytes >= COMFORTABLE_MEMORY
    ? fine(say().memory(megabytes))
    : unwell(say().memoryLow(megabytes));
}

async function diskSign(dataDir: string): Promise<Sign> {
  const folder = nearestFolder(dataDir);
  try {
    const { bavail, bsize } = await statfs(folder);
    const free = bavail * bsize;
    const gigabytes = (free / GIGABYTE).toFixed(1);
    return free >= COMFORTABLE_DISK
      ? fine(say().disk(gigabytes, folder))
      : unwell(say().diskLow(gigabytes, folder));
  } catch (error) {
    return unwell(say().dataBad(folder, codeOf(error)));
  }
}

function nearestFolder(path: string): string {
  return existsSync(path) || dirname(path) === path ? path : nearestFolder(dirname(path));
}

async function dataSign(dataDir: string): Promise<Sign> {
  const folder = nearestFolder(dataDir);
  const attempt = join(folder, `.firsthand-doctor-${randomBytes(4).toString("hex")}`);
  try {
    await writeFile(attempt, "", { flag: "wx" });
    await unlink(attempt);
  } catch (error) {
    return unwell(say().dataBad(dataDir, codeOf(error)));
  }
  return fine(folder === dataDir ? say().data(dataDir) : say().dataMissing(dataDir));
}

async function secretSigns(secretFile: string): Promise<Sign[]> {
  if (!existsSync(secretFile)) return [fine(say().secretMissing(secretFile))];
  try {
    await loadSecretRing(secretFile);
    return [fine(say().secret(secretFile))];
  } catch (error) {
    if (isStartFault(error)) return error.faults.map(unwell);
    throw error;
  }
}

async function settingsSigns(dataDir: string): Promise<Sign[]> {
  const path = siteFilePath(dataDir);
  if (!existsSync(path)) return [fine(say().settingsMissing(path))];
  try {
    const read = readSiteFile(await readFile(path, "utf8"), path);
    return read.ok ? [fine(say().settings(path))] : read.faults.map(unwell);
  } catch (error) {
    return [unwell(words().siteFile.unreadable(path, codeOf(error)))];
  }
}

async function databaseSigns({ databaseUrl }: Environment): Promise<Sign[]> {
  if (databaseUrl.startsWith("sqlite:")) {
    const file = sqliteFile(databaseUrl);
    const there = await stat(file).catch(() => null);
    if (there === null) return [fine(say().databaseMissing(file))];
  }
  try {
    const store = await connect(databaseUrl);
    try {
      const unsafe = await unsafeSettings(store);
      const pending = await pendingMigrations(store);
      return [
        unsafe.length === 0
          ? fine(say().database(store.dialect))
          : unwell(say().databaseNotSafe(unsafe.join(", "))),
        fine(pending.length === 0 ? say().migrated : say().pending(pending.length)),
      ];
    } finally {
      await store.close();
    }
  } catch (error) {
    return [unwell(say().databaseBad(error instanceof Error ? error.message : String(error)))];
  }
}

async function portSign({ host, port }: Environment): Promise<Sign> {
  const address = `${host.includes(":") ? `[${host}]` : host}:${port}`;
  const code = await listenOnce(host, port);
  if (code === null) return fine(say().portFree(address));
  if (code !== "EADDRINUSE") return unwell(say().portBad(address, code));
  return (await isOurs(address)) ? fine(say().portOurs(address)) : unwell(say().portTaken(address));
}

/** @returns null where it can be listened at, or the system's name of the fault */
function listenOnce(host: string, port: number): Promise<string | null> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", (error) => resolve(codeOf(error)));
    server.listen({ host, port }, () => server.close(() => resolve(null)));
  });
}

async function isOurs(address: string): Promise<boolean> {
  try {
    const answer = await fetch(`http://${address}/readyz`, {
      signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
    });
    return answer.headers.get("referrer-policy") === "same-origin";
  } catch {
    return false;
  }
}
