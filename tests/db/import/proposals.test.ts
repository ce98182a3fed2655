import { expect, it } from "vitest";
import {
  acceptResponse,
  declineResponse,
  openProposals,
} from "#app/domain/essays/proposed-responses.ts";
import { readConversation } from "#app/domain/essays/read-conversation.ts";
import { readEssay } from "#app/domain/essays/read-essay.ts";
import { importWordpress } from "#app/domain/exchange/wordpress/import-wordpress.ts";
import { planImport } from "#app/domain/exchange/wordpress/plan-import.ts";
import type { House } from "#app/domain/house.ts";
import type { Store } from "#db/connect.ts";
import { changesSince, latestChange } from "#db/queries/changes.ts";
import { eachDialect } from "#tests/support/databases.ts";
import { makeHouse } from "#tests/support/house.ts";
import { type PostSpec, wxr } from "#tests/support/wxr.ts";
import { fileOf } from "#tests/support/wxr-file.ts";

const BLOG = "https://old.example";

async function bringIn(house: House, posts: readonly PostSpec[]) {
  const plan = await planImport({ path: await fileOf(wxr(posts)), names: "keep", today: 20_000 });
  return importWordpress(house, { plan });
}

const a = (address: string) => `<p>As <a href="${address}">I read</a>, it rained.</p>`;

/** Three posts; the second and third link to the first, the third in a pingback as well. */
const THREE: readonly PostSpec[] = [
  {
    id: 1,
    title: "First",
    day: "2012-03-04",
    comments: [
      { id: 50, type: "pingback", url: `${BLOG}/3/`, name: "Third" },
      { id: 51, type: "pingback", url: "https://elsewhere.example/x/", name: "Elsewhere" },
    ],
  },
  { id: 2, title: "Second", day: "2012-03-05", text: a(`${BLOG}/1/`) },
  { id: 3, title: "Third", day: "2012-03-06", text: a(`${BLOG}/1/#comment-50`) },
];

const brief = (found: Awaited<ReturnType<typeof openProposals>>) =>
  found.map(({ from, to, foundIn }) => `${from.title} ${to.title} ${foundIn}`);

async function slugs(store: Store): Promise<Record<string, string>> {
  const rows = await store.read.selectFrom("essays").select(["title", "slug"]).execute();
  return Object.fromEntries(rows.map(({ title, slug }) => [title, slug]));
}

