import { describe, expect, it } from "vitest";
import { postComment } from "#app/domain/comments/post.ts";
import { writtenDown } from "#app/domain/comments/written-down.ts";
import { editEssay } from "#app/domain/essays/edit.ts";
import { ownEssay } from "#app/domain/essays/own.ts";
import { previewEssay } from "#app/domain/essays/preview.ts";
import { publishEssay } from "#app/domain/essays/publish.ts";
import { readEssay } from "#app/domain/essays/read-essay.ts";
import type { EssayFault, EssayForm } from "#app/domain/essays/types.ts";
import { changeVersions, openVersions, ownVersions } from "#app/domain/essays/versions.ts";
import { saveDraft } from "#app/domain/identity/drafts.ts";
import { makeNonce } from "#app/domain/identity/nonce.ts";
import { eachDialect } from "#tests/support/databases.ts";
import { essayForm, published } from "#tests/support/essays.ts";
import { commentForm, makeHouse, posted } from "#tests/support/house.ts";

const NOTHING_BESIDE = { keepOpen: false } as const;

eachDialect("publishing an essay", (open) => {
  it("keeps every field as it was said", async () => {
    const house = makeHouse(await open());
    const said = {
      title: "  Two winters,   one ward ",
      body: "As the charter says[^2], and as I remember[^1].",
      lead: "story",
      perspectives: ["debate", "experience"],
      standing: "beside",
      note: "a death",
      standpoint: "her brother",
      replyMode: "support",
      tags: ["Wards", "wards ", "Сестра"],
      worksCited: ["Mine, unprinted", "The charter, https://e.example/the charter.pdf"],
      indexing: true,
      originalAuthor: "Reed Otter",
      source: "A newsletter, https://e.example/12",
      licence: "CC BY 4.0",
      series: "Winters",
      name: "Slate Heron",
    } as const satisfies Partial<EssayForm>;
    const { essay, name, state, showKey } = published(
      await publishEssay(house, essayForm(house, said)),
    );
    expect({ slug: essay.slug, name, state, showKey }).toEqual({
      slug: "two-winters-one-ward",
      name: "Slate Heron",
      state: "visible",
      showKey: true,
    });
    const page = await readEssay(house.store.read, { slug: essay.slug });
    expect(page).toMatchObject({
      title: "Two winters, one ward",
      lead: "story",
      perspectives: ["experience", "debate"],
      standing: "beside",
      note: "a death",
      standpoint: "her brother",
      replyMode: "support",
      indexing: true,
      worksCited: said.worksCited,
      original: { author: "Reed Otter", licence: "CC BY 4.0" },
      by: { name: "Slate Heron", kind: "thread_name" },
      series: { title: "Winters", position: 1 },
    });
    expect(page?.tags.map((tag) => tag.name).sort()).toEqual(["Wards", "Сестра"]);
    expect(page?.works.map((work) => work.markId !== null)).toEqual([true, true]);
  });

  it("is usual about search engines where nothing is said", async () => {
    const house = makeHouse(await open());
    for (const [lead, listed] of [
      ["story", false],
      ["debate", true],
    ] as const) {
      const form = essayForm(house, { lead });
      const { essay } = published(await publishEssay(house, form));
      const page = await readEssay(house.store.read, { slug: essay.slug });
      expect(page?.indexing).toBe(listed);
    }
  });

  it("makes one essay of fifty equal forms, and another of other words", async () => {
    const house = makeHouse(await open());
    const form = essayForm(house);
    const all = await Promise.all(Array.from({ length: 50 }, () => publishEssay(house, form)));
    expect(new Set(all.map((one) => JSON.stringify(one))).size).toBe(1);
    const other = published(await publishEssay(house, { ...form, title: "Another" }));
    const first = published(all[0] as Awaited<ReturnType<typeof publishEssay>>);
    expect(other.essay.id).not.toBe(first.essay.id);
    expect(other.key).toBe(first.key);
    expect(other.name).not.toBe(first.name);
    const rows = await house.store.read.selectFrom("essays").select("slug").execute();
    expect(rows.map(({ slug }) => slug).sort()).toEqual(["another", "the-kettle-on-the-sill"]);
  });

  it("takes a form that came back without the name typed into it for the same attempt", async () => {
    const house = makeHouse(await open());
    const form = essayForm(house);
    const first = await publishEssay(house, { ...form, name: "Amber Wherry" });
    expect(published(first).name).toBe("Amber Wherry");
    expect(await publishEssay(house, { ...form, name: null })).toEqual(first);
  });

  it("shows the key again until it is written down", async () => {
    const house = makeHouse(await open());
    const form = essayForm(house);
    const { essay, key } = published(await publishEssay(house, form));
    await writtenDown(house, { essayId: essay.id, nonce: form.nonce, key: null });
    const again = await publishEssay(house, form);
    expect(again).toMatchObject({ ok: true, showKey: false });
    const spent = await publishEssay(house, { ...form, title: "Another" });
    expect(spent).toEqual({ ok: false, faults: [{ field: "key", reason: "needed" }] });
    expect((await publishEssay(house, { ...form, title: "Another", key })).ok).toBe(true);
  });

  it("gives the name that the preview promised, and another one in each essay", async () => {
    const house = makeHouse(await open());
    const form = essayForm(house);
    const preview = await previewEssay(house, form);
    const first = published(await publishEssay(house, form));
    expect(first.name).toBe(preview.name);
    const next = essayForm(house, { key: first.key });
    const second = published(await publishEssay(house, next));
    expect(second.name).not.toBe(first.name);
  });

  it("keeps no signs that turn what follows a title, and no tag that only looks like another", async () => {
    const house = makeHouse(await open());
    const turned = { title: "\u202Eevas\u202C it", series: "\u2066Rain\u2069", tags: ["Rain"] };
    const first = published(await publishEssay(house, essayForm(house, turned)));
    const page = await readEssay(house.store.read, { slug: first.essay.slug });
    expect(page).toMatchObject({ title: "evas it", series: { title: "Rain" } });
    const tags = ["ra\u00ADin", "\u202Erain", "ra\u200Bin", "r\u2060ain"];
    published(await publishEssay(house, essayForm(house, { title: "Another", tags })));
    expect(await house.store.read.selectFrom("tags").select(["name", "essays"]).execute()).toEqual([
      { name: "Rain", essays: 2 },
    ]);
    const hidden = await publishEssay(house, essayForm(house, { name: "Marsh\u202E Lantern" }));
    expect(hidden).toMatchObject({ ok: false, faults: [{ field: "name" }] });
  });

  it("names a slug after every script, and numbers what is taken", async () => {
    const house = makeHouse(await open());
    const slugs: string[] = [];
    for (const title of ["Café früh", "Мой опыт", "私の話", "!!", "Café früh", "new"]) {
      const { essay } = published(await publishEssay(house, essayForm(house, { title })));
      slugs.push(essay.slug);
    }
    expect(slugs).toEqual(["cafe-fruh", "мой-опыт", "私の話", "untitled", "cafe-fruh-2", "new-2"]);
  });

  it("drops the draft that it was", async () => {
    const house = makeHouse(await open());
    const nonce = makeNonce(house);
    const kept = await saveDraft(house, { key: null, nonce, draftId: null, slug: "", fields: {} });
    if (!kept.ok) throw new Error(kept.reason);
    const form = essayForm(house, { nonce, draftId: kept.draftId });
    published(await publishEssay(house, form));
    expect(await house.store.read.selectFrom("drafts").selectAll().execute()).toEqual([]);
  });
});

