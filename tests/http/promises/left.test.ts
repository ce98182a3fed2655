import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, it } from "vitest";
import { loadSecretRing } from "#app/config/secret-file.ts";
import { keysOf } from "#app/domain/accounts/own-names.ts";
import { openWithPassphrase } from "#app/domain/accounts/passphrase.ts";
import { describeName, makeName } from "#app/domain/accounts/pen-names.ts";
import type { Account } from "#app/domain/accounts/types.ts";
import { openAccount } from "#app/domain/accounts/vault.ts";
import { editEssay } from "#app/domain/essays/edit.ts";
import type { House } from "#app/domain/house.ts";
import { saveDraft } from "#app/domain/identity/drafts.ts";
import { keyListLocators } from "#app/domain/identity/key-list.ts";
import { makeNonce } from "#app/domain/identity/nonce.ts";
import { runDueJobs } from "#app/domain/jobs/run-due-jobs.ts";
import { scheduleComment } from "#app/domain/later/schedule.ts";
import { connect, type Store } from "#db/connect.ts";
import { insertPasskey } from "#db/queries/passkeys.ts";
import { dataAddress } from "#tests/support/address-map.ts";
import { ask } from "#tests/support/ask.ts";
import { firsthand } from "#tests/support/command.ts";
import { eachDialect } from "#tests/support/databases.ts";
import { essayForm } from "#tests/support/essays.ts";
import { filesWith, tablesWith } from "#tests/support/everything-kept.ts";
import { commentForm, DAY, HOUR, makeHouse } from "#tests/support/house.ts";
import { joinedMember } from "#tests/support/member.ts";
import { seedEssay } from "#tests/support/seed.ts";
import { startServer } from "#tests/support/server.ts";
import { commentAs, publishAs, speakerOf } from "#tests/support/speaking.ts";
import { Visitor } from "#tests/support/visitor.ts";

/** Long, so that it fills pages of its own in the database. */
const LONG = Array.from({ length: 300 }, (_, number) => `and filler number ${number}`).join(" ");
const NAME = "Heron Of Ninetyone";
const OTHER_NAME = "Kettle Of Ninetytwo";
/** What is told in public under the first name. */
const SAID = {
  description: "descriptionwords-9201",
  title: "Titlewords Ninetythree",
  body: "bodywords-9202",
  note: "notewords-9203",
  standpoint: "standpointwords-9204",
  work: "workwords-9205",
  tag: "Tagwords Ninetysix",
  series: "Serieswords Ninetyseven",
  comment: "commentwords-9206",
};
const EARLIER = "earlierwords-9207";
const PIECE = "piecewords-9208";
const OF_OTHER = "otherwords-9209";
const SLUG = "titlewords-ninetythree";
const ANSWER = "answer-that-stays-9210";
const LONG_ENOUGH_MS = 240_000;

let folder = "";
afterEach(() => rm(folder, { recursive: true, force: true }));

/** Lays all that an account can leave behind into the store. */
async function writeEverything(house: House, account: Account) {
  const words = { body: `${SAID.body} ${LONG}`, tags: [SAID.tag], series: SAID.series };
  const said = { ...words, note: SAID.note, standpoint: SAID.standpoint };
  const form = { ...said, title: SAID.title, worksCited: [SAID.work] };
  const essay = await publishAs(house, account, { as: NAME, ...form, body: `${EARLIER} ${LONG}` });
  const { slug, id: essayId } = essay.essay;
  const { key } = essay;
  const changed = { ...essayForm(house, form), slug, key, keepOpen: true };
  expect(await editEssay(house, changed)).toMatchObject({ ok: true });
  await commentAs(house, account, { as: NAME, essayId: "there", body: SAID.comment });
  const piece = await commentAs(house, account, { as: NAME, essayId: "there", body: PIECE });
  await commentAs(house, account, { as: OTHER_NAME, essayId: "there", body: OF_OTHER });
  const [first] = account.vault.names;
  const id = first?.id ?? "";
  await describeName(house, { account, id, description: SAID.description });
  const drafted = { key, nonce: makeNonce(house), draftId: null, slug: null };
  expect(await saveDraft(house, { ...drafted, fields: { title: "A draft" } })).toMatchObject({
    ok: true,
  });
  const later = await speakerOf(house, account, { as: NAME, essayId: "there" });
  const scheduled = await scheduleComment(house, {
    form: commentForm(house, { essayId: "there", body: "Later.", ...later }),
    draft: { slug: "there", fields: { body: "Later." } },
  });
  expect(scheduled).toMatchObject({ ok: true });
  const sealed = () => randomBytes(60).toString("base64url");
  const passkey = {
    ...{ credential_mark: sealed(), public_key: sealed(), sealed: sealed() },
    ...{ sealed_label: sealed(), secret_id: house.secrets.current.id },
  };
  await house.store.write((trx) =>
    insertPasskey(trx, {
      ...{ ...passkey, account_mark: account.mark, counter: 0, last_used_on: null },
    }).execute(),
  );
  return { essayId, commentId: piece.comment.id };
}

