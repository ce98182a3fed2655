import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { openCode } from "#app/domain/accounts/codes.ts";
import { openWithPassphrase } from "#app/domain/accounts/passphrase.ts";
import { askRecovery } from "#app/domain/accounts/recover.ts";
import { signIn } from "#app/domain/accounts/sign-in.ts";
import { openAccount } from "#app/domain/accounts/vault.ts";
import { editComment } from "#app/domain/comments/edit.ts";
import { takeBack } from "#app/domain/comments/take-back.ts";
import { listDrafts } from "#app/domain/identity/drafts.ts";
import { findKeyList } from "#app/domain/identity/key-list.ts";
import { ownerMarks } from "#app/domain/identity/marks.ts";
import { makeNonce } from "#app/domain/identity/nonce.ts";
import { openSession } from "#app/domain/identity/sessions.ts";
import { leave } from "#app/domain/leaving/leave.ts";
import type { Store } from "#db/connect.ts";
import { eachDialect } from "#tests/support/databases.ts";
import { makeHouse, type TestHouse } from "#tests/support/house.ts";
import { type Lively, livelyHouse } from "#tests/support/lively-house.ts";
import { type StoredRow, storedRows, tiedRows } from "#tests/support/ties.ts";

const words = { perspectives: [], standing: null, note: null, standpoint: null };

/** Somebody with the store and the program, who has not got the secret; only, perhaps, its name. */
function thievesOf(store: Store, { secrets }: TestHouse): TestHouse[] {
  return [randomBytes(4).toString("hex"), secrets.current.id].map((id) => {
    const secret = { id, bytes: randomBytes(32) };
    return makeHouse(store, { secrets: { current: secret, all: [secret] } });
  });
}

/** What opens for whoever has every word, key, code and cookie, with the secret of `house`. */
async function opened(house: TestHouse, { people, guests }: Lively): Promise<string[]> {
  const { read } = house.store;
  const ring = house.secrets;
  const found: [string, unknown][] = [];
  for (const { account, names, passphrase, codes, session, inThreads } of people) {
    const name = names[0] ?? "";
    found.push(["passphrase", await openWithPassphrase(house, { name, passphrase })]);
    found.push(["account", await openAccount(read, ring, account.key)]);
    found.push(["code", await openCode(read, house, codes[0] ?? "")]);
    found.push(["session", await openSession(house, session)]);
    for (const { key } of account.vault.names) {
      found.push(["name", await findKeyList(read, ring, key)]);
      found.push(["draft", (await listDrafts(house, { key }))[0] ?? null]);
    }
    for (const { id, key } of inThreads) {
      const edit = { ...words, commentId: id, key, body: "Changed." };
      found.push(["edit", await editComment(house, edit).catch(() => null)]);
    }
  }
  for (const { key, takeBackCode, device, comments } of guests) {
    found.push(["key", await findKeyList(read, ring, key)]);
    found.push(["device", await openSession(house, device)]);
    const [{ id: commentId } = { id: "" }] = comments;
    found.push([
      "undo",
      await takeBack(house, { commentId, secret: takeBackCode }).catch(() => null),
    ]);
  }
  return [...new Set(found.filter(([, what]) => what !== null).map(([way]) => way))].sort();
}

/** Whom a row speaks of, by what only the test knows; null: nobody in particular. */
function whoIn(house: TestHouse, { people, guests, threads }: Lively) {
  const whose = new Map<string, string>();
  for (const { account } of people) {
    whose.set(account.mark, `account ${account.vault.signInName}`);
    for (const essayId of threads) {
      const [mark = ""] = ownerMarks(house.secrets, account.vault.threadKeys[0] ?? "", [essayId]);
      whose.set(mark, `thread name of ${account.vault.signInName} in ${essayId}`);
    }
  }
  for (const [number, { key }] of guests.entries()) {
    for (const essayId of threads) {
      const [mark = ""] = ownerMarks(house.secrets, key, [essayId]);
      whose.set(mark, `thread name of guest ${number} in ${essayId}`);
    }
  }
  const names = new Set(people.flatMap((person) => person.names));
  return ({ table, values }: StoredRow): string | null => {
    if (["key_lists", "drafts"].includes(table)) {
      return `sealed ${values["locator"] ?? values["id"]}`;
    }
    if (table === "sessions" && values["account_mark"] === null) {
      return `device ${values["token_mark"]}`;
    }
    for (const value of Object.values(values)) {
      const known = typeof value === "string" ? whose.get(value) : undefined;
      if (known) return known;
      if (typeof value === "string" && names.has(value)) return `pen name ${value}`;
    }
    return null;
  };
}

/** Every two that some chain of equal values ties. */
function ties(rows: readonly StoredRow[], who: (row: StoredRow) => string | null): string[] {
  return tiedRows(rows).flatMap((group) => {
    const all = [...new Set(group.map(who).filter((one) => one !== null))].sort();
    return all.length > 1 ? [all.join(" = ")] : [];
  });
}

