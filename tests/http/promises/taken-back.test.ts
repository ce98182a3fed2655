import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, it } from "vitest";
import { loadSecretRing } from "#app/config/secret-file.ts";
import { runDueJobs } from "#app/domain/jobs/run-due-jobs.ts";
import { connect } from "#db/connect.ts";
import { dataAddress, everyAddress } from "#tests/support/address-map.ts";
import { ask } from "#tests/support/ask.ts";
import { firsthand } from "#tests/support/command.ts";
import { eachDialect } from "#tests/support/databases.ts";
import { filesWith, tablesWith } from "#tests/support/everything-kept.ts";
import { postAsGuest } from "#tests/support/guest.ts";
import { DAY, makeHouse } from "#tests/support/house.ts";
import { seedEssay } from "#tests/support/seed.ts";
import { startServer } from "#tests/support/server.ts";
import { Visitor } from "#tests/support/visitor.ts";

/** Long, so that it fills pages of its own in the database. */
const LONG = Array.from({ length: 300 }, (_, number) => `and filler number ${number}`).join(" ");
const FIRST = "first-words-6174";
const EDITED = "edited-words-6174";
const NOTE = "note-of-6174";
const LINE = "standpoint-of-6174";
const NAME = "Heron Of Sixthousand";
const GONE = [FIRST, EDITED, NOTE, LINE, NAME];
const ANSWER = "answer-that-stays-6174";

/** So many pages are asked for at once: there are hundreds. */
const AT_ONCE = 6;
const LONG_ENOUGH_MS = 180_000;

let folder = "";
afterEach(() => rm(folder, { recursive: true, force: true }));

eachDialect("what is taken back", (_open, dialect, url) => {
  it(
    "is out of view at once, and out of the store after a day, while its answers stay",
    async () => {
      folder = await mkdtemp(join(tmpdir(), "firsthand-taken-back-"));
      const own = dialect === "sqlite" ? {} : { databaseUrl: await url() };
      const server = await startServer({ ...own, folder });
      const store = await connect(server.databaseUrl);
      await seedEssay(store, { id: "thread" });
      const writer = new Visitor(server.origin);
      const { id, key } = await postAsGuest(writer, "thread", {
        body: `${FIRST} ${LONG}`,
        note: NOTE,
        standpoint: LINE,
        perspective: ["experience"],
        name: NAME,
      });
      expect(id).not.toBe("");
      const edit = await writer.submit(await writer.get(`/comments/${id}/edit`), {
        intent: "open",
        fields: { key },
      });
      await writer.submit(edit, { intent: "save", fields: { body: `${EDITED} ${LONG}` } });
      const other = new Visitor(server.origin);
      const answered = await postAsGuest(other, "thread", { body: ANSWER, parent: id });

      const filled = { slug: "thread", id, name: NAME, number: "1" };
      const paths = (await everyAddress(filled)).filter((path) => !path.startsWith("/people/"));
      const views = [...paths, "/essays/thread?flat=1", `/essays/thread/reply?parent=${id}`];
      /** All that can be read, by anybody or by the one who answered and keeps a key here. */
      const everything = async (): Promise<Map<string, string>> => {
        const found = new Map<string, string>();
        const cookie = [...other.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
        const left = [...views, ...paths.map(dataAddress)];
        const read = async (): Promise<void> => {
          const address = left.shift();
          if (address === undefined) return;
          const seen = await ask(server.origin, address);
          const asOther = await ask(server.origin, address, { headers: { Cookie: cookie } });
          found.set(address, seen.text + asOther.text);
          await read();
        };
        await Promise.all(Array.from({ length: AT_ONCE }, read));
        return found;
      };
      const where = (pages: Map<string, string>, text: string) =>
        [...pages].filter(([, page]) => page.includes(text)).map(([address]) => address);
      // The one who answered keeps the key on the device, so that the inbox is searched as well.
      await other.submit(await other.get("/key"), { intent: "use", fields: { key: answered.key } });
      const before = await everything();
      for (const text of [EDITED, NOTE, LINE, NAME]) {
        for (const path of ["/essays/thread", "/essays/thread.json", `/comments/${id}/branch`]) {
          expect(where(before, text), text).toContain(path);
        }
      }
      expect(where(before, ANSWER)).toContain("/essays/thread");
      expect(where(before, NAME)).toContain("/essays/thread/feed.xml");
      const kept = async (text: string) =>
        dialect === "sqlite" ? filesWith(server.dataDir, text) : tablesWith(store, text);
      for (const text of GONE) expect(await kept(text), text).not.toEqual([]);

      const page = await writer.get(`/comments/${id}/take-back`);
      const taken = await writer.submit(page, { intent: "take-back", fields: { key } });
      expect(taken.status).toBe(200);
      const after = await everything();
      for (const text of GONE) expect(where(after, text), text).toEqual([]);
      expect(where(after, ANSWER)).toContain("/essays/thread");
      for (const text of GONE) expect(await kept(text), text).not.toEqual([]);

      // The next day, another process of the house does its work while the server goes on.
      const secrets = await loadSecretRing(join(folder, "secrets", "firsthand.key"));
      const clock = () => new Date(Date.now() + DAY + 60_000);
      const done = await runDueJobs(makeHouse(store, { secrets, clock }));
      expect(done.erased).toBe(1);
      const nextDay = await everything();
      for (const text of GONE) {
        expect(await kept(text), text).toEqual([]);
        expect(where(nextDay, text), text).toEqual([]);
        expect(await filesWith(folder, text), text).toEqual([]);
      }
      expect(await kept(ANSWER)).not.toEqual([]);
      expect(where(nextDay, ANSWER)).toContain("/essays/thread");
      const inbox = await writer.submit(await writer.get("/key"), {
        intent: "use",
        fields: { key },
      });
      for (const text of GONE) expect(inbox.html, text).not.toContain(text);
      await store.close();
      expect(await server.end()).toBe(0);
      expect(await filesWith(folder, EDITED)).toEqual([]);
      expect(await firsthand(server, "check")).toMatchObject({ code: 0, err: "" });
    },
    LONG_ENOUGH_MS,
  );
});
