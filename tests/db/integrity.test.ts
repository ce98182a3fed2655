import { open as openFile } from "node:fs/promises";
import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import { connect, type Store, sqliteFile, type Writer } from "#db/connect.ts";
import type { Finding } from "#db/queries/finding.ts";
import { checkIntegrity } from "#db/queries/integrity.ts";
import { eachDialect, freshDatabaseUrl } from "#tests/support/databases.ts";
import { commentRow, essayRow, insertComments, insertEssays } from "#tests/support/rows.ts";

/** Three essays that answer each other, tagged and in a series; one was erased. */
async function soundCompany(trx: Writer): Promise<void> {
  const together = { conversation_id: "e3" };
  await insertEssays(
    trx,
    essayRow("e3", together),
    essayRow("e4", together),
    essayRow("e5", { ...together, state: "waiting" }),
    essayRow("e6", {
      ...{ state: "taken_back", title: "", markdown: "", html: "", first_lines: "", words: 0 },
    }),
  );
  for (const statement of [
    "insert into tags (slug, name, name_key, essays) values ('wards', 'Wards', 'wards', 1)",
    `insert into essay_tags
      (essay_id, tag_slug, listed, ordered_at, active_at, experience, debate, standing)
      select id, 'wards', case when state = 'visible' then 1 else 0 end,
        ordered_at, active_at, experience, debate, standing from essays where id in ('e4', 'e5')`,
    `insert into essay_links values ('e4', 'e3', '', 'responds', 'writer', '2026-03-01')`,
    `insert into essay_links values ('e5', 'e4', '', 'responds', 'writer', '2026-03-01')`,
    "insert into series (id, slug, title) values ('s1', 's1', 'Winters')",
    "insert into series_essays values ('s1', 'e3', 1)",
    `insert into reviews (id, essay_id, kind, ordered_at, asked_on)
      values ('r1', 'e5', 'first_post', 1, '2026-03-01')`,
    "insert into gone_addresses values ('mark', 'secret', 'e6')",
  ]) {
    await sql.raw(statement).execute(trx);
  }
}

/** An account with a name that has written, and a claim to a name of the old blog. */
async function soundAccount(trx: Writer): Promise<void> {
  for (const statement of [
    "insert into accounts values ('a1', 'x', 'k', null)",
    "insert into passphrases values ('l1', 'a1', 's', 'x', 'k')",
    "insert into recovery_codes values ('c1', 'a1', 'x', 'k')",
    `insert into pen_names (id, name, name_key, look_key, owner_mark, secret_id)
      values ('p1', 'Quiet Heron', 'quiet heron', 'quiet heron', 'm', 'k')`,
    `insert into name_claims (id, imported_name, shown_as, sealed_key, secret_id, asked_on)
      values ('n1', 'Jane', 'imported', 'x', 'k', '2026-03-01')`,
    `update comments set by_kind = 'pen_name', by_name = 'Quiet Heron', owner_mark = 'm',
      secret_id = 'k' where id = 'c3'`,
  ]) {
    await sql.raw(statement).execute(trx);
  }
}

/** Two essays; under the first a branch of three, one of them removed. And some company. */
async function soundStore(store: Store): Promise<void> {
  await store.write(async (trx) => {
    const active_at = 1_772_409_600_000;
    const counts = { comments_visible: 2, comments_removed: 1 };
    await insertEssays(trx, essayRow("e1", { active_at, ...counts }), essayRow("e2"));
    await soundCompany(trx);
    await insertComments(
      trx,
      commentRow("c1", "e1"),
      commentRow("c2", "e1", { parent_id: "c1", root_id: "c1", depth: 2, state: "removed" }),
      commentRow("c3", "e1", { parent_id: "c2", root_id: "c1", depth: 3 }),
    );
    await soundAccount(trx);
  });
}

type Damage = [title: string, finding: Partial<Finding>, damage: (trx: Writer) => Promise<unknown>];

const raw = (statement: string) => (trx: Writer) => sql.raw(statement).execute(trx);