/**
 * Pieces of what stands sealed for the account, as they lie in the store; several of each row, since
 * a long one lies on several pages of the file.
 */
async function sealedRows({ read }: Store, house: House, account: Account): Promise<string[][]> {
  const locators = keysOf(account).flatMap((key) => keyListLocators(house.secrets, key));
  const tables = ["accounts", "passphrases", "recovery_codes", "passkeys", "sessions"] as const;
  const labels = read.selectFrom("passkeys").select("sealed_label as sealed");
  const found = [
    await read.selectFrom("drafts").select("sealed").execute(),
    await read.selectFrom("scheduled_pieces").select("sealed").execute(),
    await read.selectFrom("key_lists").select("sealed").where("locator", "in", locators).execute(),
    await labels.where("account_mark", "=", account.mark).execute(),
  ];
  for (const table of tables) {
    const rows = read.selectFrom(table).select("sealed");
    found.push(await rows.where("account_mark", "=", account.mark).execute());
  }
  for (const rows of found) expect(rows).not.toEqual([]);
  const texts = [...found.flat().map(({ sealed }) => sealed), `${account.mark}`];
  return texts.map((text) =>
    [0, 1, 2].map((part) => text.slice(part * 300, part * 300 + 40)).filter((one) => one !== ""),
  );
}

