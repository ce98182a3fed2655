/** What is measured: the house's own built server, or the bare one beside it. */
import { copyFile, constants as files, mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { startServer } from "#tests/support/server.ts";

export interface Facts {
  /** Processor time since its start, all threads. */
  cpuSeconds: number;
  /** Memory that it has. */
  bytes: number;
}

export interface Measured {
  origin: string;
  facts(): Promise<Facts>;
  stop(): Promise<void>;
}

export interface House extends Measured {
  databaseUrl: string;
  secretFile: string;
  /** How many pages it has made, and how long that took inside it. */
  made(): Promise<{ count: number; seconds: number }>;
}

/** Starts the built server on a copy of the store, so that every run begins with the same. */
export async function startHouse(folder: string, storeFile: string): Promise<House> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(join(folder, "data"), { recursive: true });
  const database = join(folder, "data", "firsthand.db");
  await copyFile(storeFile, database, files.COPYFILE_FICLONE);
  const server = await startServer({ folder, env: { LOG_LEVEL: "warn" } });
  const metrics = async () => (await fetch(`${server.origin}/metrics`)).text();
  return {
    origin: server.origin,
    databaseUrl: server.databaseUrl,
    secretFile: join(folder, "secrets", "firsthand.key"),
    facts: async () => {
      const text = await metrics();
      return {
        cpuSeconds: value(text, "process_cpu_seconds_total"),
        bytes: value(text, "process_resident_memory_bytes"),
      };
    },
    made: async () => {
      const text = await metrics();
      return {
        count: value(text, 'firsthand_answer_seconds_count{route="made"}'),
        seconds: value(text, 'firsthand_answer_seconds_sum{route="made"}'),
      };
    },
    stop: async () => {
      await server.end();
    },
  };
}

function value(metrics: string, name: string): number {
  const line = metrics.split("\n").find((one) => one.startsWith(`${name} `));
  return line === undefined ? 0 : Number(line.slice(name.length + 1));
}
