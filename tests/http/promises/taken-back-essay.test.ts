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
import { startServer } from "#tests/support/server.ts";
import { Visitor } from "#tests/support/visitor.ts";

/** Long, so that it fills pages of its own in the database. */
const LONG = Array.from({ length: 300 }, (_, number) => `and filler number ${number}`).join(" ");
const SAID = {
  title: "Titlewords Eightyone",
  body: "bodywords-8152",
  note: "notewords-8153",
  standpoint: "standpoint-8154",
  works_cited: "workwords-8155",
  tags: "Tagwords Eightysix",
  series: "Serieswords Eightyseven",
  name: "Heron Of Eightyeight",
  original_author: "authorwords-8159",
  source: "sourcewords-8160",
  licence: "licencewords-8161",
};
const CHANGED = "changedwords-8162";
const ELSEWHERE = "elsewherewords-8163";
const SLUG = "titlewords-eightyone";
const GONE = [...Object.values(SAID), CHANGED, ELSEWHERE];
/** What told its words in addresses. */
const ADDRESSES = [SLUG, "tagwords-eightysix", "serieswords-eightyseven", "oldwords-8164"];
const ANSWER = "answer-that-stays-8165";
const RESPONSE = "Responsewords Eightysixtysix";

/** So many pages are asked for at once: there are hundreds. */
const AT_ONCE = 6;
const LONG_ENOUGH_MS = 180_000;

let folder = "";
afterEach(() => rm(folder, { recursive: true, force: true }));

/** Publishes an essay by the form, without JavaScript. */
async function publish(visitor: Visitor, fields: Record<string, string>, query = "") {
  const form = await visitor.get(`/write${query}`);
  const page = await visitor.submit(form, {
    intent: "publish",
    fields: { lead: "debate", ...fields },
  });
  const [key = "", code = ""] = [...page.document.querySelectorAll("code.secret-shown")].map(
    (shown) => shown.textContent ?? "",
  );
  expect(key, page.text).not.toBe("");
  return { key, code };
}