eachDialect("links between imported posts", (open) => {
  it("are proposed to the operator, each pair once, and no response by themselves", async () => {
    const store = await open();
    const house = makeHouse(store);
    const report = await bringIn(house, THREE);
    expect(report.proposals).toBe(2);
    expect(brief(await openProposals(store.read))).toEqual([
      "Second First text",
      "Third First pingback",
    ]);
    expect(await store.read.selectFrom("essay_links").selectAll().execute()).toEqual([]);
    expect((await bringIn(house, THREE)).proposals).toBe(0);
    expect(await openProposals(store.read)).toHaveLength(2);
  });

  it.each([
    ["another spelling of the blog's own address", "http://www.old.example/1"],
    ["an address with its number", `${BLOG}/?p=1`],
    ["an address without the blog", "/1/"],
    ["a page of its comments", `${BLOG}/1/comment-page-2/#comment-50`],
    ["an address with an ampersand", `${BLOG}/?x=1&amp;p=1`],
  ])("are found by %s", async (_title, address) => {
    const store = await open();
    const posts = [{ id: 1 }, { id: 2, day: "2012-03-05", text: a(address) }];
    await bringIn(makeHouse(store), posts);
    expect(brief(await openProposals(store.read))).toEqual(["Post 2 Post 1 text"]);
  });

  it.each([
    ["another site", "https://elsewhere.example/1/"],
    ["itself", `${BLOG}/2/`],
    ["a picture", `${BLOG}/wp-content/uploads/1.jpg`],
    ["what is not public", `${BLOG}/3/`],
    ["nothing that can be read", "http://[/1/"],
  ])("are not seen in a link to %s", async (_title, address) => {
    const store = await open();
    const posts = [{ id: 1 }, { id: 2, text: a(address) }, { id: 3, status: "private" }];
    expect((await bringIn(makeHouse(store), posts)).proposals).toBe(0);
  });

  it("find a post that stands later in the file, and one that was brought in before", async () => {
    const store = await open();
    const house = makeHouse(store);
    const first = { id: 1, text: a(`${BLOG}/2/`) };
    await bringIn(house, [first, { id: 2, day: "2012-03-03" }]);
    expect(brief(await openProposals(store.read))).toEqual(["Post 1 Post 2 text"]);
    const third = { id: 3, day: "2012-03-09", text: a(`${BLOG}/2/`) };
    await bringIn(house, [first, { id: 2, day: "2012-03-03" }, third]);
    expect(brief(await openProposals(store.read))).toEqual([
      "Post 1 Post 2 text",
      "Post 3 Post 2 text",
    ]);
  });

  it("become responses on both pages when they are accepted, and pages made before are dropped", async () => {
    const store = await open();
    const house = makeHouse(store);
    await bringIn(house, THREE);
    const { First = "", Second = "", Third = "" } = await slugs(store);
    const before = await latestChange(store.read);
    const pair = { from: Second, to: First };
    expect(await acceptResponse(house, { ...pair, relation: "follows_up" })).toBe("done");
    const [first, second] = [
      await readEssay(store.read, { slug: First }),
      await readEssay(store.read, { slug: Second }),
    ];
    expect(first?.responses).toMatchObject([{ slug: Second, relation: "follows_up" }]);
    expect(second?.respondsTo).toMatchObject([{ slug: First, relation: "follows_up" }]);
    const { subjects } = await changesSince(store.read, before);
    expect(subjects.sort()).toEqual(
      [`conversation:${first?.conversationId}`, `essay:${first?.id}`, `essay:${second?.id}`].sort(),
    );
    expect(house.told).toEqual(expect.arrayContaining(subjects));
    expect(await openProposals(store.read)).toMatchObject([{ number: 2, from: { slug: Third } }]);
    expect((await bringIn(house, THREE)).proposals).toBe(0);
  });

  it("stay as they are when declined, and can be taken away again after a mistake", async () => {
    const store = await open();
    const house = makeHouse(store);
    await bringIn(house, THREE);
    const { First = "", Second = "" } = await slugs(store);
    const pair = { from: Second, to: First };
    expect(await declineResponse(house, pair)).toBe("done");
    expect((await readEssay(store.read, { slug: First }))?.responses).toEqual([]);
    expect(await acceptResponse(house, { ...pair, relation: "responds" })).toBe("done");
    expect((await readConversation(store.read, { slug: First, page: 1 }))?.found).toBe(true);
    const before = await latestChange(store.read);
    expect(await declineResponse(house, pair)).toBe("done");
    expect((await readConversation(store.read, { slug: First, page: 1 }))?.found).toBe(false);
    const { subjects } = await changesSince(store.read, before);
    expect(subjects).toHaveLength(3);
    expect((await bringIn(house, THREE)).proposals).toBe(0);
    expect(await openProposals(store.read)).toHaveLength(1);
  });

  it("leave alone what a writer has linked, and what can't be read now", async () => {
    const store = await open();
    const house = makeHouse(store);
    await bringIn(house, THREE);
    const { First = "", Second = "" } = await slugs(store);
    expect(await acceptResponse(house, { from: First, to: Second, relation: "responds" })).toBe(
      "unknown",
    );
    expect(await declineResponse(house, { from: "no", to: "such" })).toBe("unknown");
    await store.write((trx) =>
      trx.updateTable("essays").set({ state: "taken_back" }).where("slug", "=", Second).execute(),
    );
    expect(brief(await openProposals(store.read))).toEqual(["Third First pingback"]);
    expect(await acceptResponse(house, { from: Second, to: First, relation: "responds" })).toBe(
      "not_shown",
    );
  });
});