const damages: Damage[] = [
  [
    "a count that is one too high",
    { about: "count", subject: "e1", detail: "keeps 3 comments as visible, and 2 are there" },
    raw("update essays set comments_visible = 3 where id = 'e1'"),
  ],
  [
    "a count of comments that are not there",
    { about: "count", subject: "e2", detail: "keeps 1 comments as folded, and 0 are there" },
    raw("update essays set comments_folded = 1 where id = 'e2'"),
  ],
  [
    "a depth that is not one below its parent's",
    { about: "parent", subject: "c3" },
    raw("update comments set depth = 4 where id = 'c3'"),
  ],
  [
    "a branch that is not its parent's",
    { about: "parent", subject: "c3" },
    raw("update comments set root_id = 'c2' where id = 'c3'"),
  ],
  [
    "an essay that is older than its newest comment",
    { about: "activity", subject: "e1" },
    raw("update essays set active_at = ordered_at where id = 'e1'"),
  ],
  [
    "words without first lines",
    { about: "first_lines", subject: "e2" },
    raw("update essays set first_lines = '' where id = 'e2'"),
  ],
  [
    "first lines of words that are gone",
    { about: "first_lines", subject: "e2" },
    raw("update essays set markdown = '' where id = 'e2'"),
  ],
  [
    "a count of a tag that is one too high",
    { about: "tag", subject: "wards", detail: "keeps 2 essays, and 1 are there" },
    raw("update tags set essays = 2"),
  ],
  [
    "a tag that lists an essay in another order",
    { about: "tag", subject: "e4", detail: "is listed by wards as it is not" },
    raw("update essay_tags set ordered_at = 1 where essay_id = 'e4'"),
  ],
  [
    "an essay that answers one of another conversation",
    { about: "conversation", subject: "e4" },
    raw("update essays set conversation_id = null where id = 'e3'"),
  ],
  [
    "a conversation that no longer hangs together",
    { about: "conversation", subject: "e5" },
    raw("delete from essay_links where from_essay_id = 'e5'"),
  ],
  [
    "an essay that grew out of a comment elsewhere",
    { about: "link", subject: "e4" },
    raw("update essay_links set to_comment_id = 'c1' where from_essay_id = 'e4'"),
  ],
  [
    "an essay that waits before nobody",
    { about: "review", subject: "e5" },
    raw("update reviews set outcome = 'let_through'"),
  ],
  [
    "a question about an essay that was erased",
    { about: "review", subject: "e6" },
    raw(`insert into reviews (id, essay_id, kind, ordered_at, asked_on)
      values ('r2', 'e6', 'lost_key', 1, '2026-03-01')`),
  ],
  [
    "a comment that waits before nobody",
    { about: "review", subject: "c4" },
    async (trx) => {
      await insertComments(trx, commentRow("c4", "e2", { state: "waiting" }));
      await raw("update essays set comments_waiting = 1 where id = 'e2'")(trx);
    },
  ],
  [
    "what is left of an erased essay",
    { about: "erased", subject: "e6" },
    raw("insert into redirects values ('/2012/words', 'e6')"),
  ],
  [
    "an address kept as gone of an essay that is here",
    { about: "erased", subject: "e1" },
    raw("update gone_addresses set essay_id = 'e1'"),
  ],
  [
    "an account with two passphrases",
    { about: "account", subject: "a1", detail: "has 2 passphrases" },
    raw("insert into passphrases values ('l2', 'a1', 's', 'x', 'k')"),
  ],
  [
    "an account with too many codes",
    { about: "account", subject: "a1", detail: "has 11 recovery codes" },
    async (trx) => {
      for (let code = 2; code <= 11; code += 1) {
        await raw(`insert into recovery_codes values ('c${code}', 'a1', 'x', 'k')`)(trx);
      }
    },
  ],
  [
    "a comment under a pen name that nobody has",
    { about: "pen_name", subject: "c1", detail: "stands under a pen name that nobody has" },
    raw(`update comments set by_kind = 'pen_name', by_name = 'Nobody', owner_mark = 'm',
      secret_id = 'k' where id = 'c1'`),
  ],
  [
    "an essay under a pen name that nobody has",
    { about: "pen_name", subject: "e1" },
    raw(`update essays set by_kind = 'pen_name', by_name = 'Quiet  Heron', owner_mark = 'm',
      secret_id = 'k' where id = 'e1'`),
  ],
  [
    "a claim that was decided and still has its key",
    { about: "claim", subject: "n1" },
    raw("update name_claims set outcome = 'accepted'"),
  ],
  [
    "a claim that can't be decided",
    { about: "claim", subject: "n1", detail: "waits to be decided, and its key is gone" },
    raw("update name_claims set sealed_key = null"),
  ],
  ["a series without a part", { about: "series", subject: "s1" }, raw("delete from series_essays")],
  [
    "a comment that addresses another thread",
    { about: "address", subject: "c1", detail: "addresses c9, which stands in another thread" },
    async (trx) => {
      await insertComments(trx, commentRow("c9", "e2"));
      await raw(
        "update essays set comments_visible = 1, active_at = 1772409600000 where id = 'e2'",
      )(trx);
      await raw("insert into comment_addresses values ('c1', 'c9')")(trx);
    },
  ],
];

