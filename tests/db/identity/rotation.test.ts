import { expect, test } from "vitest";
import { ownSessions } from "#app/domain/accounts/account-sessions.ts";
import { codesLeft, openCode } from "#app/domain/accounts/codes.ts";
import { openWithPassphrase } from "#app/domain/accounts/passphrase.ts";
import { askRecovery, completeDueRecoveries } from "#app/domain/accounts/recover.ts";
import { changeVault, openAccount } from "#app/domain/accounts/vault.ts";
import { editComment } from "#app/domain/comments/edit.ts";
import { postComment } from "#app/domain/comments/post.ts";
import { takeBack, undoTakeBack } from "#app/domain/comments/take-back.ts";
import type { House } from "#app/domain/house.ts";
import { changeKey } from "#app/domain/identity/change-key.ts";
import { makeCursor, readCursor } from "#app/domain/identity/cursor.ts";
import { listDrafts, saveDraft } from "#app/domain/identity/drafts.ts";
import { findKeyList } from "#app/domain/identity/key-list.ts";
import { makeNonce } from "#app/domain/identity/nonce.ts";
import { openSession } from "#app/domain/identity/sessions.ts";
import { checkIntegrity } from "#db/queries/integrity.ts";
import { secretsInUse } from "#db/queries/secrets-in-use.ts";
import { eachDialect } from "#tests/support/databases.ts";
import { commentForm, DAY, makeHouse, posted, rotated } from "#tests/support/house.ts";
import { accountOf, type Lively, livelyHouse } from "#tests/support/lively-house.ts";
import { commentAs } from "#tests/support/speaking.ts";

const words = { perspectives: [], standing: null, note: null, standpoint: null };

/** Whatever of a house does not open any more; nothing should. */
async function unreadable(house: House, { people, guests }: Lively): Promise<string[]> {
  const { read } = house.store;
  const found: [string, unknown][] = [];
  for (const { account, names, passphrase, codes, session, inThreads, underNames } of people) {
    const [name = ""] = names;
    found.push([`passphrase of ${name}`, await openWithPassphrase(house, { name, passphrase })]);
    found.push([`vault of ${name}`, await openAccount(read, house.secrets, account.key)]);
    found.push([`session of ${name}`, await openSession(house, session)]);
    for (const code of codes.slice(0, 3))
      found.push([`code of ${name}`, await openCode(read, house, code)]);
    for (const { key } of account.vault.names) {
      found.push([`list of a name of ${name}`, await findKeyList(read, house.secrets, key)]);
      found.push([`draft of ${name}`, (await listDrafts(house, { key })).length > 0 || null]);
    }
    for (const { id, key } of [...inThreads, ...underNames.slice(0, 2)]) {
      const edit = { ...words, commentId: id, key, body: `Changed by ${name}.` };
      found.push([`comment of ${name}`, await editComment(house, edit).catch(() => null)]);
    }
  }
  for (const { key, takeBackCode, comments, device } of guests) {
    found.push(["list of a guest", await findKeyList(read, house.secrets, key)]);
    found.push(["device of a guest", await openSession(house, device)]);
    for (const { id: commentId } of comments) {
      const out = await takeBack(house, { commentId, secret: takeBackCode }).catch(() => null);
      found.push(["take-back of a guest", out]);
      const back = await undoTakeBack(house, { commentId, key }).catch(() => null);
      found.push(["undo of a guest", back]);
    }
  }
  return found.filter(([, what]) => what === null).map(([what]) => what);
}

