import { lstat, mkdir, readdir, readFile, rename, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { editComment } from "#app/domain/comments/edit.ts";
import { postComment } from "#app/domain/comments/post.ts";
import { takeBack } from "#app/domain/comments/take-back.ts";
import { loadDemo } from "#app/domain/demo/load.ts";
import { editEssay } from "#app/domain/essays/edit.ts";
import { ownEssay } from "#app/domain/essays/own.ts";
import { publishEssay } from "#app/domain/essays/publish.ts";
import { takeBackEssay } from "#app/domain/essays/take-back.ts";
import type { EssayForm } from "#app/domain/essays/types.ts";
import { exportFolder } from "#app/domain/exchange/folder/export-folder.ts";
import { asFolderFault } from "#app/domain/exchange/folder/faults.ts";
import { importFolder } from "#app/domain/exchange/folder/import-folder.ts";
import { planFolder } from "#app/domain/exchange/folder/plan-folder.ts";
import type { House } from "#app/domain/house.ts";
import { unfinishedFolderImport } from "#db/queries/exports.ts";
import { checkIntegrity } from "#db/queries/integrity.ts";
import { eachDialect } from "#tests/support/databases.ts";
import { essayForm, published } from "#tests/support/essays.ts";
import { differing, folderBytes } from "#tests/support/folder-bytes.ts";
import { commentForm, DAY, makeHouse, posted } from "#tests/support/house.ts";
import { publicView } from "#tests/support/public-view.ts";
import { seedComments, seedEssay, commentRow as seedRow } from "#tests/support/seed.ts";
import { temporaryFolder } from "#tests/support/temporary-folder.ts";

const publish = async (house: House, form: Partial<EssayForm> = {}) =>
  published(await publishEssay(house, essayForm(house, form)));
const post = async (house: House, form: Parameters<typeof commentForm>[1]) =>
  posted(await postComment(house, commentForm(house, form)));

async function kindOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return "done";
  } catch (error) {
    const fault = asFolderFault(error);
    if (!fault) throw error;
    return fault.kind;
  }
}

async function exported(house: House): Promise<string> {
  const path = join(await temporaryFolder("export"), "site");
  await exportFolder(house, { path });
  return path;
}

const bringIn = async (house: House, path: string) =>
  importFolder(house, { plan: await planFolder({ path }) });

eachDialect("a folder that is written", (open) => {
  it("changes after one edit only in that piece and the indexes", async () => {
    const house = makeHouse(await open());
    const essay = await publish(house, { title: "Mine", tags: ["Wards"], worksCited: ["A book."] });
    const other = await publish(house, { title: "Other", responds: essay.essay.slug });
    const mine = await post(house, { essayId: essay.essay.id });
    await post(house, { essayId: essay.essay.id, parentId: mine.comment.id });
    await post(house, { essayId: other.essay.id });
    const path = await exported(house);
    const first = await folderBytes(path);
    house.pass(DAY);
    await exportFolder(house, { path });
    expect(differing(first, await folderBytes(path))).toEqual([]);

    const words = { perspectives: [], standing: null, note: null, standpoint: null };
    const { id } = mine.comment;
    await editComment(house, { commentId: id, key: mine.key, body: "Other words.", ...words });
    await exportFolder(house, { path });
    const second = await folderBytes(path);
    expect(differing(first, second)).toEqual([`essays/${essay.essay.id}/comments/${id}.md`]);

    const { slug } = essay.essay;
    const own = await ownEssay(house, { slug, key: essay.key });
    const change = { ...own, slug, key: essay.key, keepOpen: true, body: "Newer.", tags: ["New"] };
    expect((await editEssay(house, change)).ok).toBe(true);
    await exportFolder(house, { path });
    expect(differing(second, await folderBytes(path))).toEqual([
      `essays/${essay.essay.id}/essay.md`,
      `essays/${essay.essay.id}/versions/1.md`,
      "firsthand.json",
      "tags.json",
    ]);
  });

  it("holds nothing of what isn't public, no secret and no hour", async () => {
    const house = makeHouse(await open(), { settings: { guests: "first post waits" } });
    const { store } = house;
    const planted = (what: string) => `${what}-words-6174`;
    const trusted = { trusted: true };
    const essay = await publish(house, {
      title: planted("title"),
      body: planted("body"),
      ...trusted,
    });
    const { slug, id: essayId } = essay.essay;
    const own = await ownEssay(house, { slug, key: essay.key });
    const change = { ...own, slug, key: essay.key, keepOpen: false, body: planted("public") };
    await editEssay(house, change);
    const gone = await publish(house, {
      title: planted("gone"),
      tags: [planted("tag")],
      ...trusted,
    });
    await takeBackEssay(house, { slug: gone.essay.slug, secret: gone.key });
    await publish(house, { title: planted("waits") });
    const waits = await post(house, { essayId, body: planted("waiting"), name: planted("name") });
    await seedComments(store, essayId, [
      seedRow(essayId, { id: "removed", state: "removed", markdown: planted("removed") }),
      seedRow(essayId, { id: "folded", state: "folded", markdown: planted("folded") }),
    ]);
    const back = await post(house, { essayId, body: planted("back"), key: essay.key });
    await takeBack(house, { commentId: back.comment.id, secret: essay.key });
    const path = await exported(house);
    const all = [...(await folderBytes(path))].flat().join("\n");
    for (const there of ["title", "public", "folded"]) expect(all).toContain(planted(there));
    for (const not of ["body", "gone", "tag", "waits", "waiting", "name", "removed", "back"]) {
      expect(all).not.toContain(planted(not));
    }
    for (const place of [waits.comment.id, back.comment.id, "removed"])
      expect(all).toContain(place);
    const marks = store.read.selectFrom("essays").select(["owner_mark", "take_back_mark"]);
    for (const row of await marks.execute()) {
      for (const mark of Object.values(row)) expect(all).not.toContain(mark ?? essay.key);
    }
    expect(all).not.toMatch(/\d{2}:\d{2}/);
    expect(all).not.toMatch(/\b1[67]\d{11}\b/);
    for (const entry of ["", ...(await readdir(path, { recursive: true }))]) {
      const { mtimeMs } = await lstat(join(path, entry));
      expect(mtimeMs % DAY).toBe(0);
    }
    const to = makeHouse(await open());
    await bringIn(to, path);
    const counts = await to.store.read.selectFrom("essays").select("comments_waiting").execute();
    expect(counts).toContainEqual({ comments_waiting: 1 });
    expect(await checkIntegrity(to.store)).toEqual([]);
  });

  it("is what the store was at one moment, whatever is written meanwhile", async () => {
    const house = makeHouse(await open());
    for (const title of ["One", "Two", "Three"]) await publish(house, { title });
    const before = await folderBytes(await exported(house));
    const path = join(await temporaryFolder("export"), "site");
    let meanwhile: Promise<unknown> | null = null;
    await exportFolder(house, {
      path,
      onEssay: (done) => {
        if (done === 1) meanwhile = publish(house, { title: "Four", tags: ["Late"] });
      },
    });
    await meanwhile;
    expect(await folderBytes(path)).toEqual(before);
    expect((await exportFolder(house, { path })).essays).toBe(4);
  });
});