eachDialect("an essay that is taken back", (_open, dialect, url) => {
  it(
    "is out of view at once, and out of the store after a day, while its thread stays",
    async () => {
      folder = await mkdtemp(join(tmpdir(), "firsthand-taken-back-"));
      const own = dialect === "sqlite" ? {} : { databaseUrl: await url() };
      const server = await startServer({ ...own, folder });
      const store = await connect(server.databaseUrl);
      const writer = new Visitor(server.origin);
      const { key, code } = await publish(writer, { ...SAID, body: `${SAID.body} ${LONG}` });
      const { id: essayId } = await store.read
        .selectFrom("essays")
        .select("id")
        .where("slug", "=", SLUG)
        .executeTakeFirstOrThrow();
      const opened = await writer.submit(await writer.get(`/essays/${SLUG}/edit`), {
        intent: "open",
        fields: { key },
      });
      const saved = await writer.submit(opened, {
        intent: "save",
        fields: { body: `${CHANGED} ${LONG}`, keep_open: "1" },
      });
      expect(saved.text, saved.text).toContain(CHANGED);
      await store.write(async (trx) => {
        const redirect = { old_path: "/2012/oldwords-8164", essay_id: essayId };
        await trx.insertInto("redirects").values(redirect).execute();
        const note = { id: "n1", title: ELSEWHERE, url: `https://e.example/${ELSEWHERE}` };
        await trx
          .insertInto("source_notes")
          .values({ ...note, essay_id: essayId, noted_on: "2026-03-01" })
          .execute();
      });
      const other = new Visitor(server.origin);
      const answered = await postAsGuest(other, SLUG, { body: ANSWER });
      await other.submit(await other.get("/key"), { intent: "use", fields: { key: answered.key } });
      const reader = new Visitor(server.origin);
      await publish(reader, { title: RESPONSE, body: "I answer." }, `?responds=${SLUG}`);

      const filled = { slug: SLUG, id: answered.id, name: SAID.name, number: "1", tag: "nothing" };
      const paths = (await everyAddress(filled)).filter((path) => !path.startsWith("/people/"));
      const [, tag = "", series = "", old = ""] = ADDRESSES;
      const more = [`/tags/${tag}`, `/series/${series}`, "/stories?sort=active", `/2012/${old}`];
      const views = [
        ...paths,
        ...more,
        `/essays/${SLUG}?flat=1`,
        "/essays/responsewords-eightysixtysix",
      ];
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
          const headers = JSON.stringify([seen.headers, asOther.headers]);
          found.set(address, seen.text + asOther.text + headers);
          await read();
        };
        await Promise.all(Array.from({ length: AT_ONCE }, read));
        return found;
      };
      const where = (pages: Map<string, string>, text: string) =>
        [...pages].filter(([, page]) => page.includes(text)).map(([address]) => address);
      const before = await everything();
      const { body: _body, ...still } = SAID;
      for (const text of [...Object.values(still), CHANGED, ELSEWHERE]) {
        expect(where(before, text), text).toContain(`/essays/${SLUG}`);
      }
      for (const path of ["/", "/feed.xml", "/inbox", "/sitemap.xml"]) {
        expect(where(before, path === "/sitemap.xml" ? SLUG : SAID.title), path).toContain(path);
      }
      const kept = async (text: string) =>
        dialect === "sqlite" ? filesWith(server.dataDir, text) : tablesWith(store, text);
      for (const text of [...GONE, ...ADDRESSES]) expect(await kept(text), text).not.toEqual([]);

      const page = await writer.get(`/essays/${SLUG}/take-back`);
      const taken = await writer.submit(page, { intent: "take-back", fields: { key: code } });
      expect(taken.status, taken.text).toBe(200);
      const after = await everything();
      for (const text of GONE) expect(where(after, text), text).toEqual([]);
      expect(where(after, SLUG)).not.toContain("/sitemap.xml");
      expect(where(after, ANSWER)).toContain(`/essays/${SLUG}`);
      expect((await ask(server.origin, `/essays/${SLUG}`)).status).toBe(410);
      for (const text of GONE) expect(await kept(text), text).not.toEqual([]);

      // The next day, another process of the house does its work while the server goes on.
      const secrets = await loadSecretRing(join(folder, "secrets", "firsthand.key"));
      const clock = () => new Date(Date.now() + DAY + 60_000);
      const done = await runDueJobs(makeHouse(store, { secrets, clock }));
      expect(done.erased).toBe(1);
      const nextDay = await everything();
      for (const text of [...GONE, ...ADDRESSES]) {
        expect(await kept(text), text).toEqual([]);
        expect(await filesWith(folder, text), text).toEqual([]);
      }
      for (const text of GONE) expect(where(nextDay, text), text).toEqual([]);
      for (const address of [`/essays/${SLUG}`, `/essays/${SLUG}.json`, `/essays/${essayId}`]) {
        const { status, text } = await ask(server.origin, address);
        expect({ address, status }).toEqual({ address, status: 410 });
        expect(text).toContain(ANSWER);
        expect(text).not.toContain(SLUG);
      }
      const moved = await ask(server.origin, `/2012/${old}/`);
      expect(moved).toMatchObject({ status: 301, headers: { location: `/essays/${essayId}` } });
      const inbox = await writer.submit(await writer.get("/key"), {
        intent: "use",
        fields: { key },
      });
      for (const text of GONE) expect(inbox.html, text).not.toContain(text);
      await store.close();
      expect(await server.end()).toBe(0);
      for (const text of [CHANGED, SLUG]) expect(await filesWith(folder, text)).toEqual([]);
      expect(await firsthand(server, "check")).toMatchObject({ code: 0, err: "" });
    },
    LONG_ENOUGH_MS,
  );
});
