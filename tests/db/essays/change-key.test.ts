import { expect, test } from "vitest";
import { postComment } from "#app/domain/comments/post.ts";
import { editEssay } from "#app/domain/essays/edit.ts";
import { findEssay } from "#app/domain/essays/find-essay.ts";
import { ownEssay } from "#app/domain/essays/own.ts";
import { publishEssay } from "#app/domain/essays/publish.ts";
import { takeBackEssay, undoTakeBackEssay } from "#app/domain/essays/take-back.ts";
import { changeKey } from "#app/domain/identity/change-key.ts";
import { inbox } from "#app/domain/identity/inbox.ts";
import { makeNonce } from "#app/domain/identity/nonce.ts";
import { runDueJobs } from "#app/domain/jobs/run-due-jobs.ts";
import { eachDialect } from "#tests/support/databases.ts";
import { essayForm, published } from "#tests/support/essays.ts";
import { commentForm, DAY, HOUR, makeHouse, posted } from "#tests/support/house.ts";

eachDialect("a key that is changed", (open) => {
  test("gives essays, series and what is taken back to the new one, and nothing of others", async () => {
    const store = await open();
    const house = makeHouse(store);
    const publish = async (form: Parameters<typeof essayForm>[1] = {}) => {
      house.pass(HOUR);
      return published(await publishEssay(house, essayForm(house, form)));
    };
    const one = await publish({ title: "One", series: "Winters" });
    const { key } = one;
    const two = await publish({ title: "Two", key });
    const other = await publish({ title: "Other", series: "Summers" });
    await takeBackEssay(house, { slug: two.essay.slug, secret: key });
    const changed = await changeKey(house, { key, nonce: makeNonce(house) });
    if (!changed.ok) throw new Error(changed.reason);

    const { slug } = one.essay;
    await expect(ownEssay(house, { slug, key })).rejects.toMatchObject({ kind: "notYours" });
    for (const secret of [key, one.takeBackCode]) {
      await expect(takeBackEssay(house, { slug, secret })).rejects.toMatchObject({
        kind: "notYours",
      });
    }
    const kept = await ownEssay(house, { slug, key: changed.key });
    expect(kept).toMatchObject({ title: "One", series: "Winters" });
    const again = await undoTakeBackEssay(house, { slug: two.essay.slug, key: changed.key });
    expect(again).toMatchObject({ state: "visible" });

    // The series is the new key's as well: another part joins it, and none begins beside it.
    await publish({ title: "Three", series: "Winters", key: changed.key });
    const series = store.read.selectFrom("series").select("title").orderBy("title");
    expect(await series.execute()).toEqual([{ title: "Summers" }, { title: "Winters" }]);
    const theirs = { slug: other.essay.slug, key: other.key };
    const others = await ownEssay(house, theirs);
    const edited = { ...others, body: "Changed.", ...theirs, keepOpen: false };
    expect(await editEssay(house, edited)).toMatchObject({ ok: true });

    // What is erased afterwards is found under its old address by hashes that no key made.
    await takeBackEssay(house, { slug, secret: changed.takeBackCode });
    house.pass(DAY);
    expect(await runDueJobs(house)).toMatchObject({ erased: 1 });
    const later = await changeKey(house, { key: changed.key, nonce: makeNonce(house) });
    expect(later.ok).toBe(true);
    expect(await findEssay(house, { slug })).toMatchObject({ id: one.essay.id });
  });
});

eachDialect("the inbox of who wrote an essay", (open) => {
  test("has the essays with their states, and what answers them", async () => {
    const store = await open();
    const house = makeHouse(store);
    const publish = async (form: Parameters<typeof essayForm>[1] = {}) => {
      house.pass(HOUR);
      return published(await publishEssay(house, essayForm(house, form)));
    };
    const mine = await publish({ title: "Mine" });
    const { key } = mine;
    const { slug, id } = mine.essay;
    const theirs = await publish({ title: "Theirs" });
    const comment = posted(
      await postComment(house, commentForm(house, { essayId: theirs.essay.id, key })),
    );
    const answer = await publish({ title: "An answer", responds: slug });
    await publish({ title: "My own answer", responds: slug, key });
    const grown = await publish({ title: "Grown", comment: comment.comment.id });
    const gone = await publish({ title: "Gone", responds: slug });
    await takeBackEssay(house, { slug: gone.essay.slug, secret: gone.key });
    const under = posted(await postComment(house, commentForm(house, { essayId: id })));
    const taken = await publish({ title: "Taken back", key });
    const { undoUntil } = await takeBackEssay(house, { slug: taken.essay.slug, secret: key });

    const read = await inbox(house, { keys: [key], after: null });
    expect(read?.answers).toMatchObject([{ id: under.comment.id, answersId: null, slug }]);
    expect(read?.responses).toMatchObject([
      {
        slug: grown.essay.slug,
        relation: "grew_out_of",
        comment: { id: comment.comment.id, name: comment.name },
        to: { slug: "theirs", title: "Theirs" },
      },
      { slug: answer.essay.slug, relation: "responds", comment: null, to: { slug, title: "Mine" } },
    ]);
    const shown = read?.pieces.map(({ of, title, state }) => [of, title, state]);
    expect(shown).toEqual([
      ["essay", "Taken back", "taken_back"],
      ["essay", "My own answer", "visible"],
      ["comment", "Theirs", "visible"],
      ["essay", "Mine", "visible"],
    ]);
    expect(read?.pieces[0]).toMatchObject({ undoUntil, slug: taken.essay.slug });

    // What others took back or lost to a moderator has no name in my inbox.
    await takeBackEssay(house, { slug: theirs.essay.slug, secret: theirs.key });
    for (const wait of [0, DAY]) {
      house.pass(wait);
      await runDueJobs(house);
      const after = await inbox(house, { keys: [key], after: null });
      expect(JSON.stringify(after)).not.toContain("Theirs");
      const left = after?.pieces.find(({ of }) => of === "comment");
      expect(left).toMatchObject({ title: null, state: "visible" });
      expect(after?.responses[0]).toMatchObject({ slug: "grown", to: { title: null } });
    }
  });
});
