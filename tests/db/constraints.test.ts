import { sql } from "kysely";
import { expect, it } from "vitest";
import type { Store, Writer } from "#db/connect.ts";
import { eachDialect } from "#tests/support/databases.ts";
import { commentRow, essayRow, insertComments, insertEssays } from "#tests/support/rows.ts";

type Rule = "unique" | "foreign_key" | "check" | "not_null" | "other";

/** Two essays with a small thread, so that each bad row is bad in one way only. */
async function ground(store: Store): Promise<void> {
  await store.write(async (trx) => {
    await insertEssays(trx, essayRow("e1"), essayRow("e2"));
    await insertComments(trx, commentRow("c1", "e1"), commentRow("c9", "e2"));
    await insertComments(trx, reply("c2", {}));
  });
}

function reply(id: string, over: Parameters<typeof commentRow>[2]) {
  return commentRow(id, "e1", { parent_id: "c1", root_id: "c1", depth: 2, ...over });
}

type Bad = [title: string, rule: Rule, insert: (trx: Writer) => Promise<unknown>];

const essay = (title: string, rule: Rule, over: Parameters<typeof essayRow>[1]): Bad => [
  `an essay ${title}`,
  rule,
  (trx) => insertEssays(trx, essayRow("bad", over)),
];

const comment = (title: string, rule: Rule, over: Parameters<typeof commentRow>[2]): Bad => [
  `a comment ${title}`,
  rule,
  (trx) => insertComments(trx, commentRow("bad", "e1", over)),
];

const answer = (title: string, rule: Rule, over: Parameters<typeof commentRow>[2]): Bad => [
  `an answer ${title}`,
  rule,
  (trx) => insertComments(trx, reply("bad", over)),
];

const raw = (title: string, rule: Rule, statement: string): Bad => [
  title,
  rule,
  (trx) => sql.raw(statement).execute(trx),
];

const marks = { owner_mark: "m", secret_id: "s" };

const bad: Bad[] = [
  essay("with a taken address", "unique", { slug: "slug-of-e1" }),
  essay("without an address", "check", { slug: "" }),
  essay("in an unknown state", "check", { state: "hidden" as "visible" }),
  essay("whose lead is not one of its perspectives", "check", { lead: "debate" }),
  essay("without a perspective", "check", { experience: 0 }),
  essay("with a perspective that is neither yes nor no", "check", { debate: 2 as 1 }),
  essay("that asks for support but is no story", "check", {
    lead: "debate",
    debate: 1,
    reply_mode: "support",
  }),
  essay("with a standing beside no experience", "check", {
    lead: "debate",
    debate: 1,
    experience: 0,
    standing: "lived",
  }),
  essay("with a day that is none", "check", { published_on: "2026-3-01" }),
  essay("with a day and an hour", "check", { published_on: "2026-03-01T12:00" }),
  essay("in the thirteenth month", "check", { active_on: "2026-13-01" }),
  essay("with fewer than no comments", "check", { comments_visible: -1 }),
  essay("with half a name", "check", { by_name: "Amber Finch" }),
  essay("with a mark of no secret", "check", { owner_mark: "m" }),
  comment("under no essay", "foreign_key", { essay_id: "nowhere" }),
  comment("at no depth", "check", { depth: 0 }),
  comment("on top but deeper", "check", { depth: 2 }),
  comment("on top in another's branch", "check", { root_id: "c1" }),
  comment("from nowhere", "check", { origin: "robot" as "guest" }),
  comment("that answers itself", "check", { parent_id: "bad", root_id: "c1", depth: 2 }),
  answer("to a comment that is not there", "foreign_key", { parent_id: "nowhere" }),
  answer("to a comment under another essay", "foreign_key", { parent_id: "c9" }),
  answer("in a branch that is not there", "foreign_key", { root_id: "nowhere" }),
  answer("at the top", "check", { depth: 1 }),
  answer("that is its own branch", "check", { root_id: "bad" }),
  raw("two comments from one attempt", "unique", "update comments set attempt_mark = 'one'"),
  raw("two essays from one attempt", "unique", "update essays set attempt_mark = 'one'"),
  raw("a comment without a state", "not_null", "update comments set state = null"),
  raw("an essay taken from under its thread", "foreign_key", "delete from essays where id = 'e1'"),
  raw(
    "a parent taken from under its answer",
    "foreign_key",
    "delete from comments where id = 'c1'",
  ),
  raw("an essay that answers itself", "check", linkOf("e1", "e1")),
  raw(
    "a comment that addresses itself",
    "check",
    "insert into comment_addresses values ('c1', 'c1')",
  ),
  raw("a lease without a holder", "not_null", "insert into leases values ('x', null, 1)"),
  [
    "a second name of one writer in one thread",
    "unique",
    async (trx) => {
      for (const name of ["Amber Finch", "Quiet Heron"]) {
        await trx
          .insertInto("thread_names")
          .values({ essay_id: "e1", name_key: name.toLowerCase(), name, ...marks })
          .execute();
      }
    },
  ],
  [
    "the same open question twice",
    "unique",
    async (trx) => {
      for (const id of ["r1", "r2"]) await trx.insertInto("reviews").values(review(id)).execute();
    },
  ],
];

function linkOf(from: string, to: string): string {
  return `insert into essay_links values ('${from}', '${to}', '', 'responds', 'writer', '2026-01-01')`;
}

function review(id: string) {
  return {
    id,
    comment_id: "c1",
    kind: "my_words" as const,
    ordered_at: 1,
    asked_on: "2026-03-01",
    outcome: null,
  };
}

eachDialect("the database refuses", (open) => {
  it("none of the sound rows", async () => {
    const store = await open();
    await ground(store);
    await store.write(async (trx) => {
      await insertComments(trx, reply("ok", { depth: 2, standing: "lived", experience: 1 }));
      for (const essayId of ["e1", "e2"]) {
        const name = { essay_id: essayId, name_key: "amber", name: "Amber", ...marks };
        await trx.insertInto("thread_names").values(name).execute();
      }
      for (const key of ["imported", "imported too"]) {
        const name = {
          essay_id: "e1",
          name_key: key,
          name: key,
          owner_mark: null,
          secret_id: null,
        };
        await trx.insertInto("thread_names").values(name).execute();
      }
      await trx.insertInto("reviews").values(review("r1")).execute();
      await trx.updateTable("reviews").set({ outcome: "removed" }).execute();
      await trx.insertInto("reviews").values(review("r2")).execute();
    });
    const rows = await store.read.selectFrom("comments").select("id").orderBy("id").execute();
    expect(rows.map(({ id }) => id)).toEqual(["c1", "c2", "c9", "ok"]);
  });

  it.each(bad)("%s (%s)", async (_title, rule, insert) => {
    const store = await open();
    await ground(store);
    await expect(store.write(insert)).rejects.toMatchObject({ kind: "store_constraint", rule });
  });

  it("a word where a number belongs", async () => {
    const store = await open();
    const write = store.write((trx) =>
      sql.raw("insert into counters values ('x', 'many')").execute(trx),
    );
    await expect(write).rejects.toThrow();
  });

  it("to sort otherwise than byte by byte", async () => {
    const store = await open();
    const names = ["b", "Z", "a", "é", "A", "z", "-", "1", "😀", "\uffff"];
    await store.write((trx) =>
      trx
        .insertInto("counters")
        .values(names.map((name) => ({ name, value: 1 })))
        .execute(),
    );
    const rows = await store.read.selectFrom("counters").select("name").orderBy("name").execute();
    const bytewise = names.toSorted((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
    expect(rows.map(({ name }) => name)).toEqual(bytewise);
  });
});
