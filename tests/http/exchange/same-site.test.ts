import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, it } from "vitest";
import { connect } from "#db/connect.ts";
import { ask } from "#tests/support/ask.ts";
import { firsthand } from "#tests/support/command.ts";
import { differing, folderBytes } from "#tests/support/folder-bytes.ts";
import { makeHouse } from "#tests/support/house.ts";
import { emptyStore, seedSite, siteOf } from "#tests/support/random-site.ts";
import { startServer } from "#tests/support/server.ts";

let folder = "";
afterEach(() => rm(folder, { recursive: true, force: true }));

const BEGINNINGS = [
  ...["/", "/stories", "/debates", "/stories?sort=active", "/debates?only=1", "/nothing/here"],
  ...["/feed.xml", "/feed.json", "/stories/feed.xml", "/debates/feed.json", "/sitemap.xml"],
  ...["/robots.txt", "/moderation/log", "/moderation/log.json", "/about", "/2012/03/on-doors-0"],
];

/** Pages that are never kept, and so hold nonces; what they lead to is reached without them. */
const OWN =
  /^\/(?:key|inbox|drafts|write|exit|join|sign-in|settings|recover)|\/(?:reply|edit|take-back|lost-key|my-words)\b/;

/** Cursors are encrypted moments and nonces are made for one form; the port is that of the server. */
function masked(text: string, origin: string): string {
  return text
    .replaceAll(origin, "ORIGIN")
    .replaceAll(origin.replace("127.0.0.1", "localhost"), "ORIGIN")
    .replaceAll(/after=[\w%-]+/g, "after=CURSOR")
    .replaceAll(/(name="nonce" value=")[^"]*/g, "$1NONCE");
}

/** What a page of a thread stands for beside itself. */
function besides(path: string): string[] {
  const [essay] = /^\/essays\/[^/?#.]+/.exec(path) ?? [];
  if (essay === undefined) return [];
  const views = [
    "?flat=1",
    "?perspective=experience",
    "?perspective=debate&only=1",
    "?order=newest",
  ];
  return [...views, ".json", ".md", "/feed.xml", "/versions"].map((view) => essay + view);
}

function linksIn(text: string, origin: string): string[] {
  return [...text.matchAll(/href="([^"]*)"/g)].flatMap(([, href = ""]) => {
    const path = href.replaceAll("&amp;", "&").replace(origin, "").replace(/#.*$/, "");
    return path.startsWith("/") && !OWN.test(path) && !path.startsWith("/assets/") ? [path] : [];
  });
}

it("answers the same at every public address after everything was taken out and brought in", async () => {
  folder = await mkdtemp(join(tmpdir(), "firsthand-same-site-"));
  for (const name of ["one", "other"]) await mkdir(join(folder, name));
  const [one, other] = [
    await startServer({ folder: join(folder, "one") }),
    await startServer({ folder: join(folder, "other") }),
  ];
  try {
    const store = await connect(one.databaseUrl);
    const house = makeHouse(store);
    await emptyStore(store);
    await seedSite(house, siteOf(20_261_122, 16));
    await store.close();
    const [path, again] = [join(folder, "export"), join(folder, "again")];
    const out = await firsthand(one, "export", path, "--json");
    expect(out).toMatchObject({ code: 0 });
    const back = await firsthand(other, "import", "firsthand", path, "--json");
    expect(back).toMatchObject({ code: 0 });
    expect(back.out).toBe(out.out);
    expect((await firsthand(other, "check")).code).toBe(0);
    expect((await firsthand(other, "export", again)).code).toBe(0);
    expect(differing(await folderBytes(path), await folderBytes(again))).toEqual([]);

    const refused = await firsthand(other, "import", "firsthand", path);
    expect(refused).toMatchObject({ code: 1 });
    expect(refused.err.trim().split("\n")).toHaveLength(1);
    expect((await firsthand(other, "export")).code).toBe(2);
    expect((await firsthand(other, "import", "firsthand", path, "--media")).code).toBe(2);
    const help = await firsthand(other, "import", "firsthand", "--help");
    expect(help).toMatchObject({ code: 0, err: "" });

    const seen = new Set<string>();
    const waiting = BEGINNINGS.map((address) => [address, address] as const);
    let words = 0;
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [here, there] = next;
      const known = masked(here, one.origin);
      // Of cursors each is followed, of all else each once.
      if (seen.has(known) && !here.includes("after=")) continue;
      if (seen.has(here)) continue;
      seen.add(known).add(here);
      const [before, after] = await Promise.all([ask(one.origin, here), ask(other.origin, there)]);
      const told = { address: known, status: before.status, text: masked(before.text, one.origin) };
      expect({
        address: known,
        status: after.status,
        text: masked(after.text, other.origin),
      }).toEqual(told);
      const [place, sameplace] = [before.headers.location, after.headers.location];
      expect(masked(sameplace ?? "", other.origin)).toBe(masked(place ?? "", one.origin));
      if (before.status === 200) words += 1;
      const [links, sameLinks] = [
        linksIn(before.text, one.origin),
        linksIn(after.text, other.origin),
      ];
      for (const [index, link] of links.entries()) waiting.push([link, sameLinks[index] ?? link]);
      for (const view of besides(here)) waiting.push([view, view]);
    }
    expect(words).toBeGreaterThan(80);
  } finally {
    await one.stop();
    await other.stop();
  }
}, 170_000);
