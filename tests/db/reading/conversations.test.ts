import fc from "fast-check";
import { expect, it } from "vitest";
import { essayPageSubjects, grownOutOf } from "#app/domain/essays/around-essay.ts";
import { findConversation } from "#app/domain/essays/find-conversation.ts";
import { rememberGone } from "#app/domain/essays/gone-addresses.ts";
import { dropAcceptedLink, linkEssays } from "#app/domain/essays/links.ts";
import {
  CONVERSATION_PAGE,
  placeInConversation,
  readConversation,
} from "#app/domain/essays/read-conversation.ts";
import { readEssay } from "#app/domain/essays/read-essay.ts";
import type { Store } from "#db/connect.ts";
import {
  conversationLinks,
  conversationOfSlug,
  conversationStubs,
  conversationWords,
} from "#db/queries/conversations.ts";
import type { PieceState, Relation } from "#db/schema.ts";
import { eachDialect } from "#tests/support/databases.ts";
import { makeHouse } from "#tests/support/house.ts";
import { queryPlan, wholeReads } from "#tests/support/query-plan.ts";
import { commentRow, seedComments, seedEssay } from "#tests/support/seed.ts";

const DAY_MS = 86_400_000;
const dayOf = (place: number) => new Date((20_000 + place) * DAY_MS).toISOString().slice(0, 10);

/** Essays `names[0]`, `names[1]` … a day apart. */
async function essays(
  store: Store,
  names: readonly string[],
  given: Partial<Parameters<typeof seedEssay>[1]> = {},
): Promise<void> {
  for (const [place, id] of names.entries()) {
    const at = (20_000 + place) * DAY_MS;
    await seedEssay(store, { ordered_at: at, published_on: dayOf(place), ...given, id });
  }
}

async function link(
  store: Store,
  from: string,
  to: string,
  {
    relation = "responds",
    toComment = null as string | null,
    source = "writer" as "writer" | "pingback",
  } = {},
): Promise<void> {
  const rest = { source, on: "2026-03-01", toComment };
  await store.write((trx) =>
    linkEssays(trx, { ...rest, from, to, relation: relation as Relation }),
  );
}

async function setState(store: Store, id: string, state: PieceState): Promise<void> {
  await store.write((trx) =>
    trx.updateTable("essays").set({ state }).where("id", "=", id).execute(),
  );
}

async function conversationOf(store: Store, slug: string, page = 1) {
  const read = await readConversation(store.read, { slug, page });
  if (!read?.found) throw new Error("no conversation");
  return read.conversation;
}

