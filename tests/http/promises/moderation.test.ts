import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { afterEach, describe, expect, it } from "vitest";
import { words } from "#app/words/words.ts";
import { connect, type Store } from "#db/connect.ts";
import { dataAddress, everyAddress } from "#tests/support/address-map.ts";
import { ask } from "#tests/support/ask.ts";
import { firsthand } from "#tests/support/command.ts";
import { eachDialect } from "#tests/support/databases.ts";
import { postAsGuest } from "#tests/support/guest.ts";
import { joinedMember } from "#tests/support/member.ts";
import { reviewOf, signedInModerator } from "#tests/support/moderator.ts";
import { seedEssay } from "#tests/support/seed.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";
import { Visitor } from "#tests/support/visitor.ts";

const leave: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const step of leave.splice(0).toReversed()) await step();
});

async function startHouse(databaseUrl?: string): Promise<{ server: TestServer; store: Store }> {
  const folder = await mkdtemp(join(tmpdir(), "firsthand-moderation-"));
  leave.push(() => rm(folder, { recursive: true, force: true }));
  const server = await startServer({ folder, ...(databaseUrl !== undefined && { databaseUrl }) });
  leave.push(server.stop);
  const store = await connect(server.databaseUrl);
  leave.push(() => store.close());
  await seedEssay(store, { id: "thread" });
  return { server, store };
}

eachDialect("a decision and its row in the public log", (_open, dialect, url) => {
  it("are written together or not at all, and a changed row is found", async () => {
    const { server, store } = await startHouse(dialect === "sqlite" ? undefined : await url());
    const writer = new Visitor(server.origin);
    const bodies = ["First https://example.org/1", "Second https://example.org/2"];
    const ids: string[] = [];
    for (const body of bodies) {
      ids.push((await postAsGuest(new Visitor(server.origin), "thread", { body })).id);
    }
    const states = async () => {
      const rows = await store.read.selectFrom("comments").select(["id", "state"]).execute();
      return ids.map((id) => rows.find((row) => row.id === id)?.state);
    };
    const logged = async () =>
      (await store.read.selectFrom("moderation_log").select("seq").execute()).length;
    const moderator = await signedInModerator(server, "Amber Finch");
    const before = await moderator.get("/moderation");
    const fields = { reason: "It speaks from itself." };
    const choice = { form: reviewOf(before, "First"), intent: "let_through", fields };

    // Where the log can't be written, nothing is decided.
    await store.write((trx) => sql`alter table moderation_log rename to log_away`.execute(trx));
    expect((await moderator.submit(before, choice)).status).toBeGreaterThanOrEqual(500);
    await store.write((trx) => sql`alter table log_away rename to moderation_log`.execute(trx));
    expect(await states()).toEqual(["waiting", "waiting"]);
    expect(await logged()).toBe(1);
    const open = await store.read.selectFrom("reviews").select("outcome").execute();
    expect(open).toEqual([{ outcome: null }, { outcome: null }]);
    expect((await writer.get("/essays/thread")).html).not.toContain("example.org/1");

    // Where it can, each decision has its row.
    await moderator.submit(before, choice);
    const left = await moderator.get("/moderation");
    const removal = { reason: "It only sells.", reason_class: "advertising" };
    const second = { form: reviewOf(left, "Second"), intent: "removed", fields: removal };
    await moderator.submit(left, second);
    expect(await states()).toEqual(["visible", "removed"]);
    expect(await logged()).toBe(3);
    // Deciding once more changes nothing and adds nothing.
    expect((await moderator.submit(left, second)).text).toContain(words().moderation.alreadyDone);
    expect(await logged()).toBe(3);
    expect(await firsthand(server, "check")).toMatchObject({ code: 0 });

    await store.write((trx) =>
      trx
        .updateTable("moderation_log")
        .set((eb) => ({
          entry: eb.fn<string>("replace", ["entry", eb.val("only sells"), eb.val("breaks a rule")]),
        }))
        .where("seq", "=", 3)
        .execute(),
    );
    const changed = await firsthand(server, "check");
    expect(changed).toMatchObject({ code: 1, err: "" });
    expect(changed.out).toBe(`log row 3: ${words().commands.check.logWhat.changed}\n`);
    await store.write((trx) => trx.deleteFrom("moderation_log").where("seq", "=", 2).execute());
    const missing = await firsthand(server, "check");
    expect(missing.code).toBe(1);
    expect(missing.out).toContain(words().commands.check.logWhat.missing_before);
  });
});

describe("every route below /moderation, but for the public log", () => {
  const isPublic = (path: string) => /^\/moderation\/log(?:\.json)?$/.test(path);

  it("sends whoever is not signed in away, for reading and for deciding", async () => {
    const { server, store } = await startHouse();
    const { id } = await postAsGuest(new Visitor(server.origin), "thread", {
      body: "Secret wren https://example.org/",
    });
    const filled = { slug: "thread", id, name: "somebody", number: "1" };
    const all = (await everyAddress(filled)).filter((path) => path.startsWith("/moderation"));
    const closed = all.filter((path) => !isPublic(path));
    expect(closed).toContain("/moderation");
    expect(all.length - closed.length).toBe(2);
    const moderator = await signedInModerator(server, "Amber Finch");
    expect((await moderator.get("/moderation")).text).toContain("Secret wren");
    const { id: review } = await store.read
      .selectFrom("reviews")
      .select("id")
      .executeTakeFirstOrThrow();
    const page = await moderator.get("/moderation");
    const form = moderator.fill(page, { form: reviewOf(page, "wren"), intent: "let_through" });
    const body = `${form.body}&reason=Because&review=${review}`;

    const { visitor } = await joinedMember(server, { name: "Quiet Heron" });
    const guest = { Cookie: "firsthand-session=made-up; firsthand-device=made-up" };
    const member = { Cookie: `firsthand-session=${visitor.cookies.get("firsthand-session")}` };
    for (const path of closed) {
      for (const address of [path, dataAddress(path), `${path}?after=1`]) {
        for (const cookie of [{}, guest, member]) {
          const type = { "Content-Type": "application/x-www-form-urlencoded" };
          const sent = { ...cookie, ...type, Origin: server.origin };
          for (const answer of [
            await ask(server.origin, address, { headers: cookie }),
            await ask(server.origin, address, { method: "POST", headers: sent, body }),
          ]) {
            expect(answer.text, address).not.toContain("wren");
            expectSentAway(answer, address);
          }
        }
      }
    }
    const { state } = await store.read
      .selectFrom("comments")
      .select("state")
      .executeTakeFirstOrThrow();
    expect(state).toBe("waiting");

    // A dismissal counts at once, for who is signed in as well.
    await firsthand(server, "moderator", "dismiss", "Amber Finch");
    expect((await moderator.get("/moderation")).address).toBe("/sign-in?to=%2Fmoderation");
    expect((await moderator.post("/moderation", body)).text).not.toContain("wren");
  });
});

/** To the sign-in page; `.data` says it in Remix's own way (202 with where to go). */
function expectSentAway(answer: Awaited<ReturnType<typeof ask>>, address: string): void {
  if (address.includes(".data")) {
    expect(answer.status, address).toBe(202);
    expect(answer.text, address).toContain("/sign-in");
  } else {
    expect(answer.status, address).toBe(303);
    expect(answer.headers.location, address).toBe("/sign-in?to=%2Fmoderation");
  }
}