eachDialect("a secret that is rotated", (open) => {
  test("leaves everything readable, and everybody signed in, three times over", async () => {
    const house = makeHouse(await open());
    const lively = await livelyHouse(house);
    const first = house.secrets.current.id;
    const cursor = makeCursor(house.secrets, "list", { at: 7, id: "x" });
    for (let turn = 1; turn <= 3; turn += 1) {
      house.secrets = rotated(house.secrets);
      for (const person of lively.people) {
        const account = await accountOf(house, person.session);
        expect(account.mark).toBe(person.account.mark);
        expect(await codesLeft(house, account)).toBe(10);
        expect(await ownSessions(house, { account, tokenMark: "" })).toHaveLength(1);
        // Goes on in the threads it has written in, under the names it has there.
        for (const essayId of lively.threads) {
          const own = { account, as: "thread", essayId };
          const again = await commentAs(house, account, { ...own, body: `Turn ${turn}.` });
          const mine = person.inThreads.find((one) => one.essayId === essayId);
          expect(again.key).toBe(mine?.key);
          expect(again.name).toBe(await nameOf(house, mine?.id ?? ""));
        }
        // What is changed is sealed anew, under the newest secret.
        await house.store.write((trx) => changeVault(trx, house.secrets, account, (v) => v));
      }
      house.pass(60_000);
    }
    expect(await unreadable(house, lively)).toEqual([]);
    expect(readCursor(house.secrets, "list", cursor)).toEqual({ at: 7, id: "x" });
    const used = await secretsInUse(house.store.read);
    const named = (table: string) => used.filter((row) => row.table === table);
    expect(named("accounts").map(({ secretId }) => secretId)).toEqual([house.secrets.current.id]);
    expect(named("comments").map(({ secretId }) => secretId)).toContain(first);
    expect(await checkIntegrity(house.store)).toEqual([]);

    // Planted: without the first secret, what was made with it is lost, though no vault names it.
    const { current, all } = house.secrets;
    house.secrets = { current, all: all.filter(({ id }) => id !== first) };
    expect((await unreadable(house, lively)).length).toBeGreaterThan(10);
  });

  test("takes forms that stand open, and answers again what was answered before", async () => {
    const house = makeHouse(await open());
    const lively = await livelyHouse(house);
    const [essayId = ""] = lively.threads;
    const before = commentForm(house, { essayId, body: "Posted before." });
    const first = posted(await postComment(house, before));
    const openForm = commentForm(house, { essayId, body: "Half written." });
    const fields = { body: "A draft." };
    const draft = { key: null, nonce: makeNonce(house), draftId: null, slug: null, fields };
    const saved = await saveDraft(house, draft);
    const change = { key: first.key, nonce: makeNonce(house) };
    house.secrets = rotated(rotated(house.secrets));

    const again = posted(await postComment(house, before));
    expect(again.comment).toEqual(first.comment);
    expect(again.key).toBe(first.key);
    const late = posted(await postComment(house, openForm));
    expect(posted(await postComment(house, openForm)).comment).toEqual(late.comment);
    expect(await saveDraft(house, draft)).toEqual(saved);

    const changed = await changeKey(house, change);
    expect(changed).toMatchObject({ ok: true });
    house.secrets = rotated(house.secrets);
    expect(await changeKey(house, change)).toEqual(changed);
    const edit = { ...words, commentId: first.comment.id, body: "Changed." };
    const key = changed.ok ? changed.key : "";
    expect(await editComment(house, { ...edit, key })).toMatchObject({ ok: true });
  });

  test("ends no recovery on its way, and lets a name sign in under its newest passphrase alone", async () => {
    const house = makeHouse(await open());
    const lively = await livelyHouse(house);
    const [person] = lively.people;
    if (!person) throw new Error("nobody");
    const [name = ""] = person.names;
    const passphrase = "another osprey in the morning meadow";
    const [code = ""] = person.codes;
    const asked = { code, passphrase, nonce: makeNonce(house), limited: false };
    const answered = await askRecovery(house, asked);
    expect(answered).toMatchObject({ ok: true, name });
    house.secrets = rotated(house.secrets);
    expect(await askRecovery(house, asked)).toEqual(answered);
    house.pass(DAY + 1);
    expect(await completeDueRecoveries(house)).toBe(1);
    house.secrets = rotated(house.secrets);
    const { mark } = person.account;
    expect(await openWithPassphrase(house, { name, passphrase })).toMatchObject({ mark });
    const old = { name, passphrase: person.passphrase };
    expect(await openWithPassphrase(house, old)).toBeNull();
    expect(await openSession(house, person.session)).toBeNull();
    const rows = await house.store.read.selectFrom("passphrases").selectAll().execute();
    expect(rows.filter((row) => row.account_mark === mark)).toHaveLength(1);
  });
});

async function nameOf({ store }: House, id: string): Promise<string | null | undefined> {
  const row = store.read.selectFrom("comments").select("by_name").where("id", "=", id);
  return (await row.executeTakeFirst())?.by_name;
}
