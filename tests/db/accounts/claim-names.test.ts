import { expect, test } from "vitest";
import { claimImportedName, ownNameClaims } from "#app/domain/accounts/claim-name.ts";
import { acceptedNames } from "#app/domain/accounts/claimed-names.ts";
import {
  acceptNameClaim,
  declineNameClaim,
  waitingNameClaims,
} from "#app/domain/accounts/decide-name-claims.ts";
import { nameIsFree } from "#app/domain/accounts/free-name.ts";
import type { ShownAs } from "#app/domain/accounts/name-claim-types.ts";
import type { Account } from "#app/domain/accounts/types.ts";
import { openAccount } from "#app/domain/accounts/vault.ts";
import { editComment } from "#app/domain/comments/edit.ts";
import { ownComment } from "#app/domain/comments/own.ts";
import { postComment } from "#app/domain/comments/post.ts";
import { ownEssay } from "#app/domain/essays/own.ts";
import { takeBackEssay } from "#app/domain/essays/take-back.ts";
import { importWordpress } from "#app/domain/exchange/wordpress/import-wordpress.ts";
import { planImport } from "#app/domain/exchange/wordpress/plan-import.ts";
import { inParts } from "#app/domain/exchange/wordpress/run.ts";
import { inbox } from "#app/domain/identity/inbox.ts";
import { nameKey } from "#app/domain/identity/names.ts";
import { makeNonce } from "#app/domain/identity/nonce.ts";
import { verifyLog } from "#app/domain/moderation/log.ts";
import type { Store } from "#db/connect.ts";
import { checkIntegrity } from "#db/queries/integrity.ts";
import { insertThreadName } from "#db/queries/thread-names.ts";
import { eachDialect } from "#tests/support/databases.ts";
import { commentForm, makeHouse, posted, type TestHouse } from "#tests/support/house.ts";
import { memberOf } from "#tests/support/member.ts";
import { commentRow as aComment, essayRow } from "#tests/support/rows.ts";
import { commentRow, seedComments, seedEssay } from "#tests/support/seed.ts";
import { commentAs } from "#tests/support/speaking.ts";
import { countingStore } from "#tests/support/statements.ts";
import { wxr } from "#tests/support/wxr.ts";
import { fileOf } from "#tests/support/wxr-file.ts";

const ADA = "Ada O’Writer";
/** As active as the essays themselves, which seeding leaves as they were. */
const AT = Date.parse("2026-03-01T00:00:00Z");
const AS_PRINTED: ShownAs = { as: "imported" };

const reserved = (store: Store, essayId: string, name: string) =>
  store.write((trx) =>
    insertThreadName(trx, {
      essay_id: essayId,
      name,
      name_key: nameKey(name),
      owner_mark: null,
      secret_id: null,
    }).execute(),
  );

/** Two essays of the blogger's, and comments of theirs and others' in three threads. */
async function seedBlog(store: Store): Promise<void> {
  const imported = { by_kind: "imported", perspective_source: "guess" } as const;
  const by = (name: string, id: string, essayId: string) =>
    commentRow(essayId, { id, by_name: name, ...imported, origin: "imported", ordered_at: AT });
  for (const id of ["ada1", "ada2"]) await seedEssay(store, { id, by_name: ADA, ...imported });
  await seedEssay(store, { id: "other", by_name: "Ned", ...imported });
  await seedComments(store, "ada1", [by(ADA, "c1", "ada1"), by("Ned", "c2", "ada1")]);
  await seedComments(store, "other", [by(ADA, "c3", "other"), by("ada o’writer", "c4", "other")]);
  for (const essayId of ["ada1", "other"]) await reserved(store, essayId, ADA);
  await reserved(store, "ada1", "Ned");
}

