import { expect, test } from "vitest";
import { claimImportedName } from "#app/domain/accounts/claim-name.ts";
import { keysOf } from "#app/domain/accounts/own-names.ts";
import { openAccount } from "#app/domain/accounts/vault.ts";
import { nameKey } from "#app/domain/identity/names.ts";
import { makeNonce } from "#app/domain/identity/nonce.ts";
import { mark, open as unseal } from "#app/domain/identity/secret-ring.ts";
import { scheduleComment } from "#app/domain/later/schedule.ts";
import { eachDialect } from "#tests/support/databases.ts";
import { commentForm, makeHouse, type TestHouse } from "#tests/support/house.ts";
import { type Lively, livelyHouse } from "#tests/support/lively-house.ts";
import { commentRow, seedComments } from "#tests/support/seed.ts";
import { speakerOf } from "#tests/support/speaking.ts";
import { type StoredRow, storedRows } from "#tests/support/ties.ts";

const OLD_NAME = "Jane of the old blog";
/** For what the house seals that it can open by itself. */
const PURPOSES = ["scheduled piece", "name claim", "draft", "key list", "account", "session"];

/** Every name of every member has something that waits for its moment, and one asks for an old name. */
async function withWhatWaits(house: TestHouse): Promise<Lively> {
  const lively = await livelyHouse(house);
  const [essayId = ""] = lively.threads;
  for (const { account, names } of lively.people) {
    for (const as of [...names, "thread"]) {
      const who = await speakerOf(house, account, { as, essayId });
      const form = commentForm(house, { essayId, body: "Later.", ...who });
      const draft = { slug: null, fields: { body: "Later." } };
      const kept = await scheduleComment(house, { form, draft });
      if (!kept.ok) throw new Error("not kept");
      house.pass(1_000);
    }
  }
  const imported = { by_name: OLD_NAME, by_kind: "imported", origin: "imported" } as const;
  await seedComments(house.store, essayId, [commentRow(essayId, { id: "old", ...imported })]);
  const [person] = lively.people;
  if (!person) throw new Error("nobody");
  const claim = await claimImportedName(house, person.account, {
    ...{ typed: OLD_NAME, shownAs: { as: "imported" }, nonce: makeNonce(house) },
  });
  if (!claim.ok) throw new Error(JSON.stringify(claim.fault));
  return lively;
}

/** Whatever the secret alone opens, as text. */
function openedBySecret({ secrets }: TestHouse, rows: readonly StoredRow[]): string[] {
  return rows.flatMap(({ values }) => {
    const sealed = [values["sealed"], values["sealed_key"], values["sealed_label"]];
    const bound = Object.values(values).map(String);
    return sealed
      .filter((one) => typeof one === "string")
      .flatMap((one) =>
        PURPOSES.flatMap((purpose) =>
          [...bound, ""].flatMap((bind) => {
            const text = unseal(secrets.current, { purpose, key: "", bind, sealed: one });
            return text === null ? [] : [text];
          }),
        ),
      );
  });
}

/** The names of one member that a text speaks of, by the name itself, its id or its key. */
async function namesIn(house: TestHouse, { people }: Lively, text: string): Promise<string[]> {
  const found: string[] = [];
  for (const { account, names } of people) {
    const now = await openAccount(house.store.read, house.secrets, account.key);
    const { vault } = now ?? account;
    for (const [place, { id, key }] of vault.names.entries()) {
      const name = names[place] ?? "";
      if ([id, key, name].some((one) => text.includes(one))) found.push(name);
    }
    for (const key of keysOf({ ...account, vault })) {
      const isNamed = vault.names.some((one) => one.key === key);
      if (!isNamed && text.includes(key)) found.push(`a key of ${names[0]}`);
    }
  }
  return found;
}

eachDialect("a copy of the store and the secret", (open) => {
  test("opens what is sealed for the house, and nothing that ties two names of one account", async () => {
    const house = makeHouse(await open());
    const lively = await withWhatWaits(house);
    const rows = await storedRows(house.store);
    const texts = openedBySecret(house, rows);
    const waiting = lively.people.reduce((sum, { names }) => sum + names.length + 1, 0);
    expect(texts).toHaveLength(waiting + 1);
    for (const text of texts) expect(await namesIn(house, lively, text)).toHaveLength(1);
    // Planted: two keys of one account in one text.
    const [first, second] = lively.people[0]?.account.vault.names ?? [];
    const planted = JSON.stringify([first?.key, { of: second?.key }]);
    expect(await namesIn(house, lively, planted)).toHaveLength(2);
  });

  test("leads from a name to its account where it is the one that signs in, and from no other", async () => {
    const house = makeHouse(await open());
    const { people } = await livelyHouse(house);
    const rows = (await storedRows(house.store)).filter(({ values }) => values["account_mark"]);
    for (const { names, account } of people) {
      const [signsIn = "", ...others] = names;
      const found = (name: string) => {
        const guesses = ["sign-in name", "pen name", "tries", "account", "claimed name"];
        const marks = guesses.map((purpose) => mark(house.secrets, purpose, nameKey(name)));
        return rows.filter(({ values }) =>
          Object.values(values).some((one) => marks.includes(`${one}`)),
        );
      };
      expect(found(signsIn).map(({ values }) => values["account_mark"])).toEqual([account.mark]);
      for (const name of others) expect(found(name)).toEqual([]);
    }
  });
});
