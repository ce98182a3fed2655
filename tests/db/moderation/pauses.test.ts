import { expect, test } from "vitest";
import { keysOf } from "#app/domain/accounts/own-names.ts";
import { describeName } from "#app/domain/accounts/pen-names.ts";
import type { Account } from "#app/domain/accounts/types.ts";
import { editComment } from "#app/domain/comments/edit.ts";
import { postComment } from "#app/domain/comments/post.ts";
import { editEssay } from "#app/domain/essays/edit.ts";
import { verifyLog, wholeLog } from "#app/domain/moderation/log.ts";
import { appointModerator, dismissModerator } from "#app/domain/moderation/moderators.ts";
import { endPause, ownPause, pausedUntil, pauseName } from "#app/domain/moderation/pause.ts";
import { eachDialect } from "#tests/support/databases.ts";
import { essayForm } from "#tests/support/essays.ts";
import { commentForm, DAY, makeHouse, posted, rotated } from "#tests/support/house.ts";
import { memberOf } from "#tests/support/member.ts";
import { seedEssay } from "#tests/support/seed.ts";
import { commentAs, publishAs } from "#tests/support/speaking.ts";
import { countingStore } from "#tests/support/statements.ts";

const writesWith = (account: Account) => ({
  keys: keysOf(account),
  penNameIds: account.vault.names.map(({ id }) => id),
});
const guest = (key: string | null) => ({ keys: [key ?? ""], penNameIds: [] });

