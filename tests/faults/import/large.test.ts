import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { connect } from "#db/connect.ts";
import { checkIntegrity } from "#db/queries/integrity.ts";
import { freshDatabaseUrl } from "#tests/support/databases.ts";
import { temporaryFolder } from "#tests/support/temporary-folder.ts";

const support = (name: string) => fileURLToPath(new URL(`../../support/${name}`, import.meta.url));

async function output(...args: string[]): Promise<string> {
  const child = spawn(process.execPath, ["--import", "tsx", ...args], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  let out = "";
  child.stdout.on("data", (data) => {
    out += String(data);
  });
  const [code] = await once(child, "close");
  expect(code).toBe(0);
  return out;
}

const DEEP = 6_000;

it("brings in a thread of 6,000 comments, each before what it answers", async () => {
  const file = join(await temporaryFolder("large"), "large.xml");
  await output(support("large-wxr.ts"), file, String(DEEP), "reversed");
  const address = await freshDatabaseUrl("sqlite");
  const told = (await output(support("import-file.ts"), address, file)).trim().split("\n");
  const report: unknown = JSON.parse(told.at(-1) ?? "");
  expect(report).toMatchObject({ essays: 1, comments: DEEP, placeholders: 0, waiting: 0 });
  const store = await connect(address);
  expect(await checkIntegrity(store)).toEqual([]);
  const { deepest } = await store.read
    .selectFrom("comments")
    .select((eb) => eb.fn.max("depth").as("deepest"))
    .executeTakeFirstOrThrow();
  expect(deepest).toBeGreaterThan(2);
  const empty = store.read.selectFrom("comments").select("id").where("state", "<>", "visible");
  expect(await empty.execute()).toEqual([]);
  await store.close();
});
