import { expect, test } from "vitest";
import { nameIsFree } from "#app/domain/accounts/free-name.ts";
import { makePenName } from "#app/domain/accounts/make-account.ts";
import { keysOf } from "#app/domain/accounts/own-names.ts";
import type { Account } from "#app/domain/accounts/types.ts";
import { changeVault, openAccount } from "#app/domain/accounts/vault.ts";
import { takeBack } from "#app/domain/comments/take-back.ts";
import { saveDraft } from "#app/domain/identity/drafts.ts";
import { makeNonce } from "#app/domain/identity/nonce.ts";
import { startSession } from "#app/domain/identity/sessions.ts";
import { runDueJobs } from "#app/domain/jobs/run-due-jobs.ts";
import { keepAccount, leave } from "#app/domain/leaving/leave.ts";
import { checkIntegrity } from "#db/queries/integrity.ts";
import { eachDialect } from "#tests/support/databases.ts";
import { tablesWith } from "#tests/support/everything-kept.ts";
import { DAY, HOUR, makeHouse } from "#tests/support/house.ts";
import { memberOf } from "#tests/support/member.ts";
import { seedEssay } from "#tests/support/seed.ts";
import { commentAs, publishAs } from "#tests/support/speaking.ts";

const HERON = "Marsh Heron";
const KETTLE = "Tin Kettle";

