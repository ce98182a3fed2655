import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { listScheduled } from "#app/domain/later/draft-again.ts";
import { publishDue } from "#app/domain/later/publish.ts";
import { scheduleComment } from "#app/domain/later/schedule.ts";
import { connect } from "#db/connect.ts";
import { eachDialect } from "#tests/support/databases.ts";
import { commentForm, DAY, makeHouse } from "#tests/support/house.ts";
import { seedEssay } from "#tests/support/seed.ts";

const PIECES = 60;
const KILLS = 4;

eachDialect("pieces that become public while a node is killed", (_open, _dialect, url) => {
  it(`${KILLS} times: each is there once, and none waits any more`, async () => {
    const address = await url();
    const store = await connect(address);
    await seedEssay(store, { id: "essay1" });
    const secret = { id: "test", bytes: randomBytes(32) };
    const house = makeHouse(store, { secrets: { current: secret, all: [secret] } });
    const keys: string[] = [];
    for (let number = 0; number < PIECES; number += 1) {
      const body = `Piece ${number}.`;
      const form = commentForm(house, { essayId: "essay1", body });
      const draft = { slug: "essay1", fields: { body } };
      const kept = await scheduleComment(house, { form, draft });
      if (!kept.ok) throw new Error(JSON.stringify(kept));
      keys.push(kept.key);
    }
    const posted = async () => {
      const rows = await store.read.selectFrom("comments").select("markdown").execute();
      return rows.map(({ markdown }) => markdown);
    };
    for (let kill = 0; kill < KILLS; kill += 1) {
      const before = (await posted()).length;
      const script = fileURLToPath(new URL("../support/publish-due.ts", import.meta.url));
      const given = [address, Buffer.from(secret.bytes).toString("base64")];
      const child = spawn(process.execPath, ["--import", "tsx", script, ...given], {
        stdio: ["ignore", "pipe", "inherit"],
      });
      // Some more of them, or all that there are.
      const enough = Math.min(before + 1, PIECES);
      await expect
        .poll(async () => (await posted()).length, { timeout: 60_000 })
        .toBeGreaterThanOrEqual(enough);
      await wait(7 * kill);
      child.kill("SIGKILL");
      await once(child, "exit");
    }
    house.pass(2 * DAY);
    await publishDue(house);
    const all = Array.from({ length: PIECES }, (_, number) => `Piece ${number}.`);
    expect((await posted()).sort()).toEqual(all.sort());
    const essay = await store.read
      .selectFrom("essays")
      .select("comments_visible")
      .executeTakeFirstOrThrow();
    expect(essay.comments_visible).toBe(PIECES);
    const left = await store.read.selectFrom("scheduled_pieces").select("id").execute();
    expect(left).toEqual([]);
    for (const key of keys) expect(await listScheduled(house, { key })).toEqual([]);
    await store.close();
  });
});
