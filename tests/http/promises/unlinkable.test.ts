import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { connect, type Store } from "#db/connect.ts";
import { firsthand } from "#tests/support/command.ts";
import { joinedMember } from "#tests/support/member.ts";
import {
  crawlPublic,
  filesOf,
  type Public,
  partsOf,
  tokensIn,
} from "#tests/support/public-answers.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";
import type { Visitor } from "#tests/support/visitor.ts";

/** Two accounts; names of one account are never neighbours in the order of writing. */
const ACCOUNTS = [
  ["Quiet Heron", "Tidewater", "Old Lantern"],
  ["Sandpiper", "Marsh Reed", "Winter Gate"],
] as const;
const ORDER = [
  ...["Quiet Heron", "Sandpiper", "Marsh Reed", "Tidewater", "Winter Gate", "Old Lantern"],
] as const;
/** In the words of two names of one account: the search has to find it, and nothing else. */
const PLANTED = "planted-twin-4471";

let folder = "";
let server: TestServer;
let store: Store;
let everything: Public[];
/** Tokens of all parts that speak of one name alone. */
let around: Map<string, Set<string>>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "firsthand-unlinkable-"));
  server = await startServer({ folder });
  store = await connect(server.databaseUrl);
  const writers = new Map<string, Visitor>();
  for (const [first, ...others] of ACCOUNTS) {
    const { visitor } = await joinedMember(server, { name: first });
    writers.set(first, visitor);
    for (const name of others) {
      const page = await visitor.get("/settings/names");
      await visitor.submit(page, { intent: "make", fields: { name } });
      writers.set(name, visitor);
    }
  }
  await write(writers);
  const exported = join(folder, "export");
  const { code, err } = await firsthand(server, "export", exported);
  expect([code, err]).toEqual([0, ""]);
  const beginnings = ["/", "/stories", "/debates", "/tags", "/feed.xml", "/feed.json"];
  const people = ORDER.map((name) => `/people/${encodeURIComponent(name)}`);
  const more = ["/stories/feed.json", "/debates/feed.xml", "/sitemap.xml", "/moderation/log.json"];
  everything = [
    ...(await crawlPublic(server.origin, [...beginnings, ...people, ...more])),
    ...(await filesOf(exported)),
  ];
  around = tokensAround(everything);
}, 170_000);
afterAll(async () => {
  await store.close();
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

/** The value of `as` for a name, on a form that is open before its member. */
function asOf({ document }: { document: Document }, name: string): string {
  const labels = [...document.querySelectorAll("label.choice")];
  const label = labels.find((one) => one.querySelector("bdi")?.textContent === name);
  const as = label?.querySelector("input")?.getAttribute("value");
  if (!as) throw new Error(`"${name}" is not offered`);
  return as;
}

/** Everybody publishes, and answers under every essay; some under thread names as well. */
async function write(writers: Map<string, Visitor>): Promise<void> {
  const slugs: string[] = [];
  for (const [place, name] of ORDER.entries()) {
    const visitor = writers.get(name) as Visitor;
    const form = await visitor.get("/write");
    const lead = place % 2 === 0 ? "story" : "debate";
    const planted = ACCOUNTS[0].slice(0, 2).includes(name as never) ? ` ${PLANTED}` : "";
    const words = { title: `Number ${place}`, body: `The rain came down.${planted}`, lead };
    const fields = { ...words, as: asOf(form, name), tags: "rain" };
    const page = await visitor.submit(form, { intent: "publish", fields });
    slugs.push(page.address.replace("/essays/", ""));
  }
  for (const slug of slugs.slice(0, 3)) {
    for (const name of ORDER) {
      const visitor = writers.get(name) as Visitor;
      const form = await visitor.get(`/essays/${slug}/reply`);
      const fields = { body: "It did come down.", as: asOf(form, name) };
      await visitor.submit(form, { intent: "post", fields });
    }
  }
  for (const [which, slug] of slugs.entries()) {
    const visitor = writers.get(ACCOUNTS[which % 2]?.[0] ?? "") as Visitor;
    const form = await visitor.get(`/essays/${slug}/reply`);
    const fields = { body: "It did come down.", as: "thread", name: `Rain Coat ${which}` };
    await visitor.submit(form, { intent: "post", fields });
  }
}

function tokensAround(answers: readonly Public[]): Map<string, Set<string>> {
  const tokens = new Map(ORDER.map((name) => [name as string, new Set<string>()]));
  for (const part of answers.flatMap(partsOf)) {
    const spoken = ORDER.filter((name) => part.includes(name) || part.includes(encodeURI(name)));
    const [only] = spoken;
    if (spoken.length !== 1 || only === undefined) continue;
    for (const token of tokensIn(part)) tokens.get(only)?.add(token);
  }
  return tokens;
}

/** What stands around both names, and around none of the other account's. */
function sharedBy(one: string, other: string): string[] {
  const others = ACCOUNTS.find((names) => !names.includes(one as never)) ?? [];
  return [...(around.get(one) ?? [])].filter(
    (token) =>
      around.get(other)?.has(token) === true &&
      others.every((name) => around.get(name)?.has(token) !== true),
  );
}

describe("two accounts with three names each, as anybody can read them", () => {
  it("were read everywhere", () => {
    const types = new Set(everything.map(({ type }) => type));
    expect([...types].sort()).toEqual(["data", "html", "json", "text", "xml"]);
    for (const name of ORDER) {
      const places = everything.filter(({ body }) => body.includes(name));
      expect(places.length, name).toBeGreaterThan(15);
      expect(around.get(name)?.size, name).toBeGreaterThan(15);
    }
    expect(everything.filter(({ body }) => body.includes("Rain Coat")).length).toBeGreaterThan(5);
  });

  it("share nothing that the other account does not share; what was planted is found", () => {
    const pairs = ACCOUNTS.flatMap(([a, b, c]) => [
      [a, b] as const,
      [a, c] as const,
      [b, c] as const,
    ]);
    const shared = pairs.map(([one, other]) => [one, other, sharedBy(one, other)]);
    expect(shared).toEqual(
      pairs.map(([one, other]) => [
        one,
        other,
        one === "Quiet Heron" && other === "Tidewater" ? [PLANTED] : [],
      ]),
    );
  });

  it("show no mark, key, id or seal of the store, in no body and no header", async () => {
    const secrets = await privateValues(store);
    expect(secrets.size).toBeGreaterThan(50);
    const planted = { at: "/", type: "html", head: "", body: [...secrets][7] ?? "" } as const;
    const seen = (answers: readonly Public[]) =>
      answers.flatMap(({ at, head, body }) => {
        const found = [...secrets].filter((value) => body.includes(value) || head.includes(value));
        return found.map((value) => [at, value]);
      });
    expect(seen([planted])).toEqual([["/", planted.body]]);
    expect(seen(everything)).toEqual([]);
  });

  it("stand in lists in the order in which they were written, whoever wrote", () => {
    const feed = everything.find(({ at }) => at === "/feed.json");
    const { items } = JSON.parse(feed?.body ?? "{}") as { items: { title: string }[] };
    const debates = items.map(({ title }) => title);
    expect(debates).toEqual([...debates].sort().reverse());
    const thread = everything.find(({ at }) => /^\/essays\/number-0\.json$/.test(at));
    const { comments } = JSON.parse(thread?.body ?? "{}") as {
      comments: { by: { name: string } }[];
    };
    expect(comments.slice(0, ORDER.length).map(({ by }) => by.name)).toEqual([...ORDER]);
  });
});

/** Everything in the store that is nobody's to see: by the name of its column. */
async function privateValues({ read }: Store): Promise<Set<string>> {
  const values = new Set<string>();
  for (const { name, columns } of await read.introspection.getTables()) {
    const hidden = columns
      .map((column) => column.name)
      .filter((column) => /_mark$|^sealed|^locator$|^salt$|public_key/.test(column));
    const all = name === "pen_names" ? [...hidden, "id"] : hidden;
    if (all.length === 0) continue;
    const { rows } = await sql<Record<string, unknown>>`select * from ${sql.table(name)}`.execute(
      read,
    );
    for (const row of rows) {
      for (const column of all) {
        const value = row[column];
        if (typeof value === "string" && value.length >= 8) values.add(value);
      }
    }
  }
  return values;
}