eachDialect("the check of a whole store", (open) => {
  it("finds nothing in an empty and in a sound one", async () => {
    const store = await open();
    expect(await checkIntegrity(store)).toEqual([]);
    await soundStore(store);
    expect(await checkIntegrity(store)).toEqual([]);
  });

  it.each(damages)("finds %s", async (_title, finding, damage) => {
    const store = await open();
    await soundStore(store);
    await store.write(damage);
    const found = await checkIntegrity(store);
    expect(found).toContainEqual(expect.objectContaining(finding));
    expect(new Set(found.map(({ about }) => about))).toEqual(new Set([finding.about]));
  });
});

describe("the check of a SQLite file", () => {
  it("finds a row whose essay is gone", async () => {
    const url = await freshDatabaseUrl("sqlite");
    const store = await connect(url);
    // SQLite changes this setting only outside a transaction, so a plain connection makes the damage.
    await damageWithoutKeys(sqliteFile(url), "insert into redirects values ('/old', 'nowhere')");
    expect(await checkIntegrity(store)).toContainEqual(
      expect.objectContaining({ about: "foreign_key", subject: "redirects" }),
    );
    await store.close();
  });

  it("finds flipped bytes in its pages, and still ends", async () => {
    const url = await freshDatabaseUrl("sqlite");
    const store = await connect(url);
    await store.write(async (trx) => {
      for (let number = 0; number < 300; number += 1) {
        await insertEssays(trx, essayRow(`e${number}`));
      }
    });
    await store.close();
    const { rows } = await withStore(url, (opened) =>
      sql<{
        rootpage: number;
      }>`select rootpage from sqlite_master where name = 'essays_new'`.execute(opened.read),
    );
    const page = rows[0]?.rootpage ?? 0;
    expect(page).toBeGreaterThan(1);
    const file = await openFile(sqliteFile(url), "r+");
    await file.write(Buffer.alloc(64, 0xff), 0, 64, (page - 1) * 4096);
    await file.close();
    const found = await withStore(url, checkIntegrity);
    expect(found.filter(({ about }) => about === "database")).not.toEqual([]);
  });
});

async function withStore<T>(url: string, work: (store: Store) => Promise<T>): Promise<T> {
  const store = await connect(url);
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

async function damageWithoutKeys(file: string, statement: string): Promise<void> {
  const { default: sqlite3 } = await import("sqlite3");
  await new Promise<void>((resolve, reject) => {
    const plain = new sqlite3.Database(file, (error) => {
      if (error) return reject(error);
      plain.exec(statement, (failed) => {
        plain.close(() => (failed ? reject(failed) : resolve()));
      });
    });
  });
}
