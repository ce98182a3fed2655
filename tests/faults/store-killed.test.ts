import { spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { afterEach, describe, expect, it } from "vitest";
import { connect } from "#db/connect.ts";
import { checkIntegrity } from "#db/queries/integrity.ts";
import { eachDialect } from "#tests/support/databases.ts";
import { readPairs, writePair } from "#tests/support/pairs.ts";
import { BASE_DATABASE, startCluster } from "#tests/support/postgres.ts";

const PROCESS = fileURLToPath(new URL("../support/write-and-tell.ts", import.meta.url));

/** Lets a process write until some are acknowledged, and kills it a little later. */
async function writeAndKill(address: string, word: string, laterMs: number): Promise<string[]> {
  const child = spawn(process.execPath, ["--import", "tsx", PROCESS, address, word]);
  let told = "";
  child.stdout.on("data", (chunk: Buffer) => {
    told += chunk.toString();
  });
  const closed = once(child, "close");
  await Promise.race([once(child.stdout, "data"), closed]);
  await setTimeout(laterMs);
  child.kill("SIGKILL");
  const [, signal] = await closed;
  expect(signal).toBe("SIGKILL");
  // A line that was cut off in the middle acknowledges nothing.
  return told.split("\n").slice(0, -1);
}

eachDialect("a writing process that is killed", (_open, _dialect, url) => {
  it("loses nothing that it has acknowledged, and leaves no half", async () => {
    const address = await url();
    const acknowledged: string[] = [];
    for (const [round, laterMs] of [40, 90, 150, 220, 330].entries()) {
      acknowledged.push(...(await writeAndKill(address, `round-${round}`, laterMs)));
    }
    expect(acknowledged.length).toBeGreaterThan(20);
    const store = await connect(address);
    const { whole, half } = await readPairs(store);
    expect(half).toEqual([]);
    expect(acknowledged.filter((id) => !whole.has(id))).toEqual([]);
    expect(await checkIntegrity(store)).toEqual([]);
    await store.close();
  });
});

describe("a PostgreSQL that crashes under load", () => {
  const leave: (() => Promise<void>)[] = [];

  afterEach(async () => {
    for (const step of leave.splice(0).toReversed()) await step();
  });

  it("is written to again without a restart of ours, and has kept what was acknowledged", async () => {
    const cluster = await startCluster({ durable: true });
    leave.push(cluster.stop);
    const store = await connect(cluster.address + BASE_DATABASE, { connectTimeoutMs: 2_000 });
    leave.push(() => store.close());
    const acknowledged: string[] = [];
    const kinds = new Set<unknown>();
    let next = 0;
    let going = true;
    const writers = Array.from({ length: 20 }, async () => {
      while (going) {
        next += 1;
        const id = `pair-${next}`;
        try {
          await store.write((trx) => writePair(trx, id));
          acknowledged.push(id);
        } catch (error) {
          kinds.add(error instanceof Error && "kind" in error ? error.kind : error);
          await setTimeout(20);
        }
      }
    });
    await expect.poll(() => acknowledged.length, { timeout: 10_000 }).toBeGreaterThan(50);
    await cluster.crash();
    const before = acknowledged.length;
    await expect.poll(() => acknowledged.length, { timeout: 20_000 }).toBeGreaterThan(before + 50);
    going = false;
    await Promise.all(writers);
    expect([...kinds]).toEqual(["store_unavailable"]);
    const { whole, half } = await readPairs(store);
    expect(half).toEqual([]);
    expect(acknowledged.filter((id) => !whole.has(id))).toEqual([]);
  });
});