eachDialect("where a folder is written", (open) => {
  it("replaces an earlier export whole, also behind a link, and nothing else", async () => {
    const house = makeHouse(await open());
    const scratch = await temporaryFolder("target");
    const path = join(scratch, "new", "below", "site");
    const essay = await publish(house);
    await exportFolder(house, { path });
    expect(await readdir(join(path, "essays"))).toEqual([essay.essay.id]);
    await house.store.write((trx) => trx.deleteFrom("thread_names").execute());
    await house.store.write((trx) => trx.deleteFrom("essays").execute());
    await symlink(path, join(scratch, "link"));
    await exportFolder(house, { path: join(scratch, "link") });
    expect((await lstat(join(scratch, "link"))).isSymbolicLink()).toBe(true);
    expect(await readdir(join(path, "essays"))).toEqual([]);
    expect(await readdir(join(path, ".."))).toEqual(["site"]);

    await writeFile(join(path, "notes.txt"), "mine");
    expect(await kindOf(exportFolder(house, { path }))).toBe("other_things");
    expect(await readFile(join(path, "notes.txt"), "utf8")).toBe("mine");
    const foreign = join(scratch, "foreign");
    await mkdir(foreign);
    expect(await kindOf(exportFolder(house, { path: foreign }))).toBe("done");
    await writeFile(join(foreign, "firsthand.json"), "{}");
    expect(await kindOf(exportFolder(house, { path: foreign }))).toBe("other_things");
    const file = join(scratch, "file");
    await writeFile(file, "mine");
    expect(await kindOf(exportFolder(house, { path: file }))).toBe("not_a_folder");
    expect(await kindOf(exportFolder(house, { path: join(file, "below") }))).toBe("cannot_write");
    await mkdir(join(scratch, "half.unfinished"));
    const half = exportFolder(house, { path: join(scratch, "half") });
    expect(await kindOf(half)).toBe("unfinished_there");
  });

  it("stays as it was where the new one can't be finished", async () => {
    const house = makeHouse(await open());
    await publish(house);
    const path = await exported(house);
    const before = await folderBytes(path);
    await publish(house, { title: "Two" });
    const broken = exportFolder(house, {
      path,
      onEssay: () => {
        throw new Error("no more room");
      },
    });
    await expect(broken).rejects.toThrow("no more room");
    expect(await folderBytes(path)).toEqual(before);
    expect(await readdir(join(path, ".."))).toEqual(["site"]);
  });
});

