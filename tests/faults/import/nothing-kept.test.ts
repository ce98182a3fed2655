import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { connect } from "#db/connect.ts";
import { eachDialect } from "#tests/support/databases.ts";
import { temporaryFolder } from "#tests/support/temporary-folder.ts";

const repository = fileURLToPath(new URL("../../../", import.meta.url));
const FILE = fileURLToPath(new URL("../../corpus/wordpress/quiet-gate-1.2.xml", import.meta.url));
/** Email, address, agent, link, user number and hour of commenters, as the file has them. */
const PLANTED = [
  "canary-email",
  "canary-author",
  "203.0.113.77",
  "CanaryBrowser",
  "canary-url",
  "471100815",
  "03:17:42",
];

/** Which of these words stand in any file below a folder. */
async function foundIn(folder: string): Promise<string[]> {
  const found = new Set<string>();
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const content = (await readFile(join(entry.parentPath, entry.name))).toString("latin1");
    for (const word of PLANTED) if (content.includes(word)) found.add(word);
  }
  return [...found];
}

async function run(folder: string, database: string, ...args: string[]) {
  const child = spawn(process.execPath, ["--import", "tsx", "app/cli/main.ts", ...args], {
    cwd: repository,
    stdio: ["ignore", "pipe", "pipe"],
    env: {
      PATH: process.env["PATH"],
      NODE_ENV: "test",
      DATABASE_URL: database,
      DATA_DIR: join(folder, "data"),
      SECRET_FILE: join(folder, "secret", "firsthand.key"),
      TMPDIR: join(folder, "tmp"),
    },
  });
  let out = "";
  let err = "";
  child.stdout.on("data", (data) => (out += String(data)));
  child.stderr.on("data", (data) => (err += String(data)));
  const [code] = await once(child, "close");
  return { code, out, err };
}

eachDialect("the import command", (_, dialect, url) => {
  it("keeps no email, address, agent, link, number or hour of anybody", async () => {
    const folder = await temporaryFolder("canary");
    for (const name of ["data", "tmp", "twin"]) await mkdir(join(folder, name));
    const own = dialect === "sqlite" ? `sqlite:${join(folder, "data", "f.db")}` : await url();
    const told = await run(folder, own, "import", "wordpress", FILE);
    expect(told).toMatchObject({ code: 0, err: "" });
    expect(told.out).toContain("4 images will be missing");
    await writeFile(join(folder, "output"), told.out + told.err);
    expect(await foundIn(folder)).toEqual([]);
    const store = await connect(own);
    const tables = [
      "essays",
      "comments",
      "thread_names",
      "imported_items",
      "source_notes",
    ] as const;
    for (const table of tables) {
      const rows = JSON.stringify(await store.read.selectFrom(table).selectAll().execute());
      for (const word of PLANTED)
        expect([table, word, rows.includes(word)]).toEqual([table, word, false]);
    }
    await store.close();
    await writeFile(join(folder, "twin", "export.xml"), await readFile(FILE));
    expect((await foundIn(folder)).sort()).toEqual([...PLANTED].sort());
  });

  it("prints its counts as JSON, and the rest elsewhere", async () => {
    const folder = await temporaryFolder("json");
    await mkdir(join(folder, "tmp"));
    const told = await run(
      folder,
      await url(),
      "import",
      "wordpress",
      FILE,
      "--json",
      "--names",
      "hide",
    );
    expect(told.code).toBe(0);
    expect(told.err).toContain("This will be brought in");
    const counts: unknown = JSON.parse(told.out);
    expect(counts).toMatchObject({
      essays: 5,
      comments: 76,
      placeholders: 3,
      waiting: 1,
      drafts: 5,
    });
    expect(Object.keys(counts ?? {})).toEqual(
      "essays comments placeholders waiting drafts skipped images redirects proposals seconds".split(
        " ",
      ),
    );
  });

  it("says what is wrong in one line and writes nothing", async () => {
    const folder = await temporaryFolder("bad");
    await mkdir(join(folder, "tmp"));
    const broken = join(folder, "broken.xml");
    await writeFile(broken, (await readFile(FILE, "utf8")).slice(0, -20));
    const address = await url();
    const told = await run(folder, address, "import", "wordpress", broken);
    expect(told).toMatchObject({ code: 1, out: "" });
    expect(told.err).toMatch(/^Line \d+: The XML is broken: .*\n$/);
    const usage = await run(folder, address, "import", "wordpress", FILE, "--names", "some");
    expect(usage.code).toBe(2);
    const store = await connect(address);
    expect(await store.read.selectFrom("essays").select("id").execute()).toEqual([]);
    await store.close();
  });
});
