import fc from "fast-check";
import { expect, test } from "vitest";
import { lostKeyClaim } from "#app/domain/comments/claims.ts";
import { editComment } from "#app/domain/comments/edit.ts";
import { eraseDue } from "#app/domain/comments/erase.ts";
import { postComment } from "#app/domain/comments/post.ts";
import { takeBack, undoTakeBack } from "#app/domain/comments/take-back.ts";
import { isDomainError } from "#app/domain/errors.ts";
import { decide } from "#app/domain/moderation/decide.ts";
import { appointModerator } from "#app/domain/moderation/moderators.ts";
import type { Store } from "#db/connect.ts";
import { eachDialect } from "#tests/support/databases.ts";
import { commentForm, DAY, makeHouse, type TestHouse } from "#tests/support/house.ts";
import { seedEssay } from "#tests/support/seed.ts";

const STATES = ["visible", "waiting", "folded", "removed", "taken_back", "missing"] as const;

/** What the rows say, beside what is kept. */
async function counted(store: Store) {
  const rows = await store.read.selectFrom("comments").selectAll().execute();
  const essay = await store.read.selectFrom("essays").selectAll().executeTakeFirstOrThrow();
  const visible = rows.filter(({ state }) => state === "visible");
  const newest = Math.max(essay.ordered_at, ...visible.map(({ ordered_at }) => ordered_at));
  return {
    kept: [...STATES.map((state) => essay[`comments_${state}`]), essay.active_at],
    right: [...STATES.map((state) => rows.filter((row) => row.state === state).length), newest],
    rows,
  };
}

type Step = { act: (typeof ACTS)[number]; on: number; link: boolean };
const ACTS = [
  "post",
  "answer",
  "edit",
  "take back",
  "undo",
  "erase",
  "fold",
  "let_through",
  "removed",
  "restored",
] as const;

const steps = fc.array(
  fc.record({ act: fc.constantFrom(...ACTS), on: fc.nat(20), link: fc.boolean() }),
  { minLength: 5, maxLength: 25 },
);

/** One life in which a comment stands in every state there is, whatever chance brings beside it. */
const THROUGH_ALL_STATES: Step[] = (
  ["post", "let_through", "fold", "let_through", "removed", "restored", "take back"] as const
).map((act) => ({ act, on: 0, link: false }));

interface Mine {
  id: string;
  key: string;
}

async function take(house: TestHouse, moderator: { id: string }, mine: Mine[], step: Step) {
  const body = step.link ? "See https://example.org/ there." : `Words ${step.on}.`;
  const chosen = mine[step.on % Math.max(1, mine.length)];
  if (step.act === "post" || !chosen) {
    const posted = await postComment(house, commentForm(house, { essayId: "essay1", body }));
    if (posted.ok && posted.key) mine.push({ id: posted.comment.id, key: posted.key });
    return;
  }
  const { id: commentId, key } = chosen;
  const words = { body, perspectives: [], standing: null, note: null, standpoint: null };
  if (step.act === "answer") {
    const form = commentForm(house, { essayId: "essay1", parentId: commentId, key, ...words });
    const posted = await postComment(house, form);
    if (posted.ok) mine.push({ id: posted.comment.id, key });
  } else if (step.act === "edit") await editComment(house, { commentId, key, ...words });
  else if (step.act === "take back") await takeBack(house, { commentId, secret: key });
  else if (step.act === "undo") await undoTakeBack(house, { commentId, key });
  else if (step.act === "fold") await lostKeyClaim(house, { commentId });
  else if (step.act === "erase") {
    house.pass(DAY);
    await eraseDue(house);
  } else {
    const about = { commentId };
    await decide(house, { moderator, about, outcome: step.act, reasonText: "A reason." });
  }
}

eachDialect("kept counts", (open) => {
  test("are right after whatever people do", async () => {
    const seen = new Set<string>();
    await fc.assert(
      fc.asyncProperty(steps, fc.constantFrom("open", "first post waits"), async (all, guests) => {
        const store = await open();
        await seedEssay(store, { id: "essay1" });
        const house = makeHouse(store, { settings: { guests } as { guests: "open" } });
        await appointModerator(house, { name: "Dora Quill" });
        const moderator = await store.read
          .selectFrom("moderators")
          .select("id")
          .executeTakeFirstOrThrow();
        const mine: Mine[] = [];
        for (const step of all) {
          house.pass(1_000);
          try {
            await take(house, moderator, mine, step);
          } catch (error) {
            if (!isDomainError(error)) throw error;
          }
          const { kept, right, rows } = await counted(store);
          expect(kept).toEqual(right);
          for (const { state } of rows) seen.add(state);
        }
      }),
      { numRuns: 13, examples: [[THROUGH_ALL_STATES, "first post waits"]] },
    );
    expect([...seen].sort()).toEqual(["folded", "removed", "taken_back", "visible", "waiting"]);
  });
});