eachDialect("an account that leaves", (_open, dialect, url) => {
  it(
    "is out of view at once and out of the store after a day: one piece, one name, and all of it",
    async () => {
      folder = await mkdtemp(join(tmpdir(), "firsthand-left-"));
      const own = dialect === "sqlite" ? {} : { databaseUrl: await url() };
      const server = await startServer({ ...own, folder });
      const store = await connect(server.databaseUrl);
      const secrets = await loadSecretRing(join(folder, "secrets", "firsthand.key"));
      const house = makeHouse(store, { secrets, clock: () => new Date() });
      await seedEssay(store, { id: "there" });
      const { visitor, passphrase } = await joinedMember(server, { name: NAME });
      const signedIn = await openWithPassphrase(house, { name: NAME, passphrase });
      if (!signedIn) throw new Error("nobody joined");
      await makeName(house, { account: signedIn, name: OTHER_NAME });
      const account = (await openAccount(store.read, secrets, signedIn.key)) ?? signedIn;
      const { essayId, commentId } = await writeEverything(house, account);
      const stranger = await joinedMember(server, { name: "Old Harbour" });
      const other = await openWithPassphrase(house, { name: "Old Harbour", passphrase });
      if (!other) throw new Error("nobody joined");
      await commentAs(house, other, { as: "Old Harbour", essayId, body: ANSWER });

      const reader = new Visitor(server.origin);
      const paths = [
        ...["/", "/stories", "/debates", "/tags", "/tags/tagwords-ninetysix", "/sitemap.xml"],
        ...["/series/serieswords-ninetyseven", `/essays/${SLUG}`, "/essays/there"],
        ...[NAME, OTHER_NAME].map((name) => `/people/${encodeURIComponent(name)}`),
        ...[`/essays/${SLUG}/versions`, `/comments/${commentId}/branch`],
      ];
      const files = [
        ...["/feed.xml", "/feed.json", "/stories/feed.xml", `/essays/${SLUG}.json`],
        ...[`/essays/${SLUG}.md`, `/essays/${SLUG}/feed.xml`, "/essays/there.json"],
        ...["/essays/there/feed.xml", `/comments/${commentId}/feed.xml`],
      ];
      /** Where a reader, or a signed-in stranger, finds a text. */
      const seen = async (): Promise<(text: string) => string[]> => {
        const cookie = [...stranger.visitor.cookies].map((pair) => pair.join("=")).join("; ");
        const found = new Map<string, string>();
        for (const path of [...paths, ...paths.map(dataAddress), ...files]) {
          const asReader = await ask(server.origin, path);
          const asOther = await ask(server.origin, path, { headers: { Cookie: cookie } });
          found.set(path, asReader.text + asOther.text + JSON.stringify(asReader.headers));
        }
        // An address that was asked for comes back in some answers.
        return (text) =>
          [...found]
            .filter(([path]) => !decodeURIComponent(path).includes(text))
            .filter(([, page]) => page.includes(text))
            .map(([path]) => path);
      };
      const kept = async (text: string) =>
        dialect === "sqlite" ? filesWith(server.dataDir, text) : tablesWith(store, text);
      const nextDay = async () => {
        const clock = () => new Date(Date.now() + DAY + HOUR / 60);
        await runDueJobs(makeHouse(store, { secrets, clock }));
      };
      const gone = async (texts: readonly string[]) => {
        for (const text of texts) {
          expect(await kept(text), text).toEqual([]);
          expect(await filesWith(folder, text), text).toEqual([]);
        }
      };

      const before = await seen();
      for (const text of [...Object.values(SAID), NAME, OTHER_NAME, EARLIER, PIECE, OF_OTHER]) {
        expect(before(text), text).not.toEqual([]);
        expect(await kept(text), text).not.toEqual([]);
      }
      for (const path of ["/", "/feed.xml", `/essays/${SLUG}.json`]) {
        expect(before(SAID.title)).toContain(path);
      }
      const sealed = await sealedRows(store, house, account);
      for (const parts of sealed) {
        const found = await Promise.all(parts.map(kept));
        expect(found.flat(), parts[0]).not.toEqual([]);
      }

      // One piece, on its own page.
      const own1 = await visitor.get(`/comments/${commentId}/take-back`);
      expect((await visitor.submit(own1, { intent: "take-back" })).status).toBe(200);
      expect((await seen())(PIECE)).toEqual([]);
      await nextDay();
      await gone([PIECE]);

      // One name.
      const question = await chooseName(visitor, OTHER_NAME);
      expect(question.text).toContain("1 comment");
      const taken = await visitor.submit(question, { intent: "take-back" });
      expect(taken.address).toBe("/settings/take-back?done=taken");
      expect((await seen())(OF_OTHER)).toEqual([]);
      expect(await kept(OF_OTHER)).not.toEqual([]);
      await nextDay();
      await gone([OF_OTHER]);
      expect((await seen())(SAID.comment)).toContain("/essays/there");

      // All of it, with the account.
      const form = await visitor.get("/settings/leave");
      const left = await visitor.submit(form, {
        intent: "leave",
        fields: { choice: "take_back", passphrase, sure: "1" },
      });
      expect(left.text, left.text).toContain("Keep my account");
      const after = await seen();
      const said = [...Object.values(SAID), EARLIER];
      for (const text of said) expect(after(text), text).toEqual([]);
      expect(after(NAME)).toEqual([]);
      expect(after(ANSWER)).toContain(`/essays/${SLUG}`);
      expect((await reader.get(`/essays/${SLUG}`)).status).toBe(410);
      for (const text of said) expect(await kept(text), text).not.toEqual([]);
      await nextDay();
      await gone([...said, NAME, OTHER_NAME, SLUG, ...sealed.flat()]);
      expect(await kept(ANSWER)).not.toEqual([]);
      expect(await kept("Old Harbour")).not.toEqual([]);
      expect((await visitor.get("/settings")).address).toContain("/sign-in");
      expect((await reader.get(`/people/${encodeURIComponent(NAME)}`)).status).toBe(404);
      await store.close();
      expect(await server.end()).toBe(0);
      for (const text of [...said, NAME]) expect(await filesWith(folder, text), text).toEqual([]);
      expect(await firsthand(server, "check")).toMatchObject({ code: 0, err: "" });
    },
    LONG_ENOUGH_MS,
  );
});

/** Chooses a name on the page where one name is taken back; leads to the question before it. */
async function chooseName(visitor: Visitor, name: string) {
  const page = await visitor.get("/settings/take-back");
  const labels = [...page.document.querySelectorAll("label.choice")];
  const label = labels.find((one) => one.textContent?.includes(name));
  const what = label?.querySelector("input")?.getAttribute("value") ?? "";
  return await visitor.submit(page, { intent: "ask", fields: { what } });
}
