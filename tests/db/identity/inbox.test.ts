import { expect, test } from "vitest";
import { postComment } from "#app/domain/comments/post.ts";
import { takeBack } from "#app/domain/comments/take-back.ts";
import { inbox, myThreads } from "#app/domain/identity/inbox.ts";
import { randomKey } from "#app/domain/identity/key.ts";
import { answersToMine, ownPieces } from "#db/queries/inbox.ts";
import { eachDialect } from "#tests/support/databases.ts";
import { commentForm, HOUR, makeHouse, posted } from "#tests/support/house.ts";
import { queryPlan } from "#tests/support/query-plan.ts";
import { seedEssay } from "#tests/support/seed.ts";

eachDialect("the inbox", (open) => {
  async function ready() {
    const store = await open();
    for (const id of ["essay1", "essay2", "essay3"]) await seedEssay(store, { id });
    const house = makeHouse(store);
    const post = async (form: Parameters<typeof commentForm>[1]) => {
      house.pass(HOUR);
      return posted(await postComment(house, commentForm(house, form)));
    };
    const mine = await post({ essayId: "essay1", body: "Mine." });
    return { store, house, post, mine, key: mine.key };
  }

  test("has what answers or addresses me, newest first, and nothing of my own", async () => {
    const { house, post, mine, key } = await ready();
    const elsewhere = await post({ essayId: "essay2", body: "Mine too.", key });
    const answer = await post({ essayId: "essay1", parentId: mine.comment.id, note: "a death" });
    const beside = await post({
      essayId: "essay1",
      parentId: answer.comment.id,
      addresses: [mine.comment.id],
    });
    await post({ essayId: "essay1", parentId: mine.comment.id, key, body: "To myself." });
    await post({ essayId: "essay1", parentId: answer.comment.id, body: "To another." });
    const linked = "See https://example.org/";
    await post({ essayId: "essay1", parentId: mine.comment.id, body: linked });
    const gone = await post({ essayId: "essay2", parentId: elsewhere.comment.id });
    await takeBack(house, { commentId: gone.comment.id, secret: gone.key });
    const there = await post({ essayId: "essay2", parentId: elsewhere.comment.id });
    const read = await inbox(house, { keys: [key.toLowerCase()], after: null });
    expect(read?.answers.map(({ id, answersId }) => [id, answersId])).toEqual([
      [there.comment.id, elsewhere.comment.id],
      [beside.comment.id, mine.comment.id],
      [answer.comment.id, mine.comment.id],
    ]);
    expect(read?.answers[2]).toMatchObject({
      slug: "essay1",
      title: "Title of essay1",
      note: "a death",
      by: { name: answer.name, kind: "thread_name" },
      writtenOn: "2026-03-14",
    });
    expect(read?.next).toBeNull();
    expect(read?.threads).toEqual([
      { essayId: "essay1", slug: "essay1", title: "Title of essay1", name: mine.name },
      { essayId: "essay2", slug: "essay2", title: "Title of essay2", name: elsewhere.name },
    ]);
    expect(await myThreads(house, { key })).toEqual(read?.threads);
    expect(read?.pieces.map(({ state }) => state)).toEqual(["visible", "visible", "visible"]);
    const other = await inbox(house, { keys: [answer.key], after: null });
    expect(other?.answers.map(({ id }) => id)).toContain(beside.comment.id);
    expect(await inbox(house, { keys: [randomKey()], after: null })).toBeNull();
  });

  test("shows my waiting pieces with their state", async () => {
    const { house, post } = await ready();
    const waiting = await post({ essayId: "essay3", body: "https://example.org/ is it." });
    const read = await inbox(house, { keys: [waiting.key], after: null });
    expect(read?.pieces).toMatchObject([{ id: waiting.comment.id, state: "waiting" }]);
  });

  test("is paged without a gap or a repeat, also while answers come in", async () => {
    const { house, post, mine, key } = await ready();
    const all: string[] = [];
    const answer = async () =>
      all.push((await post({ essayId: "essay1", parentId: mine.comment.id })).comment.id);
    for (let i = 0; i < 65; i += 1) await answer();
    const before = [...all].reverse();
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const read: Awaited<ReturnType<typeof inbox>> = await inbox(house, { keys: [key], after });
      seen.push(...(read?.answers.map(({ id }) => id) ?? []));
      after = read?.next ?? null;
      await answer();
    } while (after !== null);
    expect(seen).toEqual(before);
    const start = await inbox(house, { keys: [key], after: "not a cursor" });
    expect(start?.answers[0]?.id).toBe(all.at(-1));
  });

  test("its queries read along indexes", async () => {
    const { store } = await ready();
    const mine = { essayIds: ["essay1", "essay2"], marks: ["a", "b"] };
    const after = { at: 1, id: "a" };
    for (const query of [
      answersToMine(store.read, { ...mine, after, limit: 31 }),
      ownPieces(store.read, { ...mine, limit: 100 }),
    ]) {
      const plan = await queryPlan(store, query.compile());
      const whole = plan.filter((line) =>
        /^SCAN (comments|essays|mine)|Seq Scan/.test(line.trim()),
      );
      expect(plan.length).toBeGreaterThan(0);
      expect(whole, plan.join("\n")).toEqual([]);
    }
  });
});