eachDialect("deleting an account", (open) => {
  async function ready() {
    const store = await open();
    const house = makeHouse(store);
    await seedEssay(store, { id: "there" });
    await seedEssay(store, { id: "elsewhere" });
    const joined = await memberOf(house, { name: HERON });
    const second = await house.store.write((trx) => makePenName(trx, house, KETTLE));
    const account = await house.store.write((trx) =>
      changeVault(trx, house.secrets, joined, (vault) => ({
        ...vault,
        names: [...vault.names, second],
      })),
    );
    const stranger = await memberOf(house, { name: "Old Harbour" });
    const first = await publishAs(house, account, {
      as: HERON,
      title: "First winter",
      series: "Winters",
      originalAuthor: "Jane of the blog",
      source: "https://old.example/jane",
    });
    const later = await publishAs(house, account, {
      as: HERON,
      title: "Second winter",
      series: "Winters",
      responds: first.essay.slug,
    });
    const answer = await commentAs(house, stranger, {
      as: "Old Harbour",
      essayId: first.essay.id,
    });
    await commentAs(house, account, { as: HERON, essayId: "there" });
    await commentAs(house, account, { as: HERON, essayId: "there", body: "And again." });
    await commentAs(house, account, { as: KETTLE, essayId: "there" });
    await commentAs(house, account, { as: HERON, essayId: "elsewhere" });
    await commentAs(house, account, { as: "thread", essayId: "elsewhere", name: "Always Me" });
    await commentAs(house, account, { as: "thread", essayId: first.essay.id, name: "Always Me" });
    const [heron = "", kettle = ""] = account.vault.names.map(({ key }) => key);
    const draft = await saveDraft(house, {
      ...{ key: heron, nonce: makeNonce(house), draftId: null, slug: null },
      fields: { title: "Never sent" },
    });
    if (!draft.ok) throw new Error("no draft");
    const session = (who: Account) =>
      house.store.write((trx) =>
        startSession(trx, house, { kind: "account", key: who.key, mark: who.mark }),
      );
    await session(account);
    await session(account);
    await session(stranger);
    const mine = store.read.selectFrom("sessions").select("token_mark");
    const [here] = await mine.where("account_mark", "=", account.mark).execute();
    const tokenMark = here?.token_mark ?? "";
    return { store, house, account, stranger, answer, first, later, heron, kettle, tokenMark };
  }
  type Ready = Awaited<ReturnType<typeof ready>>;

  async function everyRow({ store }: Pick<Ready, "store">) {
    const { read } = store;
    return {
      essays: await read.selectFrom("essays").selectAll().orderBy("id").execute(),
      comments: await read.selectFrom("comments").selectAll().orderBy("id").execute(),
      names: await read.selectFrom("thread_names").selectAll().orderBy("name_key").execute(),
      series: await read.selectFrom("series_essays").selectAll().orderBy("essay_id").execute(),
      pens: await read.selectFrom("pen_names").selectAll().orderBy("id").execute(),
      drafts: await read.selectFrom("drafts").selectAll().orderBy("id").execute(),
      renamings: await read.selectFrom("renamings").selectAll().execute(),
      accounts: await read
        .selectFrom("accounts")
        .select(["account_mark", "erase_at"])
        .orderBy("account_mark")
        .execute(),
      lists: await read
        .selectFrom("key_lists")
        .select(["locator", "erase_at"])
        .orderBy("locator")
        .execute(),
    };
  }
  type Rows = Awaited<ReturnType<typeof everyRow>>;
  const unrevised = ({ essays, comments, ...rest }: Rows) => ({
    ...rest,
    essays: essays.map(({ revision: _, ...row }) => row),
    comments: comments.map(({ revision: _, ...row }) => row),
  });
  const erasing = (rows: Rows) =>
    [rows.essays, rows.comments, rows.pens, rows.drafts, rows.accounts, rows.lists]
      .flat()
      .map(({ erase_at: at }) => at)
      .concat(rows.renamings.map(({ due_at: at }) => at))
      .filter((at) => at !== null);
  const opened = async ({ house, account }: Ready) => {
    const found = await openAccount(house.store.read, house.secrets, account.key);
    if (!found) throw new Error("the account has gone");
    return found;
  };
  /** The jobs every ten minutes, as a server runs them. */
  const waitOut = async (house: Ready["house"], hours: number) => {
    for (let minutes = 0; minutes < hours * 60; minutes += 10) {
      house.pass(HOUR / 6);
      await runDueJobs(house);
    }
  };

  for (const choice of ["take_back", "thread_names"] as const) {
    test(`can be undone for the whole of the promised time (${choice})`, async () => {
      const given = await ready();
      const { store, house, account, tokenMark } = given;
      const before = await everyRow({ store });
      const leaving = await leave(house, { account, tokenMark, choice });
      const now = house.clock().getTime();
      expect(leaving).toEqual({ choice, undoUntil: now + 22 * HOUR, complete: true });
      expect(await checkIntegrity(store)).toEqual([]);
      const times = erasing(await everyRow({ store }));
      expect(times.length).toBeGreaterThan(10);
      expect(new Set(times).size).toBe(times.length);
      expect(Math.min(...times)).toBeGreaterThanOrEqual(now + 22 * HOUR);
      expect(Math.max(...times)).toBeLessThan(now + DAY);
      const left = store.read.selectFrom("sessions").select("token_mark");
      expect(await left.where("account_mark", "=", account.mark).execute()).toEqual([
        { token_mark: tokenMark },
      ]);
      // Pressed again, with another choice: nothing else happens.
      const other = choice === "take_back" ? "thread_names" : "take_back";
      expect(await leave(house, { account, tokenMark, choice: other })).toEqual(leaving);

      await waitOut(house, 21.5);
      const kept = await keepAccount(house, await opened(given));
      expect(kept).toEqual({ ok: true, broughtBack: choice === "take_back" ? 8 : 0 });
      expect((await opened(given)).vault.leaving).toBeNull();
      const after = await everyRow({ store });
      expect(unrevised(after)).toEqual(unrevised(before));
      await waitOut(house, 3);
      expect(unrevised(await everyRow({ store }))).toEqual(unrevised(before));
      expect(await checkIntegrity(store)).toEqual([]);
      expect(await keepAccount(house, await opened(given))).toEqual({ ok: true, broughtBack: 0 });
    });
  }

  test("with everything: nothing of it is left a day later but empty places and taken names", async () => {
    const given = await ready();
    const { store, house, account, stranger, answer, tokenMark } = given;
    const texts = [HERON, KETTLE, "Always Me", "First winter", "Winters", "Never sent"];
    for (const text of texts.slice(0, 5)) {
      expect(await tablesWith(store, text), text).not.toEqual([]);
    }
    const drafts = await store.read.selectFrom("drafts").select("sealed").execute();
    texts.push(...drafts.map(({ sealed }) => sealed), account.mark);
    await leave(house, { account, tokenMark, choice: "take_back" });
    const visible = store.read.selectFrom("comments").select("id").where("state", "=", "visible");
    expect(await visible.execute()).toEqual([{ id: answer.comment.id }]);
    await waitOut(house, 24.5);
    for (const text of texts) expect(await tablesWith(store, text), text).toEqual([]);
    const rows = await everyRow({ store });
    expect(rows.accounts.map((row) => row.account_mark)).toEqual([stranger.mark]);
    expect(rows.lists).toHaveLength(keysOf(stranger).length);
    expect(rows).toMatchObject({ drafts: [], series: [], renamings: [] });
    expect(rows.pens.map(({ name }) => name)).toEqual(["Old Harbour"]);
    expect(rows.names.map(({ name }) => name)).toEqual(["Old Harbour"]);
    for (const name of [HERON, "marsh  heron", KETTLE]) {
      expect(await nameIsFree(store.read, house, { name })).toEqual({ reason: "taken" });
    }
    expect(await nameIsFree(store.read, house, { name: "Quiet Otter" })).toBeNull();
    expect(await openAccount(store.read, house.secrets, account.key)).toBeNull();
    expect(await checkIntegrity(store)).toEqual([]);
  });

  test("with its words left: each thread has a name of its own, and nothing ties two of them", async () => {
    const given = await ready();
    const { store, house, account, stranger, first, later, tokenMark, heron } = given;
    const before = await everyRow({ store });
    await leave(house, { account, tokenMark, choice: "thread_names" });
    const during = await everyRow({ store });
    expect(during.comments).toEqual(before.comments);
    expect(during.renamings).toHaveLength(7);
    await waitOut(house, 24.5);
    const after = await everyRow({ store });
    expect(await checkIntegrity(store)).toEqual([]);
    expect(after.comments.map(({ id, markdown, state }) => ({ id, markdown, state }))).toEqual(
      before.comments.map(({ id, markdown, state }) => ({ id, markdown, state })),
    );
    for (const text of [HERON, KETTLE, "Always Me", "Jane of the blog", "old.example"]) {
      expect(await tablesWith(store, text), text).toEqual([]);
    }
    const mine = after.comments.filter(({ by_name: name }) => name !== "Old Harbour");
    expect(new Set(mine.map(({ by_kind: kind }) => kind))).toEqual(new Set(["thread_name"]));
    expect(new Set(mine.map(({ origin }) => origin))).toEqual(new Set(["guest"]));
    const pairs = [
      ...mine.map((row) => `${row.essay_id} ${row.by_name}`),
      ...after.essays
        .filter(({ id }) => id === first.essay.id || id === later.essay.id)
        .map((row) => `${row.id} ${row.by_name}`),
    ];
    // Seven owners in their threads: seven names, each in one thread only.
    expect(new Set(pairs).size).toBe(7);
    const names = [...new Set(pairs)].map((pair) => pair.slice(pair.indexOf(" ") + 1));
    expect(new Set(names).size).toBe(7);
    // Within a thread, one writer stays one writer.
    const perThread = mine.filter(({ essay_id: id }) => id === "there").map((row) => row.by_name);
    expect(perThread).toHaveLength(3);
    expect(new Set(perThread).size).toBe(2);
    expect(after.names.map(({ name }) => name).sort()).toEqual([...names, "Old Harbour"].sort());
    expect(after).toMatchObject({ series: [], renamings: [], drafts: [] });
    expect(await store.read.selectFrom("series").selectAll().execute()).toEqual([]);
    const links = await store.read.selectFrom("essay_links").selectAll().execute();
    expect(links).toHaveLength(1);
    // Nobody owns them any more: the old key neither takes back nor changes.
    const [one] = mine;
    await expect(
      takeBack(house, { commentId: one?.id ?? "", secret: heron }),
    ).rejects.toMatchObject({ kind: "notYours" });
    expect(after.accounts.map((row) => row.account_mark)).toEqual([stranger.mark]);
  });

  test("that was interrupted stays until it goes on, or is kept", async () => {
    const given = await ready();
    const { store, house, account, tokenMark } = given;
    await house.store.write((trx) =>
      changeVault(trx, house.secrets, account, (vault) => ({
        ...vault,
        leaving: { choice: "take_back", undoUntil: 0, complete: false },
      })),
    );
    await waitOut(house, 25);
    const found = await opened(given);
    expect(found.vault.leaving?.complete).toBe(false);
    // As it was chosen first.
    await leave(house, { account: found, tokenMark, choice: "thread_names" });
    const states = await store.read.selectFrom("comments").select("state").execute();
    expect(states.filter(({ state }) => state === "taken_back")).toHaveLength(6);
    house.pass(22 * HOUR);
    expect(await keepAccount(house, await opened(given))).toEqual({ ok: false, reason: "late" });
  });
});
