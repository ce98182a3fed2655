import { open, stat } from "node:fs/promises";
import { afterEach, describe, expect, it } from "vitest";
import { connect, type Store, sqliteFile } from "#db/connect.ts";
import { firsthand } from "#tests/support/command.ts";
import { eachDialect } from "#tests/support/databases.ts";
import { limitedFiles, type SmallDisk, smallDisk } from "#tests/support/full-disk.ts";
import { postAsGuest } from "#tests/support/guest.ts";
import { seedEssay } from "#tests/support/seed.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";
import { type Page, Visitor } from "#tests/support/visitor.ts";

const leave: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const step of leave.splice(0).toReversed()) await step();
});

async function houseOn({
  disk,
  databaseUrl,
}: {
  disk?: SmallDisk;
  databaseUrl?: string;
}): Promise<{ server: TestServer; store: Store; visitor: Visitor }> {
  if (disk) leave.push(disk.remove);
  const server = await startServer({
    ...(disk && { folder: disk.folder }),
    ...(databaseUrl !== undefined && { databaseUrl }),
  });
  leave.push(server.stop);
  const store = await connect(server.databaseUrl);
  leave.push(() => store.close());
  await seedEssay(store, { id: "thread", markdown: "Here to be read." });
  return { server, store, visitor: new Visitor(server.origin) };
}

const WORDS = "Line one, with <marks> & 'quotes'.\n\nLine two. \u{1F33F}";

/** Presses the one button of the page that gives words back. */
function sendAgain(visitor: Visitor, { document }: Page): Promise<Page> {
  const form = document.querySelector<HTMLFormElement>("main form");
  const fields = [...(form?.querySelectorAll("textarea") ?? [])];
  const body = new URLSearchParams(fields.map(({ name, value }) => [name, value]));
  return visitor.post(form?.getAttribute("action") ?? "", body.toString());
}

describe.each([
  ["a disk that is full", smallDisk],
  ["a process that may not make files larger", limitedFiles],
])("%s", (_title, makeDisk) => {
  it("refuses words and gives them back, lets people read, and recovers by itself", async () => {
    const disk = await makeDisk();
    const { server, store, visitor } = await houseOn({ disk });
    const before = await postAsGuest(visitor, "thread", { body: "Before it was full." });
    expect(before.page.status).toBe(200);
    const form = await visitor.get("/essays/thread/reply");

    await disk.fill(server.pid);
    const refused = await visitor.submit(form, { intent: "post", fields: { body: WORDS } });
    expect(refused.status).toBe(503);
    expect(refused.headers.get("retry-after")).toBe("5");
    const kept = refused.document.querySelector<HTMLTextAreaElement>('textarea[name="body"]');
    expect(kept?.value).toBe(WORDS);
    for (const path of ["/", "/essays/thread", "/essays/thread.json", "/essays/thread/reply"]) {
      const page = await new Visitor(server.origin).get(path);
      expect(page.status, path).toBe(200);
    }
    expect((await visitor.get("/essays/thread?flat=1")).text).toContain("Before it was full.");

    await disk.free(server.pid);
    expect((await sendAgain(visitor, refused)).status).toBe(200);
    const rows = await store.read.selectFrom("comments").select("markdown").execute();
    expect(rows.map(({ markdown }) => markdown).sort()).toEqual(["Before it was full.", WORDS]);
    expect(await firsthand(server, "check")).toMatchObject({ code: 0, err: "" });
  });
});

eachDialect("the write lock, held by another process", (_open, dialect, url) => {
  it("lets people read; who posts waits, or gets the words back after a while", async () => {
    const own = dialect === "sqlite" ? {} : { databaseUrl: await url() };
    const { server, store, visitor } = await houseOn(own);
    const form = await visitor.get("/essays/thread/reply");
    const other = await visitor.get("/essays/thread/reply");
    const short = holdLock(store);
    await short.held;
    const waiting = visitor.submit(form, { intent: "post", fields: { body: "Waits a moment." } });
    for (const path of ["/", "/essays/thread", "/stories", "/essays/thread/feed.xml"]) {
      expect((await new Visitor(server.origin).get(path)).status, path).toBe(200);
    }
    short.release();
    expect((await waiting).status).toBe(200);

    const long = holdLock(store);
    await long.held;
    const refused = await visitor.submit(other, { intent: "post", fields: { body: WORDS } });
    expect(refused.status).toBe(503);
    expect(refused.document.querySelector("textarea[name=body]")?.textContent).toBe(WORDS);
    expect((await visitor.get("/essays/thread?flat=1")).text).toContain("Waits a moment.");
    long.release();
    await long.ended;
    expect((await sendAgain(visitor, refused)).status).toBe(200);
    expect((await new Visitor(server.origin).get("/essays/thread")).text).toContain("Line two.");
  });
});

/** Takes the write lock and keeps it until it is told to release it. */
function holdLock(store: Store) {
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  let ended: Promise<void> = Promise.resolve();
  const held = new Promise<void>((resolve) => {
    ended = store.write(
      async () => {
        resolve();
        await released;
      },
      { deadlineMs: 60_000 },
    );
  });
  return { held, release: () => release(), ended: held.then(() => ended) };
}

describe("a flipped byte in the database file", () => {
  it("is found by check, whichever page of a table or an index it is in", async () => {
    const { server, store, visitor } = await houseOn({});
    for (const body of ["One.", "Two.", "Three."]) {
      expect((await postAsGuest(visitor, "thread", { body })).id).not.toBe("");
    }
    await store.close();
    leave.splice(leave.length - 1, 1);
    await server.end();
    expect(await firsthand(server, "check")).toMatchObject({ code: 0 });
    const path = sqliteFile(server.databaseUrl);
    const { size } = await stat(path);
    const file = await open(path, "r+");
    leave.push(() => file.close());
    const pageSize = (await readBytes(file, 16, 2)).readUInt16BE();
    const unfound: string[] = [];
    const step = Math.max(1, Math.floor(size / pageSize / 8));
    for (let page = 1; page < size / pageSize; page += step) {
      const at = page * pageSize;
      const [byte = 0] = await readBytes(file, at, 1);
      // 2, 5, 10 and 13 begin the page of a b-tree. https://www.sqlite.org/fileformat2.html#b_tree_pages
      if (![2, 5, 10, 13].includes(byte)) continue;
      await file.write(Buffer.of(byte ^ 0x10), 0, 1, at);
      const { code, out, err } = await firsthand(server, "check");
      // A line for each finding, or one that says that the database can't be read at all.
      if (code !== 1 || !/\S/.test(out + err))
        unfound.push(`page ${page + 1}: ${code} ${out}${err}`);
      await file.write(Buffer.of(byte), 0, 1, at);
    }
    expect(unfound).toEqual([]);
    expect(await firsthand(server, "check")).toMatchObject({ code: 0 });
  });
});

async function readBytes(
  file: Awaited<ReturnType<typeof open>>,
  at: number,
  length: number,
): Promise<Buffer> {
  const buffer = Buffer.alloc(length);
  await file.read(buffer, 0, length, at);
  return buffer;
}