eachDialect("a folder that is brought in", (open) => {
  async function twoEssays() {
    const house = makeHouse(await open());
    const { essay } = await publish(house, { title: "One" });
    for (let at = 0; at < 5; at += 1) await post(house, { essayId: essay.id, body: `Word ${at}.` });
    await publish(house, { title: "Two", responds: essay.slug });
    return { house, path: await exported(house) };
  }

  it("takes the place of the invented examples, and of nothing else", async () => {
    const { house, path } = await twoEssays();
    const to = makeHouse(await open());
    expect((await loadDemo(to)).outcome).toBe("loaded");
    await bringIn(to, path);
    expect(await publicView(to.store)).toEqual(await publicView(house.store));
    expect(await kindOf(bringIn(to, path))).toBe("not_empty");

    const used = makeHouse(await open());
    await loadDemo(used);
    await seedEssay(used.store, { id: "real" });
    const before = await publicView(used.store);
    expect(await kindOf(bringIn(used, path))).toBe("not_empty");
    expect(await publicView(used.store)).toEqual(before);
  });

  it("carries invented examples as such, and they go as ever", async () => {
    const from = makeHouse(await open());
    await loadDemo(from);
    const to = makeHouse(await open());
    await bringIn(to, await exported(from));
    expect(await publicView(to.store)).toEqual(await publicView(from.store));
    expect(await checkIntegrity(to.store)).toEqual([]);
    await publish(to, { title: "The first real one" });
    expect((await publicView(to.store)).newest).toHaveLength(1);
    const left = to.store.read.selectFrom("comments").select("id");
    expect(await left.execute()).toEqual([]);
  });

  it("goes on where it was ended, with the same folder alone, and says so until then", async () => {
    const { house, path } = await twoEssays();
    const other = await exported(makeHouse(await open()));
    const store = await open();
    const to = makeHouse(store);
    for (let most = 1; ; most += 1) {
      let rendered = 0;
      const tired = makeHouse(store, {
        renderer: {
          ...to.renderer,
          render: (request) => {
            rendered += 1;
            if (rendered > most) throw new Error("ended");
            return to.renderer.render(request);
          },
        },
      });
      const ended = await bringIn(tired, path).then(
        () => false,
        (error: unknown) => String(error).includes("ended"),
      );
      expect(await checkIntegrity(store)).toEqual([]);
      if (!ended) break;
      expect(await unfinishedFolderImport(store.read).execute()).toHaveLength(1);
      expect(await kindOf(exportFolder(to, { path: other }))).toBe("import_unfinished");
      expect(await kindOf(bringIn(to, other))).toBe("another_unfinished");
      expect(most).toBeLessThan(9);
    }
    expect(await unfinishedFolderImport(store.read).execute()).toEqual([]);
    expect(await publicView(store)).toEqual(await publicView(house.store));
    expect(await folderBytes(await exported(to))).toEqual(await folderBytes(path));
  });

  it("gives one site where two bring it in at once", async () => {
    const { house, path } = await twoEssays();
    const to = makeHouse(await open());
    const plan = await planFolder({ path });
    await Promise.all([importFolder(to, { plan }), importFolder(to, { plan })]);
    expect(await publicView(to.store)).toEqual(await publicView(house.store));
    expect(await checkIntegrity(to.store)).toEqual([]);
  });

  it("is left where it was changed while it was read", async () => {
    const { path } = await twoEssays();
    const plan = await planFolder({ path });
    const [first = ""] = await readdir(join(path, "essays"));
    const file = join(path, "essays", first, "essay.md");
    const text = await readFile(file, "utf8");
    await writeFile(`${file}.new`, text.replace("rained", "snowed"));
    await rename(`${file}.new`, file);
    expect(await kindOf(importFolder(makeHouse(await open()), { plan }))).toBe("changed");
  });

  it("keeps names for those who had them, and lets new words come after the old", async () => {
    const { house, path } = await twoEssays();
    const to = makeHouse(await open());
    await bringIn(to, path);
    const essays = await house.store.read.selectFrom("essays").select(["id", "title"]).execute();
    const essayId = essays.find(({ title }) => title === "One")?.id ?? "";
    const names = house.store.read.selectFrom("comments").select("by_name");
    const taken = (await names.executeTakeFirstOrThrow()).by_name;
    const refused = await postComment(to, commentForm(to, { essayId, name: taken }));
    expect(refused).toMatchObject({ ok: false, faults: [{ field: "name", reason: "taken" }] });
    const { comment } = await post(to, { essayId });
    const rows = to.store.read.selectFrom("comments").select("id").orderBy("ordered_at", "desc");
    expect((await rows.execute())[0]?.id).toBe(comment.id);
    expect((await publicView(to.store)).active.at(-1)?.slug).toBe("one");
  });
});