eachDialect("faults of the composer", (open) => {
  const faultsOf = async (form: Partial<EssayForm>): Promise<EssayFault[]> => {
    const house = makeHouse(await open());
    const outcome = await publishEssay(house, essayForm(house, form));
    const stored = await house.store.read.selectFrom("essays").select("id").execute();
    expect(stored).toEqual([]);
    return outcome.ok ? [] : outcome.faults;
  };

  it.each<[string, Partial<EssayForm>, EssayFault]>([
    ["no title", { title: " \u200b" }, { field: "title", reason: "empty" }],
    ["no words", { body: " \n " }, { field: "body", reason: "empty" }],
    ["no lead", { lead: null }, { field: "lead", reason: "missing" }],
    [
      "both perspectives and no lead",
      { lead: null, perspectives: ["debate", "experience"] },
      { field: "lead", reason: "missing" },
    ],
    [
      "a story that speaks only from debate",
      { lead: "story", perspectives: ["debate"] },
      { field: "perspective", reason: "not_the_lead", lead: "story" },
    ],
    [
      "a standing without experience",
      { lead: "debate", standing: "lived" },
      { field: "standing", reason: "only_with_experience" },
    ],
    [
      "support asked for a debate",
      { lead: "debate", replyMode: "support" },
      { field: "reply_mode", reason: "support_only_for_stories" },
    ],
    [
      "a long title",
      { title: "ä".repeat(201) },
      { field: "title", reason: "too_long", limit: 200 },
    ],
    [
      "eleven tags",
      { tags: Array.from({ length: 11 }, (_, n) => `tag ${n}`) },
      { field: "tags", reason: "too_many", limit: 10 },
    ],
    ["a tag of signs", { tags: ["!?"] }, { field: "tags", reason: "no_letters" }],
    [
      "an essay that isn't here",
      { responds: "nowhere" },
      { field: "responds", reason: "not_here" },
    ],
    ["a comment that isn't here", { comment: "none" }, { field: "comment", reason: "not_here" }],
    ["a reserved name", { name: "Moderator" }, { field: "name", reason: "reserved" }],
    ["a key with a slip", { key: "abc" }, { field: "key", reason: "typo" }],
  ])("%s", async (_name, form, fault) => {
    expect(await faultsOf(form)).toEqual([fault]);
  });

  it("looks at no more of a hundred tags than could ever fit", async () => {
    const house = makeHouse(await open());
    // Marks that have to be put in order, which takes time that grows with their square.
    const marks = "\u0301\u0316".repeat(5_000);
    const form = essayForm(house, { tags: Array.from({ length: 100 }, (_, n) => `t${n}${marks}`) });
    const began = performance.now();
    const { faults } = await previewEssay(house, form);
    expect(performance.now() - began).toBeLessThan(2_000);
    expect(faults).toEqual([
      { field: "tags", reason: "too_many", limit: 10 },
      { field: "tags", reason: "too_long", limit: 60 },
    ]);
  });

  it("takes a lead from the only perspective, and a perspective from the lead", async () => {
    const house = makeHouse(await open());
    const one = essayForm(house, { lead: null, perspectives: ["debate"] });
    const { essay } = published(await publishEssay(house, one));
    expect(await readEssay(house.store.read, { slug: essay.slug })).toMatchObject({
      lead: "debate",
      perspectives: ["debate"],
    });
  });
});