eachDialect("taking up a name of the old blog", (open) => {
  async function ready() {
    const store = await open();
    await seedBlog(store);
    const house = makeHouse(store);
    return { store, house, account: await memberOf(house, { name: "Slow River" }) };
  }

  const now = async (house: TestHouse, { key }: Account): Promise<Account> => {
    const account = await openAccount(house.store.read, house.secrets, key);
    if (!account) throw new Error("no such account");
    return account;
  };
  const ask = async (
    house: TestHouse,
    account: Account,
    shownAs: ShownAs = AS_PRINTED,
    name = ADA,
  ) => {
    const nonce = makeNonce(house);
    const asked = await claimImportedName(house, account, { typed: name, shownAs, nonce });
    if (!asked.ok) throw new Error(JSON.stringify(asked.fault));
    return asked.code;
  };
  const byNames = async (store: Store) =>
    Object.fromEntries(
      (
        await store.read
          .selectFrom("comments")
          .select(["id", "by_name", "by_kind", "origin"])
          .execute()
      ).map(({ id, ...by }) => [id, by]),
    );

  test("the operator sees the name and what stands under it, and nothing of who asks", async () => {
    const { store, house, account } = await ready();
    const code = await ask(house, account);
    const [claim, ...more] = await waitingNameClaims(house);
    expect(more).toEqual([]);
    expect(claim).toEqual({
      code: code.match(/.{4}/g)?.join("-"),
      name: ADA,
      essays: 2,
      comments: 2,
      askedOn: "2026-03-14",
      shownAs: "imported",
    });
    const rows = await store.read.selectFrom("name_claims").selectAll().execute();
    for (const secret of [account.key, account.mark, account.vault.names[0]?.id ?? ""]) {
      expect(JSON.stringify(rows)).not.toContain(secret);
    }
    expect(await ownNameClaims(house, await now(house, account))).toMatchObject([
      { code: claim?.code, name: ADA, outcome: null },
    ]);
    expect(await acceptedNames(store.read, house, await now(house, account))).toEqual([]);
  });

  test("accepted as it is printed: it looks as before, and its writer changes it", async () => {
    const { store, house, account } = await ready();
    const before = await byNames(store);
    const code = await ask(house, account);
    // As the operator types what was read out to them.
    const typed = ` ${code.toUpperCase().replace(/(.{4})/g, "$1 ")}`;
    expect(await acceptNameClaim(house, { code: typed })).toEqual({
      ok: true,
      name: ADA,
      essays: 2,
      comments: 2,
      asPrinted: 0,
      declined: 0,
    });
    const after = await byNames(store);
    const theirs = { by_name: ADA, by_kind: "imported", origin: "member" };
    expect(after).toEqual({ ...before, c1: theirs, c3: theirs });
    const member = await now(house, account);
    const [claimed] = await acceptedNames(store.read, house, member);
    const key = claimed?.key ?? "";
    const own = await ownComment(house, { commentId: "c3", key });
    const changed = await editComment(house, { ...own, commentId: "c3", key, body: "Better." });
    expect(changed).toMatchObject({ ok: true });
    expect(await ownEssay(house, { slug: "ada2", key })).toMatchObject({ name: ADA });
    expect(await takeBackEssay(house, { slug: "ada2", secret: key })).toMatchObject({});
    posted(await postComment(house, commentForm(house, { essayId: "ada1", parentId: "c1" })));
    expect((await inbox(house, { keys: [key], after: null }))?.answers).toHaveLength(2);
    // What only looks alike, and what others wrote, is nobody's still.
    for (const commentId of ["c2", "c4"]) {
      const not = ownComment(house, { commentId, key });
      await expect(not).rejects.toMatchObject({ kind: "notYours" });
    }
    expect(await nameIsFree(store.read, house, { name: "Ada O’Wrlter" })).toEqual({
      reason: "taken",
    });
    expect(await checkIntegrity(store)).toEqual([]);
    expect(await verifyLog(store.read)).toEqual([]);
    const claims = await store.read.selectFrom("name_claims").selectAll().execute();
    expect(claims).toMatchObject([{ outcome: "accepted", sealed_key: null }]);
    expect(await acceptNameClaim(house, { code })).toEqual({ ok: false, reason: "decided" });
    const log = await store.read.selectFrom("moderation_log").select("entry").execute();
    expect(log).toHaveLength(1);
    expect(JSON.parse(log[0]?.entry ?? "")).toMatchObject({
      action: "claim_accepted",
      by: "the operator",
      subject: "",
    });
    expect(log[0]?.entry).not.toContain("Ada");
  });

  test("accepted under a pen name: that name is printed, but where another is called so", async () => {
    const { store, house, account } = await ready();
    await reserved(store, "other", "SIow River");
    const pen = account.vault.names[0] ?? { id: "", key: "" };
    const code = await ask(house, account, { as: "pen_name", penNameId: pen.id });
    house.told.length = 0;
    expect(await acceptNameClaim(house, { code })).toMatchObject({
      essays: 2,
      comments: 2,
      asPrinted: 1,
    });
    expect(house.told).toContain("essay:other");
    const names = await byNames(store);
    expect(names["c1"]).toMatchObject({ by_name: "Slow River", by_kind: "pen_name" });
    expect(names["c3"]).toMatchObject({ by_name: ADA, by_kind: "imported", origin: "member" });
    await ownComment(house, { commentId: "c3", key: pen.key });
    expect(await ownEssay(house, { slug: "ada1", key: pen.key })).toMatchObject({
      name: "Slow River",
    });
    const claims = await store.read.selectFrom("name_claims").selectAll().execute();
    expect(claims).toMatchObject([{ outcome: "accepted", sealed_key: null, pen_name_id: null }]);
    // The pen name speaks in those threads from now on, once.
    const spoken = await commentAs(house, account, { as: "Slow River", essayId: "ada1" });
    expect(spoken.name).toBe("Slow River");
    expect(await checkIntegrity(store)).toEqual([]);
  });

  test("of two who ask, one gets it, and the other is told", async () => {
    const { house, account } = await ready();
    const other = await memberOf(house, { name: "Grey Lamp" });
    const [mine, theirs] = [await ask(house, account), await ask(house, other)];
    const both = await Promise.all([mine, theirs].map((code) => acceptNameClaim(house, { code })));
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(both).toContainEqual({ ok: false, reason: "decided" });
    const outcomes = await Promise.all(
      [account, other].map(async (one) => (await ownNameClaims(house, await now(house, one)))[0]),
    );
    expect(outcomes.map((one) => one?.outcome).sort()).toEqual(["accepted", "declined"]);
    const late = await memberOf(house, { name: "Tidewater" });
    const nonce = makeNonce(house);
    const more = { typed: "ada o’writer", shownAs: AS_PRINTED, nonce };
    expect(await claimImportedName(house, late, more)).toEqual({
      ok: false,
      fault: { field: "imported", reason: "taken" },
    });
  });

  test("declined: nothing is given, the key is let go of, and one can ask again", async () => {
    const { store, house, account } = await ready();
    const before = await byNames(store);
    const code = await ask(house, account);
    expect(await declineNameClaim(house, { code })).toEqual({ ok: true, name: ADA });
    expect(await declineNameClaim(house, { code })).toEqual({ ok: false, reason: "decided" });
    expect(await acceptNameClaim(house, { code })).toEqual({ ok: false, reason: "decided" });
    expect(await acceptNameClaim(house, { code: "nobody" })).toMatchObject({ reason: "unknown" });
    expect(await byNames(store)).toEqual(before);
    const again = await ask(house, await now(house, account));
    expect(again).not.toBe(code);
    expect((await now(house, account)).vault.claimed).toHaveLength(1);
    expect(await verifyLog(store.read)).toEqual([]);
  });

  test("wrong names are told at the field; the same form twice is one question", async () => {
    const { store, house, account } = await ready();
    const fault = async (typed: string, shownAs: ShownAs = AS_PRINTED) => {
      const asked = await claimImportedName(house, account, {
        ...{ typed, shownAs, nonce: makeNonce(house) },
      });
      return asked.ok ? null : asked.fault;
    };
    expect(await fault(" ")).toEqual({ field: "imported", reason: "empty" });
    expect(await fault("Nobody Here")).toEqual({ field: "imported", reason: "unknown" });
    expect(await fault("A commenter on the old blog 7")).toEqual({
      field: "imported",
      reason: "nobody",
    });
    const theirs = (await memberOf(house, { name: "Grey Lamp" })).vault.names[0]?.id ?? "";
    expect(await fault(ADA, { as: "pen_name", penNameId: theirs })).toEqual({
      field: "shown_as",
      reason: "not_yours",
    });
    expect(await store.read.selectFrom("name_claims").selectAll().execute()).toEqual([]);
    const form = { typed: ADA, shownAs: AS_PRINTED, nonce: makeNonce(house) };
    const twice = await Promise.all([
      claimImportedName(house, account, form),
      claimImportedName(house, account, form),
    ]);
    expect(twice[0]).toEqual(twice[1]);
    expect(await ask(house, account)).toBe(twice[0].ok ? twice[0].code : "");
    expect(await store.read.selectFrom("name_claims").selectAll().execute()).toHaveLength(1);
  });

  test("an invented example is nobody's to take up", async () => {
    const store = await open();
    const imported = { by_kind: "imported", by_name: "Invented" } as const;
    await seedEssay(store, { id: "demo", ...imported, demo: 1 });
    await seedComments(store, "demo", [
      commentRow("demo", { id: "d1", ...imported, origin: "imported" }),
    ]);
    const house = makeHouse(store);
    const account = await memberOf(house, { name: "Slow River" });
    const form = { typed: "Invented", shownAs: AS_PRINTED, nonce: makeNonce(house) };
    expect(await claimImportedName(house, account, form)).toMatchObject({
      fault: { reason: "unknown" },
    });
  });

  test("900 essays and 2,000 comments go over at once, in few statements", async () => {
    const store = await open();
    const imported = { by_kind: "imported", by_name: ADA } as const;
    const essays = Array.from({ length: 900 }, (_, index) =>
      essayRow(`e${index}`, {
        ...imported,
        slug: `e${index}`,
        comments_visible: index < 500 ? 4 : 0,
      }),
    );
    const comments = Array.from({ length: 2_000 }, (_, index) => {
      const essayId = `e${index % 500}`;
      const on = { origin: "imported", ordered_at: AT } as const;
      return aComment(`c${index}`, essayId, { ...imported, ...on });
    });
    await store.write(async (trx) => {
      for (const part of inParts(essays, 100))
        await trx.insertInto("essays").values(part).execute();
      for (const part of inParts(comments, 200)) {
        await trx.insertInto("comments").values(part).execute();
      }
    });
    const counted = countingStore(store);
    const house = makeHouse(counted);
    const account = await memberOf(house, { name: "Slow River" });
    const pen = account.vault.names[0] ?? { id: "", key: "" };
    const code = await ask(house, account, { as: "pen_name", penNameId: pen.id });
    counted.counted();
    expect(await acceptNameClaim(house, { code })).toMatchObject({ essays: 900, comments: 2_000 });
    expect(counted.counted().writing).toBeLessThan(70);
    const left = store.read.selectFrom("comments").select("id").where("owner_mark", "is", null);
    expect(await left.execute()).toEqual([]);
    const marks = await store.read.selectFrom("comments").select("owner_mark").distinct().execute();
    expect(marks).toHaveLength(500);
    expect(await ownEssay(house, { slug: "e899", key: pen.key })).toMatchObject({
      name: "Slow River",
    });
    expect(await ownComment(house, { commentId: "c1999", key: pen.key })).toMatchObject({});
    expect(await checkIntegrity(store)).toEqual([]);
  });

  test("bringing the blog in again leaves what was taken up; what is new of it can be asked for", async () => {
    const store = await open();
    const house = makeHouse(store);
    const comments = [
      { id: 1, name: "Wren" },
      { id: 2, name: "Ned" },
    ];
    const bringIn = async (posts: Parameters<typeof wxr>[0]) => {
      const path = await fileOf(wxr(posts));
      const plan = await planImport({ path, names: "keep", today: 20_000 });
      return importWordpress(house, { plan });
    };
    await bringIn([{ id: 7, comments }]);
    const account = await memberOf(house, { name: "Slow River" });
    const code = await ask(house, account, AS_PRINTED, "Wren");
    expect(await acceptNameClaim(house, { code })).toMatchObject({ comments: 1 });
    const taken = await byNames(store);
    await bringIn([{ id: 7, comments }]);
    expect(await byNames(store)).toEqual(taken);

    await bringIn([{ id: 7, comments: [...comments, { id: 3, name: "Wren" }] }]);
    const other = await memberOf(house, { name: "Grey Lamp" });
    const form = { typed: "Wren", shownAs: AS_PRINTED, nonce: makeNonce(house) };
    expect(await claimImportedName(house, other, form)).toMatchObject({
      fault: { reason: "taken" },
    });
    const more = await ask(house, await now(house, account), AS_PRINTED, "Wren");
    expect(await acceptNameClaim(house, { code: more })).toMatchObject({ comments: 1 });
    const member = await now(house, account);
    const [claimed, ...others] = await acceptedNames(store.read, house, member);
    expect(others).toEqual([]);
    const mine = store.read
      .selectFrom("comments")
      .select("id")
      .where("by_name", "=", "Wren")
      .execute();
    for (const { id } of await mine) {
      await ownComment(house, { commentId: id, key: claimed?.key ?? "" });
    }
    expect(await checkIntegrity(store)).toEqual([]);
  });
});