eachDialect("conversations of essays", (open) => {
  it("stand in reading order under what they answer, with the relation and the others named", async () => {
    const store = await open();
    await essays(store, ["a", "b", "c", "d"]);
    await link(store, "b", "a");
    await link(store, "d", "b", { relation: "disagrees_in_part" });
    await link(store, "d", "c", { relation: "follows_up" });
    await link(store, "c", "a", { relation: "follows_up" });
    const { entries, first, size, firstDay, lastDay } = await conversationOf(store, "d");
    expect(entries.map(({ id, parentId }) => [id, parentId])).toEqual([
      ["a", null],
      ["b", "a"],
      ["d", "b"],
      ["c", "a"],
    ]);
    expect(entries[2]?.answers).toEqual([
      expect.objectContaining({
        relation: "disagrees_in_part",
        to: expect.objectContaining({ id: "b" }),
      }),
      expect.objectContaining({ relation: "follows_up", to: expect.objectContaining({ id: "c" }) }),
    ]);
    expect({ first: first.slug, size, firstDay, lastDay }).toEqual({
      ...{ first: "a", size: 4 },
      ...{ firstDay: dayOf(0), lastDay: dayOf(3) },
    });
  });

  it("hold every essay that hangs together exactly once, whatever the links are", async () => {
    const store = await open();
    const names = Array.from({ length: 9 }, (_, place) => `e${place}`);
    await essays(store, names);
    const pairs = fc.array(fc.tuple(fc.nat(8), fc.nat(8)), { maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(pairs, async (chosen) => {
        await store.write(async (trx) => {
          await trx.deleteFrom("essay_links").execute();
          await trx.updateTable("essays").set({ conversation_id: null }).execute();
        });
        const links = chosen.filter(([from, to]) => from !== to);
        for (const [from, to] of links) await link(store, `e${from}`, `e${to}`);
        for (const [place, name] of names.entries()) {
          const together = [...reached(place, links)].map((other) => `e${other}`).sort();
          const read = await readConversation(store.read, { slug: name, page: 1 });
          const found = read?.found ? read.conversation.entries : [];
          const ids = found.map(({ id }) => id);
          expect([...ids].sort()).toEqual(together.length === 1 ? [] : together);
          for (const [at, { parentId }] of found.entries()) {
            if (parentId !== null) expect(ids.slice(0, at)).toContain(parentId);
          }
        }
      }),
      { numRuns: 15 },
    );
  });

  it("keep the empty place of what was removed or taken back, with neither words nor name", async () => {
    const store = await open();
    await essays(store, ["a", "b", "c"], {
      ...{ title: "canary title", by_name: "Canary Name", first_lines: "canary lines" },
      ...{ standpoint: "canary standpoint", note: "canary note" },
    });
    await link(store, "b", "a");
    await link(store, "c", "b");
    for (const state of ["removed", "taken_back", "missing", "folded"] as const) {
      await setState(store, "b", state);
      const { entries } = await conversationOf(store, "a");
      expect(entries.map(({ id, parentId }) => [id, parentId])).toEqual([
        ["a", null],
        ["b", "a"],
        ["c", "b"],
      ]);
      expect(entries[1]).toMatchObject({ slug: "", title: "", publishedOn: dayOf(1) });
      expect(JSON.stringify({ ...entries[1], answers: [] })).not.toMatch(/canary/i);
      expect(JSON.stringify(entries[2]?.answers)).not.toMatch(/canary/i);
    }
    await setState(store, "a", "taken_back");
    const { first, beganWithFirst } = await conversationOf(store, "b");
    expect({ first: first.slug, beganWithFirst }).toEqual({ first: "c", beganWithFirst: false });
    await setState(store, "c", "removed");
    expect(await readConversation(store.read, { slug: "c", page: 1 })).toMatchObject({
      found: false,
    });
  });

  it("are found by the address of an essay whose words, and slug with them, have left", async () => {
    const store = await open();
    const house = makeHouse(store);
    await essays(store, ["a", "b"]);
    await link(store, "b", "a");
    await setState(store, "a", "taken_back");
    await store.write((trx) =>
      rememberGone(trx, house.secrets, { essayId: "a", slugs: ["old-title"] }),
    );
    const found = await findConversation(house, { slug: "old-title", page: 1 });
    expect(found).toMatchObject({ found: true, conversation: { first: { slug: "b" } } });
    expect(await findConversation(house, { slug: "no-title", page: 1 })).toBeNull();
  });

  it("never show the first lines of what is folded behind a note", async () => {
    const store = await open();
    await essays(store, ["a", "b"], { note: "a night", first_lines: "canary" });
    await link(store, "b", "a");
    const { entries } = await conversationOf(store, "a");
    expect(entries.map(({ note, firstLines }) => [note, firstLines])).toEqual([
      ["a night", ""],
      ["a night", ""],
    ]);
  });

  it("leave out what waits, and lead from an essay that is alone to itself", async () => {
    const store = await open();
    await essays(store, ["a", "b", "alone"]);
    await link(store, "b", "a");
    await setState(store, "b", "waiting");
    expect(await readConversation(store.read, { slug: "b", page: 1 })).toBeNull();
    for (const slug of ["a", "alone"]) {
      const read = await readConversation(store.read, { slug, page: 1 });
      expect(read).toMatchObject({ found: false, slug });
    }
    expect(await readConversation(store.read, { slug: "nowhere", page: 1 })).toBeNull();
  });

  it("come in pages of a hundred, and each essay knows on which it stands", async () => {
    const store = await open();
    const names = Array.from({ length: 130 }, (_, place) => `e${String(place).padStart(3, "0")}`);
    await essays(store, names);
    for (const [place, name] of names.entries()) {
      if (place > 0) await link(store, name, names[0] ?? "");
    }
    const second = await conversationOf(store, "e120", 2);
    expect(second).toMatchObject({ page: 2, pages: 2, pageOfAsked: 2, size: 130 });
    expect(second.entries).toHaveLength(130 - CONVERSATION_PAGE);
    expect(second.entries[0]?.answers[0]).toMatchObject({ page: 1, to: { id: "e000" } });
    expect(await readConversation(store.read, { slug: "e000", page: 3 })).toBeNull();
    const id = (await readEssay(store.read, { slug: "e000" }))?.conversationId ?? "";
    const place = await placeInConversation(store.read, { essayId: "e100", conversationId: id });
    expect(place).toMatchObject({
      ...{ slug: "e000", page: 2, size: 130 },
      ...{ previous: { id: "e099" }, next: { id: "e101" } },
    });
  });

  it("tell an essay its neighbours, past what is not shown", async () => {
    const store = await open();
    await essays(store, ["a", "b", "c", "d"]);
    await link(store, "b", "a");
    await link(store, "c", "b");
    await link(store, "d", "c");
    await setState(store, "b", "removed");
    const conversationId = (await readEssay(store.read, { slug: "a" }))?.conversationId ?? "";
    const placeOf = (essayId: string) =>
      placeInConversation(store.read, { essayId, conversationId });
    expect(await placeOf("a")).toMatchObject({ previous: null, next: { id: "c" }, size: 3 });
    expect(await placeOf("b")).toMatchObject({ previous: { id: "a" }, next: { id: "c" } });
    expect(await placeOf("d")).toMatchObject({ previous: { id: "c" }, next: null });
  });

  it("are two and two again when what joined them goes", async () => {
    const store = await open();
    await essays(store, ["a", "b", "c", "d"]);
    await link(store, "b", "a");
    await link(store, "d", "c");
    await link(store, "c", "b", { source: "pingback" });
    expect((await conversationOf(store, "d")).size).toBe(4);
    await store.write((trx) => dropAcceptedLink(trx, { from: "c", to: "b" }));
    expect((await conversationOf(store, "d")).size).toBe(2);
    expect((await conversationOf(store, "a")).size).toBe(2);
    await store.write((trx) => dropAcceptedLink(trx, { from: "d", to: "c" }));
    expect((await conversationOf(store, "d")).size).toBe(2);
  });

  it("name the comment out of which an essay grew, and nobody where it is no longer shown", async () => {
    const store = await open();
    await essays(store, ["a", "b"]);
    await seedComments(store, "a", [commentRow("a", { id: "c1", by_name: "Quiet Heron" })]);
    await link(store, "b", "a", { relation: "grew_out_of", toComment: "c1" });
    const comment = async () => ({
      entry: (await conversationOf(store, "a")).entries[1]?.answers[0]?.comment?.name,
      page: (await readEssay(store.read, { slug: "b" }))?.respondsTo[0]?.comment?.name,
    });
    expect(await comment()).toEqual({ entry: "Quiet Heron", page: "Quiet Heron" });
    await store.write((trx) => trx.updateTable("comments").set({ state: "taken_back" }).execute());
    expect(await comment()).toEqual({ entry: null, page: null });
    const [a, b] = [
      await readEssay(store.read, { slug: "a" }),
      await readEssay(store.read, { slug: "b" }),
    ];
    if (!a || !b) throw new Error("both were seeded");
    expect([...grownOutOf(a).keys()]).toEqual(["c1"]);
    expect(essayPageSubjects(b).sort()).toEqual([
      `conversation:${a.conversationId}`,
      "essay:a",
      "essay:b",
    ]);
  });

  const plans = {
    "the conversation of an essay": ({ read }: Store) => conversationOfSlug(read, { slug: "a" }),
    "its essays": ({ read }: Store) => conversationStubs(read, { conversationId: "a" }),
    "its links": ({ read }: Store) => conversationLinks(read, { conversationId: "a" }),
    "its words": ({ read }: Store) => conversationWords(read, { ids: ["a", "b"] }),
  };
  for (const [title, query] of Object.entries(plans)) {
    it(`reads ${title} along an index, in its order`, async () => {
      const store = await open();
      await essays(store, ["a", "b"]);
      await link(store, "b", "a");
      expect(wholeReads(await queryPlan(store, query(store).compile()))).toEqual([]);
    });
  }
});

/** What can be reached along links, whichever way they point. */
function reached(start: number, links: readonly [number, number][]): Set<number> {
  const found = new Set([start]);
  for (let before = 0; before !== found.size; ) {
    before = found.size;
    for (const [from, to] of links) {
      if (found.has(from)) found.add(to);
      if (found.has(to)) found.add(from);
    }
  }
  return found;
}