eachDialect("a pause", (open) => {
  async function ready() {
    const store = countingStore(await open());
    await seedEssay(store, { id: "essay1" });
    await seedEssay(store, { id: "essay2" });
    const house = makeHouse(store);
    const appointed = await appointModerator(house, { name: "Dora Quill" });
    if (!appointed.ok) throw new Error(appointed.reason);
    const row = await store.read.selectFrom("moderators").selectAll().executeTakeFirstOrThrow();
    const decision = {
      moderator: { id: row.id },
      reasonClass: "against_a_person" as const,
      reasonText: "Went on after two requests.",
    };
    return { store, house, decision };
  }

  test("of a pen name binds its account, and nobody else, to the end of its last day", async () => {
    const { store, house, decision } = await ready();
    const member = writesWith(await memberOf(house, { name: "Quiet Heron" }));
    const other = writesWith(await memberOf(house, { name: "Amber Finch" }));
    const pause = { ...decision, name: "quiet  HERON", thread: null, days: 3 };
    expect(await pauseName(house, pause)).toEqual({ ok: true, until: "2026-03-17" });
    store.counted();
    expect(await pausedUntil(store.read, house, member)).toBe("2026-03-17");
    expect(store.counted().reading).toBeLessThanOrEqual(2);
    expect(await pausedUntil(store.read, house, other)).toBeNull();
    expect(await ownPause(store.read, house, member)).toEqual({
      until: "2026-03-17",
      reasonClass: "against_a_person",
      reasonText: "Went on after two requests.",
    });
    house.pass(3 * DAY);
    expect(await pausedUntil(store.read, house, member)).toBe("2026-03-17");
    house.pass(DAY);
    expect(await pausedUntil(store.read, house, member)).toBeNull();
    expect(await ownPause(store.read, house, member)).toBeNull();
  });

  test("of a thread name binds whoever holds its key, under every secret of the ring", async () => {
    const { store, house, decision } = await ready();
    const first = commentForm(house, { essayId: "essay1", name: "Grey Lamp" });
    const { key } = posted(await postComment(house, first));
    const elsewhere = commentForm(house, { essayId: "essay2", name: "Grey Lamp" });
    const namesake = posted(await postComment(house, elsewhere));
    const { slug } = await store.read
      .selectFrom("essays")
      .select("slug")
      .where("id", "=", "essay1")
      .executeTakeFirstOrThrow();
    const pause = { ...decision, name: "Grey Lamp", thread: slug, days: 30 };
    expect(await pauseName(house, pause)).toEqual({ ok: true, until: "2026-04-13" });
    for (const there of [house, { ...house, secrets: rotated(house.secrets) }]) {
      store.counted();
      expect(await pausedUntil(store.read, there, guest(key))).toBe("2026-04-13");
      expect(store.counted().reading).toBe(1);
      expect(await pausedUntil(store.read, there, guest(namesake.key))).toBeNull();
      const told = await ownPause(store.read, there, guest(key));
      expect(told?.reasonText).toBe("Went on after two requests.");
    }
    const ended = { ...decision, name: "Grey Lamp", thread: slug };
    expect(await endPause(house, ended)).toEqual({ ok: true, until: null });
    expect(await pausedUntil(store.read, house, guest(key))).toBeNull();
    expect(await endPause(house, ended)).toEqual({ ok: false, reason: "not_paused" });
  });

  test("of one name binds a member under all of them; the public log names none", async () => {
    const { store, house, decision } = await ready();
    const account = await memberOf(house, { name: "Quiet Heron" });
    const key = account.vault.threadKeys.at(0) ?? "";
    const form = commentForm(house, { essayId: "essay1", name: "Grey Lamp", key });
    posted(await postComment(house, form));
    const { slug } = await store.read
      .selectFrom("essays")
      .select("slug")
      .where("id", "=", "essay1")
      .executeTakeFirstOrThrow();
    await pauseName(house, { ...decision, name: "Grey Lamp", thread: slug, days: 2 });
    await pauseName(house, { ...decision, name: "Quiet Heron", thread: null, days: 1 });
    expect(await pausedUntil(store.read, house, writesWith(account))).toBe("2026-03-16");
    await endPause(house, { ...decision, name: "Quiet Heron", thread: null });
    const log = await wholeLog(house);
    expect(log.map(({ entry }) => entry.action)).toEqual([
      ...["appointed", "paused", "paused", "pause_ended"],
    ]);
    const told = JSON.stringify(log.slice(1));
    const { id } = account.vault.names[0] ?? { id: "" };
    for (const secret of ["Grey Lamp", "Quiet Heron", slug, id]) expect(told).not.toContain(secret);
    // The same search finds the moderator, who is named by office.
    expect(JSON.stringify(log)).toContain("Dora Quill");
    expect(await verifyLog(store.read)).toEqual([]);
  });

  test("binds whoever changes what stands there already, by any name of theirs", async () => {
    const { store, house, decision } = await ready();
    const account = await memberOf(house, { name: "Quiet Heron" });
    const { comment } = await commentAs(house, account, { as: "thread", essayId: "essay1" });
    const { essay } = await publishAs(house, account, { as: "Quiet Heron" });
    const [pen = "", thread = ""] = keysOf(account);
    const form = { ...commentForm(house, { essayId: "essay1" }), body: "Other words." };
    const words = { ...essayForm(house), body: "Other words.", slug: essay.slug, keepOpen: false };
    const whose = writesWith(account);
    const save = async () => [
      await editComment(house, { ...form, commentId: comment.id, key: thread, whose }),
      await editEssay(house, { ...words, key: pen, whose }),
    ];
    await pauseName(house, { ...decision, name: "Quiet Heron", thread: null, days: 3 });
    const paused = { field: "as", reason: "paused", until: "2026-03-17" };
    const refused = { ok: false, faults: [paused] };
    expect(await save()).toEqual([refused, refused]);
    const id = account.vault.names[0]?.id ?? "";
    const described = { account, id, description: "Other words." };
    expect(await describeName(house, described)).toMatchObject({ reason: "paused" });
    expect(await describeName(house, { ...described, description: "" })).toEqual({ ok: true });
    // Without an account the key is all that there is, however it is typed.
    const typed = pen.toLowerCase();
    await pauseName(house, { ...decision, name: "Quiet Heron", thread: essay.slug, days: 3 });
    expect(await editEssay(house, { ...words, key: typed })).toEqual(refused);
    const rows = await store.read.selectFrom("comments").select("markdown").execute();
    expect(rows.map(({ markdown }) => markdown)).not.toContain("Other words.");
    house.pass(4 * DAY);
    expect(await save()).toMatchObject([{ ok: true }, { ok: true }]);
  });

  test("needs an office, a name, a reason and 1 to 30 days", async () => {
    const { store, house, decision } = await ready();
    await memberOf(house, { name: "Quiet Heron" });
    const pause = { ...decision, name: "Quiet Heron", thread: null, days: 3 };
    for (const days of [0, -1, 31, 1.5, Number.NaN]) {
      expect(await pauseName(house, { ...pause, days })).toEqual({ ok: false, reason: "days" });
    }
    expect(await pauseName(house, { ...pause, name: "Nobody" })).toMatchObject({
      reason: "unknown",
    });
    expect(await pauseName(house, { ...pause, thread: "nowhere" })).toMatchObject({
      reason: "unknown",
    });
    expect(await pauseName(house, { ...pause, reasonText: " \n" })).toMatchObject({
      reason: "reason_missing",
    });
    expect(await pauseName(house, { ...pause, reasonText: "x".repeat(501) })).toMatchObject({
      reason: "reason_too_long",
    });
    await dismissModerator(house, { name: "Dora Quill" });
    await expect(pauseName(house, pause)).rejects.toMatchObject({ kind: "notAllowed" });
    await expect(endPause(house, pause)).rejects.toMatchObject({ kind: "notAllowed" });
    const row = await store.read.selectFrom("pen_names").selectAll().executeTakeFirstOrThrow();
    expect(row.paused_until).toBeNull();
  });
});
