import { expect, test } from "vitest";
import { goneName, nameIsFree, nameIsSomebodys } from "#app/domain/accounts/free-name.ts";
import { retireName } from "#app/domain/accounts/pen-names.ts";
import { postComment } from "#app/domain/comments/post.ts";
import { lookKey, nameKey } from "#app/domain/identity/names.ts";
import { appointModerator, dismissModerator } from "#app/domain/moderation/moderators.ts";
import { insertGoneName } from "#db/queries/taken-names.ts";
import { eachDialect } from "#tests/support/databases.ts";
import { commentForm, makeHouse, rotated } from "#tests/support/house.ts";
import { variantsOf } from "#tests/support/look-alikes.ts";
import { memberOf } from "#tests/support/member.ts";
import { seedEssay } from "#tests/support/seed.ts";
import { countingStore } from "#tests/support/statements.ts";
import { TWENTY_NAMES } from "#tests/support/twenty-names.ts";

eachDialect("a name that is free", (open) => {
  const ready = async () => {
    const store = countingStore(await open());
    return { store, house: makeHouse(store) };
  };
  const taken = { reason: "taken" };

  test("is nobody's, and asking takes one statement", async () => {
    const { store, house } = await ready();
    for (const name of TWENTY_NAMES) {
      store.counted();
      expect(await nameIsFree(store.read, house, { name }), name).toBeNull();
      expect(store.counted()).toEqual({ reading: 1, writing: 0 });
    }
  });

  test("is no pen name, retired or not, and looks like none", async () => {
    const { store, house } = await ready();
    const account = await memberOf(house, { name: "Quiet Heron" });
    const alike = ["Quiet Heron", "quiet  heron", "QUIET HERON", "Qu1et Her0n", "Quíet Heron"];
    const isTaken = async () => {
      for (const name of alike) {
        expect(await nameIsFree(store.read, house, { name }), name).toEqual(taken);
        expect(await nameIsSomebodys(store.read, house, name)).toBe(true);
      }
    };
    await isTaken();
    await retireName(house, { account, id: account.vault.names[0]?.id ?? "" });
    await isTaken();
    expect(await nameIsFree(store.read, house, { name: "Quiet Herons" })).toBeNull();
  });

  test("is none whose account is gone, under any secret, and the store doesn't say which", async () => {
    const { store, house } = await ready();
    const row = goneName(house.secrets, { lookKey: lookKey("Quiet Heron") });
    await store.write((trx) => insertGoneName(trx, row).execute());
    await store.write((trx) => insertGoneName(trx, row).execute());
    const later = { ...house, secrets: rotated(house.secrets) };
    for (const there of [house, later]) {
      expect(await nameIsFree(store.read, there, { name: "Quiet Heron" })).toEqual(taken);
      expect(await nameIsFree(store.read, there, { name: "Quiet Hen" })).toBeNull();
    }
    expect(JSON.stringify(await store.read.selectFrom("gone_names").selectAll().execute())).toMatch(
      /^\[\{"look_mark":"[\w-]{43}","secret_id":"\w+"\}\]$/,
    );
  });

  test("is no name of the old blog that was taken up", async () => {
    const { store, house } = await ready();
    const name = "Oak Ferry";
    const row = { name, name_key: nameKey(name), look_key: lookKey(name), owner_mark: "m" };
    await store.write((trx) =>
      trx
        .insertInto("claimed_names")
        .values([
          { ...row, secret_id: "s" },
          { name: "🌻", name_key: "🌻", look_key: "", owner_mark: "n", secret_id: "s" },
        ])
        .execute(),
    );
    expect(await nameIsFree(store.read, house, { name: "oak fеrry" })).toMatchObject({
      reason: "mixed_letters",
    });
    expect(await nameIsFree(store.read, house, { name: "0ak Ferry" })).toEqual(taken);
    expect(await nameIsSomebodys(store.read, house, "🌻")).toBe(true);
    expect(await nameIsSomebodys(store.read, house, "🌼")).toBe(false);
  });

  test("is no moderator's, also of one who was dismissed, but for whoever has their link", async () => {
    const { store, house } = await ready();
    await appointModerator(house, { name: "Dora Quill" });
    const isTaken = async () => {
      expect(await nameIsFree(store.read, house, { name: "Dora Quill" })).toEqual(taken);
      expect(await nameIsFree(store.read, house, { name: "D0ra Qu1ll" })).toEqual(taken);
    };
    await isTaken();
    const mine = { name: "Dora Quill", mine: "Dora Quill" };
    expect(await nameIsFree(store.read, house, mine)).toBeNull();
    await dismissModerator(house, { name: "Dora Quill" });
    await isTaken();
    await memberOf(house, { name: "Dora Quill" });
    expect(await nameIsFree(store.read, house, mine)).toEqual(taken);
  });

  test.each([
    ["", "empty"],
    [" \u200b ", "hidden_characters"],
    ["Admin", "reserved"],
    ["The Reading Room", "reserved"],
    ["the readlng r00m", "reserved"],
    ["🌻", "only_digits"],
    ["12", "only_digits"],
    ["x".repeat(41), "too_long"],
    [`a${"\u0301".repeat(10_000)}`, "too_long"],
  ])("%j is refused without asking: %s", async (name, reason) => {
    const { store, house } = await ready();
    store.counted();
    expect(await nameIsFree(store.read, house, { name })).toMatchObject({ reason });
    expect(store.counted().reading).toBe(0);
  });

  test("nobody becomes a namesake of a member in a thread either", async () => {
    const { store, house } = await ready();
    await seedEssay(store, { id: "essay1" });
    await memberOf(house, { name: "Quiet Heron" });
    for (const name of ["Quiet Heron", "Qu1et Heron", "❤️ Quiet Heron"]) {
      const posted = await postComment(house, commentForm(house, { essayId: "essay1", name }));
      expect(posted).toMatchObject({ ok: false, faults: [{ field: "name", reason: "taken" }] });
    }
  });

  test("every third single-character look-alike of taken names, from the store to the answer", async () => {
    const { store, house } = await ready();
    for (const name of TWENTY_NAMES) await memberOf(house, { name });
    const missed: string[] = [];
    for (const name of TWENTY_NAMES) {
      for (const variant of variantsOf(name).filter((_, place) => place % 3 === 0)) {
        const fault = await nameIsFree(store.read, house, { name: variant });
        if (fault === null) missed.push(variant);
      }
    }
    expect(missed).toEqual([]);
    expect(await nameIsFree(store.read, house, { name: "Loud Heron" })).toBeNull();
  });
});
