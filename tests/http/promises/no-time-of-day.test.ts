import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { connect, type Store } from "#db/connect.ts";
import { dataAddress, everyAddress } from "#tests/support/address-map.ts";
import { ask, type Reply } from "#tests/support/ask.ts";
import { firsthand } from "#tests/support/command.ts";
import { postAsGuest } from "#tests/support/guest.ts";
import { commentRow, seedComments, seedEssay } from "#tests/support/seed.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";
import { timesOfDay } from "#tests/support/times-of-day.ts";
import { Visitor } from "#tests/support/visitor.ts";

/** When the seeded pieces were written: an odd moment of a day in the past. */
const MOMENT = Date.parse("2026-03-01T17:43:29.817Z");
const LATER = MOMENT + 10_000;

let server: TestServer;
let store: Store;
let answers: Map<string, Reply>;
/** Between these, real people posted, edited and took back. */
let posted = { from: 0, to: 0 };

beforeAll(async () => {
  server = await startServer();
  store = await connect(server.databaseUrl);
  const times = { ordered_at: MOMENT, active_at: LATER };
  await seedEssay(store, { id: "first", ...times });
  await seedEssay(store, { id: "second", lead: "debate", ...times, active_at: MOMENT });
  await seedComments(
    store,
    "first",
    Array.from({ length: 5 }, (_, number) =>
      commentRow("first", { id: `seeded-${number}`, ordered_at: MOMENT + number * 2_500 }),
    ),
  );
  const from = Date.now();
  const visitor = new Visitor(server.origin);
  const { id, key } = await postAsGuest(visitor, "first", { body: "Written at this very moment." });
  const { id: other } = await postAsGuest(visitor, "second", { body: "And this.", parent: "" });
  const ask = await visitor.get(`/comments/${id}/edit`);
  const form = await visitor.submit(ask, { intent: "open", fields: { key } });
  await visitor.submit(form, { intent: "save", fields: { body: "Changed a moment later." } });
  const code = await visitor.get(`/comments/${other}/take-back`);
  await visitor.submit(code, { intent: "take-back", fields: { key } });
  await firsthand(server, "moderator", "appoint", "Odd Hours");
  posted = { from, to: Date.now() };
  // What a form carries tells when it was asked for; that is not when anything was written.
  await wait(1_100);
  answers = await readEverything(id);
});

afterAll(async () => {
  await store.close();
  await server.stop();
});

async function readEverything(id: string): Promise<Map<string, Reply>> {
  const found = new Map<string, Reply>();
  const { origin } = server;
  for (const [slug, comment] of [
    ["first", id],
    ["second", "seeded-2"],
  ] as const) {
    const filled = { slug, id: comment, name: "somebody", number: "1" };
    for (const path of await everyAddress(filled)) {
      for (const address of [path, dataAddress(path)]) {
        const first = found.get(address) ?? (await ask(origin, address));
        found.set(address, first);
      }
    }
  }
  for (const query of ["?flat=1", "?perspective=experience", "?sort=new", "?page=1"]) {
    for (const path of ["/essays/first", "/stories"]) {
      found.set(path + query, await ask(origin, path + query));
    }
  }
  return found;
}

/** All that an answer says, but for when it was sent. */
function saidBy({ headers, text }: Reply): string {
  const { date: _date, ...others } = headers;
  return `${JSON.stringify(others)}\n${text}`;
}

/** Hours at which help lines answer are no times of writing. */
const withoutHelp = (address: string) => !/^\/help/.test(address);

describe("the time of day at which something was written", () => {
  it("is found by the search where it is planted", async () => {
    const spelt = [
      "2026-03-01T17:43:29.817Z",
      "at 17:43 today",
      `${MOMENT}`,
      `${Math.floor(MOMENT / 1_000)}`,
      `W/"${MOMENT.toString(36)}"`,
      `v.${MOMENT.toString(16)}.x`,
      "Sun, 01 Mar 2026 17:43:29 GMT",
    ];
    for (const planted of spelt) {
      expect(timesOfDay(`<p>${planted}</p>`, MOMENT, LATER), planted).not.toEqual([]);
    }
    expect(timesOfDay("2026-03-01T00:00:00Z, 1 March 2026", MOMENT, LATER)).toEqual([]);
    await postAsGuest(new Visitor(server.origin), "second", { body: `The twin ${MOMENT + 1}.` });
    for (const path of ["/essays/second", "/essays/second.json", "/essays/second/feed.xml"]) {
      const twin = saidBy(await ask(server.origin, path));
      expect(timesOfDay(twin, MOMENT, LATER), path).toContain(`${MOMENT + 1}`);
    }
  });

  it("was looked for in pages of every kind", () => {
    const read = [...answers].filter(([, { status }]) => status === 200).map(([path]) => path);
    expect(read).toEqual(
      expect.arrayContaining([
        "/",
        "/_root.data",
        "/essays/first",
        "/essays/first.data",
        "/essays/first.json",
        "/essays/first.md",
        "/essays/first/feed.xml",
        "/feed.xml",
        "/feed.json",
        "/comments/seeded-2/branch",
        "/comments/seeded-2/feed.xml",
        "/moderation/log",
        "/moderation/log.json",
      ]),
    );
  });

  it("stands in no page, data, feed, ETag or Last-Modified", () => {
    for (const [address, answer] of answers) {
      if (!withoutHelp(address)) continue;
      const said = saidBy(answer);
      expect(timesOfDay(said, MOMENT, LATER), address).toEqual([]);
      expect(timesOfDay(said, posted.from, posted.to), address).toEqual([]);
      expect(answer.headers["last-modified"], address).toBeUndefined();
    }
  });

  it("is midnight wherever a format wants one", () => {
    const atom = [...answers].filter(([address]) => address.endsWith("feed.xml"));
    expect(atom.length).toBeGreaterThan(4);
    for (const [address, { text }] of atom) {
      const times = [...text.matchAll(/<(?:updated|published)>([^<]*)</g)].map(
        ([, at]) => at ?? "",
      );
      expect(times.length, address).toBeGreaterThan(0);
      for (const at of times) expect(at, address).toMatch(/^\d{4}-\d\d-\d\dT00:00:00(?:\.000)?Z$/);
    }
  });
});
