import { expect, test } from "vitest";
import { describeName, makeName } from "#app/domain/accounts/pen-names.ts";
import { openAccount } from "#app/domain/accounts/vault.ts";
import { editComment } from "#app/domain/comments/edit.ts";
import { takeBack } from "#app/domain/comments/take-back.ts";
import { takeOutFile } from "#app/domain/exchange/take-out/make-file.ts";
import type { NameOut } from "#app/domain/exchange/take-out/shapes.ts";
import { saveDraft } from "#app/domain/identity/drafts.ts";
import { makeNonce } from "#app/domain/identity/nonce.ts";
import { scheduleComment } from "#app/domain/later/schedule.ts";
import { partsOf } from "#app/domain/leaving/parts.ts";
import { eachDialect } from "#tests/support/databases.ts";
import { commentForm, makeHouse } from "#tests/support/house.ts";
import { memberOf } from "#tests/support/member.ts";
import { seedEssay } from "#tests/support/seed.ts";
import { commentAs, publishAs, speakerOf } from "#tests/support/speaking.ts";
import { unzip } from "#tests/support/unzip.ts";

eachDialect("taking out one's own", (open) => {
  async function ready() {
    const store = await open();
    const house = makeHouse(store);
    await seedEssay(store, { id: "there" });
    await seedEssay(store, { id: "secret-slug", state: "removed", title: "Removed title" });
    const joined = await memberOf(house, { name: "Żółw ../.. \\ CON" });
    await makeName(house, { account: joined, name: "Tin Kettle" });
    const account = (await openAccount(store.read, house.secrets, joined.key)) ?? joined;
    const [first, second] = account.vault.names;
    const description = { account, id: second?.id ?? "", description: "A kettle." };
    expect(await describeName(house, description)).toMatchObject({ ok: true });
    const as = "Tin Kettle";
    const { essay } = await publishAs(house, account, {
      ...{ as, title: "CON", body: "My *words*.", note: "rain", tags: ["Wards"] },
      ...{ series: "Winters", standpoint: "a line", worksCited: ["A book"] },
    });
    const words = { perspectives: [], standing: null, note: null, standpoint: null };
    const changed = await commentAs(house, account, { as, essayId: "there", body: "First." });
    const own = { commentId: changed.comment.id, key: changed.key };
    await editComment(house, { ...own, ...words, body: "Second." });
    const gone = await commentAs(house, account, { as, essayId: "there", body: "Taken back." });
    await takeBack(house, { commentId: gone.comment.id, secret: gone.key });
    await commentAs(house, account, { as: "thread", essayId: "there", body: "Under another." });
    const key = first?.key ?? "";
    const draft = { key, nonce: makeNonce(house), draftId: null, slug: "there" };
    await saveDraft(house, { ...draft, fields: { body: "Half.", nonce: "n", key: "k" } });
    const stranger = await memberOf(house, { name: "Old Harbour" });
    await commentAs(house, stranger, { as: "Old Harbour", essayId: essay.id, body: "Not mine." });
    const file = async (what: string | null) => {
      const all = await partsOf(store.read, account);
      const parts = all.filter(({ name }) => what === null || name === what);
      const made = await takeOutFile(house, { parts });
      if (!made.ok) throw new Error(made.reason);
      return unzip(made.file);
    };
    return { store, house, account, essay, file };
  }

  test("gives every piece in whatever state, earlier words and drafts, and nobody else's", async () => {
    const { account, file } = await ready();
    const files = await file(null);
    const paths = [...files.keys()];
    expect(paths).toEqual(
      expect.arrayContaining([
        ...["README.txt", "everything.json", "tin-kettle/essays/2026-03-14-essay.md"],
        "tin-kettle/comments/2026-03-14-title-of-there.md",
        "tin-kettle/comments/earlier/2026-03-14-title-of-there-1.md",
        "tin-kettle/comments/2026-03-14-title-of-there-2.md",
        "thread-names/comments/2026-03-14-title-of-there.md",
      ]),
    );
    expect(paths).toHaveLength(8);
    for (const path of paths) expect(path).toMatch(/^(?:[a-zA-Z0-9-]+\/)*[a-zA-Z0-9-]+\.[a-z]+$/);
    const essay = files.get("tin-kettle/essays/2026-03-14-essay.md") ?? "";
    for (const line of ['title: "CON"', 'state: "visible"', 'note: "rain"', 'series: "Winters"']) {
      expect(essay).toContain(`\n${line}\n`);
    }
    expect(essay.endsWith("---\n\nMy *words*.\n")).toBe(true);
    const text = [...files.values()].join("\n");
    for (const mine of ["Second.", "First.", "Taken back.", "Under another.", "Half."]) {
      expect(text).toContain(mine);
    }
    expect(text).not.toContain("Not mine.");
    expect(text).not.toContain("nonce");
    for (const { key } of account.vault.names) expect(text).not.toContain(key);
    for (const key of [account.key, account.mark, ...account.vault.threadKeys]) {
      expect(text).not.toContain(key);
    }
    // Days, and no time of day.
    expect(text).not.toMatch(/\d\d:\d\d|17\d{11}/);
    const everything = JSON.parse(files.get("everything.json") ?? "") as { names: NameOut[] };
    const shown = everything.names.map(({ name, kind, description, comments }) => ({
      ...{ name, kind, description, states: comments.map(({ state }) => state).sort() },
    }));
    expect(shown).toEqual([
      { name: account.vault.signInName, kind: "pen name", description: null, states: [] },
      {
        ...{ name: "Tin Kettle", kind: "pen name", description: "A kettle." },
        states: ["taken_back", "visible"],
      },
      { name: null, kind: "thread names", description: null, states: ["visible"] },
    ]);
  });

  test("gives what becomes public later, and says so", async () => {
    const { house, account, file } = await ready();
    const who = await speakerOf(house, account, { as: "Tin Kettle", essayId: "there" });
    const form = commentForm(house, { essayId: "there", body: "Soon.", ...who });
    const draft = { slug: "there", fields: { body: "Soon.", as: who.speaker.as } };
    expect(await scheduleComment(house, { form, draft })).toMatchObject({ ok: true });
    const path = "tin-kettle/drafts/there.md";
    const text = (await file("Tin Kettle")).get(path) ?? "";
    expect(text).toContain('\nstate: "later"\n');
    expect(text).toContain("Soon.");
    const other = await file(account.vault.signInName);
    expect([...other.values()].join("\n")).not.toContain("Soon.");
  });

  test("tells nothing of the other names where one is taken out alone", async () => {
    const { account, file } = await ready();
    const text = [...(await file("Tin Kettle")).values()].join("\n");
    expect(text).toContain("Second.");
    for (const other of [
      account.vault.signInName,
      "Under another.",
      "thread-names/",
      "joined_on",
    ]) {
      expect(text).not.toContain(other);
    }
  });

  test("tells no title, and no slug, of another's essay that is not shown any more", async () => {
    const { store, file } = await ready();
    const before = [...(await file(null)).values()].join("\n");
    expect(before).toContain("Title of there");
    await store.write((trx) =>
      trx.updateTable("essays").set({ state: "removed" }).where("id", "=", "there").execute(),
    );
    const files = await file(null);
    const text = [...files.values()].join("\n");
    expect(text).not.toContain("Title of there");
    expect(text).toContain("Second.");
    expect([...files.keys()]).toContain("tin-kettle/comments/2026-03-14-comment.md");
  });
});