eachDialect("essays that answer", (open) => {
  it("stand on both pages at once, after what they answer, in one conversation", async () => {
    const house = makeHouse(await open());
    const first = published(await publishEssay(house, essayForm(house, { title: "First" })));
    const answer = essayForm(house, {
      title: "Second",
      lead: "debate",
      responds: first.essay.slug,
      relation: "disagrees_in_part",
    });
    house.told.length = 0;
    const second = published(await publishEssay(house, answer));
    expect(house.told).toContain(`essay:${first.essay.id}`);
    const [one, two] = await Promise.all(
      [first, second].map(({ essay }) => readEssay(house.store.read, { slug: essay.slug })),
    );
    expect(one?.responses).toMatchObject([{ slug: "second", relation: "disagrees_in_part" }]);
    expect(two?.respondsTo).toMatchObject([{ slug: "first", relation: "disagrees_in_part" }]);
    expect(one?.conversationId).toBe(two?.conversationId);
    const order = await house.store.read
      .selectFrom("essays")
      .select("slug")
      .orderBy("ordered_at")
      .execute();
    expect(order.map(({ slug }) => slug)).toEqual(["first", "second"]);
  });

  it("grow out of a comment", async () => {
    const house = makeHouse(await open());
    const { essay } = published(await publishEssay(house, essayForm(house)));
    const comment = posted(await postComment(house, commentForm(house, { essayId: essay.id })));
    const form = essayForm(house, { title: "Grown", comment: comment.comment.id });
    const grown = published(await publishEssay(house, form));
    const page = await readEssay(house.store.read, { slug: grown.essay.slug });
    expect(page?.respondsTo).toMatchObject([
      { slug: essay.slug, relation: "grew_out_of", comment: { id: comment.comment.id } },
    ]);
  });

  it("can't grow out of an essay as a whole", async () => {
    const house = makeHouse(await open());
    const { essay } = published(await publishEssay(house, essayForm(house)));
    const form = essayForm(house, { title: "B", responds: essay.slug, relation: "grew_out_of" });
    expect(await publishEssay(house, form)).toEqual({
      ok: false,
      faults: [{ field: "relation", reason: "needs_comment" }],
    });
  });
});

