import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { rotateSecretFile } from "#app/config/rotate-secret.ts";
import { loadSecretRing } from "#app/config/secret-file.ts";
import { temporaryFolder } from "#tests/support/temporary-folder.ts";

const KILLS = 8;
const PROCESS = fileURLToPath(new URL("../support/rotate-and-tell.ts", import.meta.url));

/** Kills a process that rotates, after a moment; gives what it told: `file id`, a line each. */
async function rotateUntilKilled(folder: string): Promise<[file: string, id: string][]> {
  const child = spawn(process.execPath, ["--import", "tsx", PROCESS, folder], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const closed = once(child, "close");
  let said = "";
  child.stdout.setEncoding("utf8").on("data", (chunk: string) => {
    said += chunk;
  });
  await once(child.stdout, "data");
  await wait(Math.random() * 100);
  child.kill("SIGKILL");
  await closed;
  const lines = said.split("\n").slice(0, -1);
  return lines.map((line) => line.split(" ") as [string, string]);
}

it("a rotation that is killed leaves the old file or the new one, and loses no secret", async () => {
  let inBetween = 0;
  for (let kill = 0; kill < KILLS; kill += 1) {
    const folder = await temporaryFolder("rotation");
    const told = await rotateUntilKilled(folder);
    expect(told.length).toBeGreaterThan(0);
    const names = await readdir(folder);
    const files = names.filter((name) => name.endsWith(".key"));
    expect(files).toEqual(expect.arrayContaining(told.map(([file]) => file)));
    for (const file of files) {
      const path = join(folder, file);
      const ids = (await loadSecretRing(path)).all.map(({ id }) => id);
      const toldOf = told.filter(([name]) => name === file).map(([, id]) => id);
      // In its order: all that were told, and at most the one that could not be told any more.
      expect(ids.slice(0, toldOf.length)).toEqual(toldOf);
      expect(ids.length - toldOf.length).toBeLessThanOrEqual(1);
      expect((await stat(path)).mode & 0o777).toBe(0o600);
      if (ids.length > toldOf.length) inBetween += 1;
      // It goes on where the other was killed, and clears up after it.
      const next = await rotateSecretFile(path);
      expect(next.all.slice(0, -1).map(({ id }) => id)).toEqual(ids);
    }
    const left = names.filter((name) => name.endsWith(".new"));
    inBetween += left.length;
    expect(
      (await readdir(folder)).filter((name) => files.some((file) => name.startsWith(`${file}.`))),
    ).toEqual([]);
  }
  expect(inBetween).toBeGreaterThan(0);
});