eachDialect("a copy of the store", (open) => {
  test("opens nothing without the secret, even with every passphrase, key, code and cookie", async () => {
    const store = await open();
    const house = makeHouse(store);
    const lively = await livelyHouse(house);
    for (const thief of thievesOf(store, house)) expect(await opened(thief, lively)).toEqual([]);
    // The same attempts, with the secret.
    expect(await opened(house, lively)).toEqual([
      "account",
      "code",
      "device",
      "draft",
      "edit",
      "key",
      "name",
      "passphrase",
      "session",
      "undo",
    ]);
  });

  test("has no chain of equal values that leads from one to another", async () => {
    const store = await open();
    const house = makeHouse(store);
    const lively = await livelyHouse(house);
    const who = whoIn(house, lively);
    const rows = await storedRows(store);
    const seen = rows.map(who);
    const { people, threads } = lively;
    for (const { names, account } of people) {
      for (const name of names) expect(seen).toContain(`pen name ${name}`);
      expect(seen).toContain(`account ${account.vault.signInName}`);
      expect(seen).toContain(`thread name of ${names[0]} in ${threads[0]}`);
    }
    expect(ties(rows, who)).toEqual([]);

    // Planted, one after the other: each is found.
    const [person] = people;
    const [first = "", second = ""] = person?.names ?? [];
    const mark = person?.account.mark ?? "";
    const named = (name: string) => (row: StoredRow) =>
      row.table === "pen_names" && row.values["name"] === name;
    const planted = (is: (row: StoredRow) => boolean, values: StoredRow["values"]) =>
      ties(
        rows.map((row) => (is(row) ? { ...row, values: { ...row.values, ...values } } : row)),
        who,
      );
    expect(planted(named(first), { account: mark })).toHaveLength(1);
    expect(planted(named(first), { more: JSON.stringify({ of: [{ mark }] }) })).toHaveLength(1);
    expect(planted(named(first), { more: `of:${mark}` })).toHaveLength(1);
    const both = (row: StoredRow) => named(first)(row) || named(second)(row);
    expect(planted(both, { made_at: 1_773_480_413_589 })).toHaveLength(1);
    const thread = `thread name of ${first} in `;
    const theirs = (row: StoredRow) => row.table === "comments" && who(row)?.startsWith(thread);
    expect(planted((row) => theirs(row) === true, { seed: "0123456789abcdef" })).toHaveLength(1);
  });

  test("ties nothing either while people leave, recover, fail to sign in or take a name back", async () => {
    const store = await open();
    const house = makeHouse(store);
    const lively = await livelyHouse(house);
    const [leaving, recovering, taking] = lively.people;
    if (!leaving || !recovering || !taking) throw new Error("three people");
    const session = await openSession(house, leaving.session);
    if (session?.kind !== "account") throw new Error("signed in");
    const { account, tokenMark } = session;
    await leave(house, { account, tokenMark, choice: "take_back" });
    const other = await openSession(house, taking.session);
    if (other?.kind !== "account") throw new Error("signed in");
    await leave(house, { ...other, choice: "thread_names" });
    const [code = ""] = recovering.codes;
    const passphrase = "another osprey in the morning meadow";
    const asked = { code, passphrase, nonce: makeNonce(house), limited: true };
    expect(await askRecovery(house, asked)).toMatchObject({ ok: true });
    for (const [name = ""] of lively.people.map(({ names }) => names)) {
      const typed = { name, passphrase: "not this one", known: null, earlier: null };
      await signIn(house, { ...typed, limited: true, gate: async () => 0 });
    }
    const rows = await storedRows(store);
    const seen = (table: string, column: string) =>
      rows.filter((row) => row.table === table && row.values[column] !== null).length;
    expect(seen("pen_names", "erase_at")).toBe(leaving.names.length + taking.names.length);
    expect(seen("comments", "erase_at")).toBeGreaterThan(5);
    expect(seen("renamings", "due_at")).toBeGreaterThan(5);
    expect(seen("recoveries", "due_at")).toBe(1);
    expect(seen("sign_in_tries", "next_at")).toBeGreaterThan(2);
    expect(ties(rows, whoIn(house, lively))).toEqual([]);
  });

  test("tells by no length of what is sealed who has how much", async () => {
    const store = await open();
    await livelyHouse(makeHouse(store));
    const rows = await storedRows(store);
    const lengths = (table: string, column = "sealed") => [
      ...new Set(
        rows.filter((row) => row.table === table).map(({ values }) => `${values[column]}`.length),
      ),
    ];
    // Three names or two; ten codes; as many browsers.
    for (const table of ["accounts", "passphrases", "recovery_codes", "key_lists", "drafts"]) {
      expect(lengths(table), table).toHaveLength(1);
    }
    expect(lengths("sessions")).toHaveLength(1);
    expect(lengths("pen_names", "name").length).toBeGreaterThan(1);
  });
});