eachDialect("a series", (open) => {
  it("grows by its own key only, and goes with its last part", async () => {
    const house = makeHouse(await open());
    const one = published(
      await publishEssay(house, essayForm(house, { title: "One", series: "Winters" })),
    );
    const mine = essayForm(house, { title: "Two", series: "WINTERS", key: one.key });
    const two = published(await publishEssay(house, mine));
    const theirs = essayForm(house, { title: "Three", series: "Winters" });
    const three = published(await publishEssay(house, theirs));
    const placeOf = async (slug: string) =>
      (await readEssay(house.store.read, { slug }))?.series ?? null;
    const first = await placeOf(one.essay.slug);
    expect(await placeOf(two.essay.slug)).toMatchObject({ slug: first?.slug, position: 2 });
    expect((await placeOf(three.essay.slug))?.slug).not.toBe(first?.slug);
    const { slug } = three.essay;
    const own = await ownEssay(house, { slug, key: three.key });
    await editEssay(house, { ...own, ...NOTHING_BESIDE, slug, key: three.key, series: null });
    const left = await house.store.read.selectFrom("series").select("slug").execute();
    expect(left.map((series) => series.slug)).toEqual([first?.slug]);
  });
});

eachDialect("changing an essay", (open) => {
  const written = async (settings = {}) => {
    const house = makeHouse(await open(), { settings });
    const form = essayForm(house, { tags: ["wards"], worksCited: ["A work"] });
    const done = published(await publishEssay(house, form));
    const { slug } = done.essay;
    return { house, slug, key: done.key, own: await ownEssay(house, { slug, key: done.key }) };
  };

  it("keeps slug and earlier words, which readers see only where they are kept open", async () => {
    const { house, slug, key, own } = await written();
    const change = {
      ...own,
      ...NOTHING_BESIDE,
      slug,
      key,
      title: "Anew",
      body: "Other words[^1].",
    };
    expect(await editEssay(house, change)).toMatchObject({ ok: true, state: "visible" });
    const page = await readEssay(house.store.read, { slug });
    expect(page).toMatchObject({ slug, title: "Anew", editedOn: "2026-03-14" });
    expect(page?.html).toContain("cite-1");
    const { id: essayId } = own;
    expect(await openVersions(house.store.read, { essayId })).toEqual([]);
    expect(await ownVersions(house, { slug, key })).toMatchObject([{ version: 1, open: false }]);
    await changeVersions(house, { slug, key, to: "open" });
    expect(await openVersions(house.store.read, { essayId })).toMatchObject([
      { title: "The kettle on the sill" },
    ]);
    await changeVersions(house, { slug, key, to: "forgotten" });
    expect(await ownVersions(house, { slug, key })).toEqual([]);
  });

  it("changes nothing where nothing was changed", async () => {
    const { house, slug, key, own } = await written();
    await editEssay(house, { ...own, ...NOTHING_BESIDE, slug, key });
    const page = await readEssay(house.store.read, { slug });
    expect(page).toMatchObject({ editedOn: null, revision: 1 });
  });

  it("moves tags and their counts", async () => {
    const { house, slug, key, own } = await written();
    await editEssay(house, { ...own, ...NOTHING_BESIDE, slug, key, tags: ["WARDS", "rain"] });
    const tags = await house.store.read
      .selectFrom("tags")
      .select(["name", "essays"])
      .orderBy("name")
      .execute();
    expect(tags).toEqual([
      { name: "rain", essays: 1 },
      { name: "wards", essays: 1 },
    ]);
  });

  it("is for its own key", async () => {
    const { house, slug, own } = await written();
    const other = published(await publishEssay(house, essayForm(house, { title: "Other" })));
    const change = { ...own, ...NOTHING_BESIDE, slug, key: other.key };
    await expect(editEssay(house, change)).rejects.toMatchObject({ kind: "notYours" });
  });
});

describe("waiting to be read", () => {
  eachDialect("by the house's choice", (open) => {
    it.each([
      ["open", "visible", "visible"],
      ["first post waits", "waiting", "visible"],
      ["all wait", "waiting", "waiting"],
    ] as const)("%s", async (guests, first, second) => {
      const house = makeHouse(await open(), { settings: { guests } });
      const one = published(await publishEssay(house, essayForm(house)));
      expect(one.state).toBe(first);
      const reviews = await house.store.read.selectFrom("reviews").select("essay_id").execute();
      expect(reviews).toHaveLength(first === "waiting" ? 1 : 0);
      await house.store.write((trx) =>
        trx.updateTable("essays").set({ state: "visible" }).execute(),
      );
      const next = essayForm(house, { title: "Next", key: one.key });
      expect(published(await publishEssay(house, next)).state).toBe(second);
    });
  });
});
