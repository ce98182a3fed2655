import { execFileSync } from "node:child_process";
import { link, mkdir, open, rename, rm, symlink, truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { asFolderFault, FOLDER_LIMITS } from "#app/domain/exchange/folder/faults.ts";
import { planFolder } from "#app/domain/exchange/folder/plan-folder.ts";
import { smallExport, writeFolder } from "#tests/support/small-folder.ts";
import { temporaryFolder } from "#tests/support/temporary-folder.ts";

const SMALL = {
  ...FOLDER_LIMITS,
  entries: 60,
  bytes: 30_000,
  pieceBytes: 4_000,
  indexBytes: 8_000,
};

/** The fault that a folder is refused for; null where it is taken. */
async function faultOf(folder: string) {
  try {
    await planFolder({ path: folder, limits: SMALL });
    return null;
  } catch (error) {
    const fault = asFolderFault(error);
    if (!fault) throw error;
    return fault;
  }
}

async function small(): Promise<string> {
  const folder = await temporaryFolder("folder");
  await writeFolder(folder, smallExport());
  return folder;
}

/** A small export in which a text stands instead of another. */
async function changed(path: string, from: string | RegExp, to: string): Promise<string> {
  const files = smallExport();
  const before = files.get(path) ?? "";
  const after = before.replace(from, to);
  if (before === after) throw new Error(`Nothing to replace in ${path}.`);
  const folder = await temporaryFolder("folder");
  await writeFolder(folder, files.set(path, after));
  return folder;
}

it("takes a small export as it is", async () => {
  expect(await faultOf(await small())).toBeNull();
});

describe("what stands in a folder", () => {
  const strangers = [
    "..hidden",
    ".git",
    ".DS_Store",
    "CON",
    "nul.md",
    "essays.lnk",
    "a".repeat(255),
    "line\nbreak",
    "\u001b[31mred",
    "\u202Etxt.exe",
    "-rf",
    "C:\\windows",
  ];
  it.each(strangers)("is refused where no export has it: %j", async (name) => {
    for (const inside of ["", "essays", "essays/aa", "essays/aa/comments"]) {
      const folder = await small();
      await writeFile(join(folder, inside, name), "");
      const fault = await faultOf(folder);
      expect(fault).toMatchObject({ kind: "stranger", file: inside });
      expect(fault?.detail).not.toMatch(/\p{C}/u);
      expect(fault?.detail.length).toBeLessThan(90);
    }
  });

  it("is refused where its name is not UTF-8", async () => {
    const folder = await small();
    await writeFile(
      Buffer.concat([Buffer.from(`${folder}/essays/`), Buffer.from([0xff, 0xfe])]),
      "",
    );
    expect(await faultOf(folder)).toMatchObject({ kind: "stranger", file: "essays" });
  });

  it.each([
    ["README.md"],
    ["firsthand.json"],
    ["links.json"],
    ["essays/aa/essay.md"],
    ["essays/aa/thread.json"],
    ["essays/aa/comments/c1.md"],
    ["essays/aa/versions/1.md"],
  ])("is refused where it is a link, also to a good file: %s", async (path) => {
    const folder = await small();
    const aside = await temporaryFolder("aside");
    await rename(join(folder, path), join(aside, "file"));
    await symlink(join(aside, "file"), join(folder, path));
    expect(await faultOf(folder)).toMatchObject({ kind: "link", file: path });
  });

  it.each(["essays", "essays/aa", "essays/aa/comments", "essays/aa/versions"])(
    "is refused where a folder is a link: %s",
    async (path) => {
      const folder = await small();
      const aside = await temporaryFolder("aside");
      await rename(join(folder, path), join(aside, "folder"));
      await symlink(join(aside, "folder"), join(folder, path));
      expect((await faultOf(folder))?.kind).toBe("link");
    },
  );

  it("is read where it has two names, as a copy that saves room has", async () => {
    const folder = await small();
    const aside = await temporaryFolder("aside");
    await link(join(folder, "essays/aa/essay.md"), join(aside, "copy.md"));
    expect(await faultOf(folder)).toBeNull();
  });

  it("is refused where it is a pipe, without waiting for it", async () => {
    const folder = await small();
    await rm(join(folder, "essays/aa/essay.md"));
    const pipe = 'mkfifo "$1"';
    execFileSync("sh", ["-c", pipe, "sh", join(folder, "essays/aa/essay.md")]);
    expect(await faultOf(folder)).toMatchObject({ kind: "not_a_file", file: "essays/aa/essay.md" });
  });

  it("is refused where a folder is a file, or a file a folder", async () => {
    const folder = await small();
    await rm(join(folder, "essays/bb"), { recursive: true });
    await writeFile(join(folder, "essays/bb"), "");
    expect((await faultOf(folder))?.kind).toBe("missing");
    const other = await small();
    await rm(join(other, "tags.json"));
    await mkdir(join(other, "tags.json"));
    expect(await faultOf(other)).toMatchObject({ kind: "not_a_file", file: "tags.json" });
  });

  it.each([
    "links.json",
    "essays/bb/essay.md",
    "essays/aa/comments/c1.md",
    "essays/aa/versions/1.md",
  ])("is missed: %s", async (path) => {
    const folder = await small();
    await rm(join(folder, path));
    expect(await faultOf(folder)).toMatchObject({ kind: "missing", file: path });
  });

  it("is no export at all", async () => {
    expect((await faultOf(await temporaryFolder("empty")))?.kind).toBe("no_export");
    expect((await faultOf("/nowhere/at/all"))?.kind).toBe("unreadable");
    const folder = await changed("firsthand.json", '"version": 1', '"version": 2');
    expect((await faultOf(folder))?.kind).toBe("format_version");
  });
});

describe("how much it is", () => {
  it("stops at a file that is too large, also one that takes no room", async () => {
    const folder = await small();
    await truncate(join(folder, "essays/aa/comments/c1.md"), 1024 ** 4);
    expect(await faultOf(folder)).toMatchObject({ kind: "too_large" });
    await rm(join(folder, "essays/aa/comments/c1.md"));
    const file = await open(join(folder, "tags.json"), "w");
    await file.truncate(1024 ** 4);
    await file.close();
    expect(await faultOf(folder)).toMatchObject({ kind: "too_large", file: "tags.json" });
  });

  it("stops where all files together are too large", async () => {
    const files = smallExport();
    const places = Array.from({ length: 9 }, (_, at) => `d${at}`);
    const thread = places.map((id) => {
      files.set(
        `essays/bb/comments/${id}.md`,
        `---\nwritten_on: "2026-03-03"\n---\n\n${"x".repeat(3_800)}\n`,
      );
      return { id, state: "visible", written_on: "2026-03-03", perspective_source: "writer" };
    });
    files.set("essays/bb/thread.json", JSON.stringify({ comments: thread }));
    const folder = await temporaryFolder("folder");
    await writeFolder(folder, files);
    expect((await faultOf(folder))?.kind).toBe("too_much");
  });

  it("stops at the first of thousands of files that don't belong there, and at the limit of those that do", async () => {
    const folder = await small();
    const inside = join(folder, "essays/aa/comments");
    const many = 'cd "$1" && seq 1 3000 | sed s/^/x/ | xargs touch';
    execFileSync("sh", ["-c", many, "sh", inside]);
    const began = performance.now();
    expect((await faultOf(folder))?.kind).toBe("stranger");
    expect(performance.now() - began).toBeLessThan(2_000);
    const tight = { ...SMALL, entries: 12 };
    const planned = planFolder({ path: await small(), limits: tight });
    await expect(planned).rejects.toMatchObject({ fault: { kind: "too_many" } });
  });

  it("doesn't go down into folders that no export has", async () => {
    const folder = await small();
    await mkdir(join(folder, "essays/aa", ...Array.from({ length: 300 }, () => "deep")), {
      recursive: true,
    });
    expect(await faultOf(folder)).toMatchObject({ kind: "stranger", detail: "deep" });
  });
});

describe("what a file says", () => {
  it.each([
    ["UTF-8", Uint8Array.from([0x2d, 0x2d, 0x2d, 0x0a, 0xc3, 0x28])],
    ["UTF-8", Uint8Array.from([0xed, 0xa0, 0x80])],
    ["UTF-8", Uint8Array.from([0xff, 0xfe, 0x2d, 0x00])],
    ["BOM", "\uFEFF---\n"],
    ["NUL", "---\n\0"],
    ["CR", "---\r\n"],
  ])("is plain text, not %s", async (detail, bytes) => {
    const folder = await small();
    await writeFile(join(folder, "essays/aa/comments/c1.md"), bytes);
    expect(await faultOf(folder)).toMatchObject({
      kind: "bad_text",
      detail,
      file: "essays/aa/comments/c1.md",
    });
  });

  it.each([
    ["tags.json", /^/, "x", "malformed"],
    ["tags.json", /^/, "[".repeat(5_000), "too_deep"],
    ["tags.json", /^/, `${'{"a":'.repeat(1_000)}`, "too_deep"],
    ["tags.json", '"tags"', '"tags": [], "tags"', "twice"],
    ["tags.json", '"tags"', '"t\\u0061gs": [], "tags"', "twice"],
    ["tags.json", '"tags"', '"__proto__": {"a": 1}, "tags"', "unknown_field"],
    ["tags.json", '"tags"', '"constructor": 1, "tags"', "unknown_field"],
    ["tags.json", '"law"', '"../law"', "field"],
    ["tags.json", '"law"', '"a/b"', "field"],
    ["tags.json", '"law"', '"a\\u0000b"', "field"],
    ["tags.json", '"Law"', '"La\\nw"', "field"],
    ["tags.json", '"Law"', '"La\\ud800w"', "field"],
    ["redirects.json", "/2012/03/doors", "https://evil.example/x", "field"],
    ["redirects.json", "/2012/03/doors", "//evil.example/x", "field"],
    ["redirects.json", "/2012/03/doors", "/moderation", "field"],
    ["source-notes.json", "https://a.example/b", "javascript:alert(1)", "field"],
    ["series.json", '"position": 1', '"position": 1e309', "field"],
    ["links.json", '"2026-03-03"', '"2026-02-30"', "field"],
    ["links.json", '"c1"', '"c3"', null],
    ["links.json", '"c1"', '"zz"', "no_such"],
    ["links.json", '"to": "aa"', '"to": "bb"', "circle"],
    ["index.json", '"essay": "aa"', '"essay": "../../etc"', "field"],
    ["index.json", '"essay": "aa"', '"essay": "/etc/passwd"', "field"],
    ["index.json", '"essay": "aa"', '"essay": "con"', "field"],
    ["index.json", '"essay": "aa"', '"essay": "AA"', "field"],
    ["index.json", '"essay": "aa"', `"essay": "${"a".repeat(255)}"`, "field"],
    ["index.json", '"essay": "aa"', '"essay": "bb"', "twice"],
    ["index.json", '"comment": "c2"', '"comment": "c1"', "disagrees"],
    ["index.json", '"on-doors"', '"on-windows"', "disagrees"],
    ["firsthand.json", '"visible": 2', '"visible": 3', "disagrees"],
    ["essays/aa/thread.json", '"parent": "c1"', '"parent": "c9"', "no_such"],
    ["essays/aa/thread.json", '"id": "c1"', '"id": "c1", "parent": "c2"', "circle"],
    ["essays/aa/thread.json", '"id": "c1"', '"id": "c1", "parent": "c1"', "circle"],
    ["essays/aa/thread.json", '"id": "c3"', '"id": "c2"', "twice"],
    ["essays/aa/thread.json", '"state": "visible"', '"state": "loud"', "field"],
    ["essays/aa/thread.json", "2026-03-02", "2026-03-04", "disagrees"],
  ])("is refused: %s, %s → %s", async (path, from, to, kind) => {
    const fault = await faultOf(await changed(path, from, to));
    expect(fault?.kind ?? null).toBe(kind);
    expect(fault?.file ?? path).not.toMatch(/^\//);
  });

  it.each([
    ["essays/aa/essay.md", "---\n", "\n---\n", "front_matter", 1],
    ["essays/aa/essay.md", "\n---\n\n", "\n", "front_matter", 13],
    ["essays/aa/essay.md", "lead:", "  lead:", "front_matter", 6],
    ["essays/aa/essay.md", 'title: "On doors"', "title: On doors", "malformed", 3],
    ["essays/aa/essay.md", 'title: "On doors"', "title: &a [*a, *a]", "malformed", 3],
    ["essays/aa/essay.md", 'title: "On doors"', "title: !!js/function x", "malformed", 3],
    ["essays/aa/essay.md", 'title: "On doors"', 'title: "a"\ntitle: "b"', "twice", 4],
    ["essays/aa/essay.md", 'title: "On doors"', 'title: {"a": 1}', "field", 3],
    ["essays/aa/essay.md", 'title: "On doors"', `title: "${"x".repeat(801)}"`, "field", 3],
    ["essays/aa/essay.md", 'title: "On doors"', 'html: "<b>"', "unknown_field", 3],
    ["essays/aa/essay.md", '["experience"]', '["debate"]', "field", 7],
    ["essays/aa/essay.md", '"2026-03-01"', '"2026-13-01"', "field", 10],
    ["essays/aa/essay.md", 'state: "visible"', 'state: "waiting"', "field", 11],
    ["essays/aa/essay.md", 'state: "visible"', 'state: "removed"', "disagrees", null],
    ["essays/bb/essay.md", '["Law"]', '["Order"]', "no_such", null],
    ["essays/bb/essay.md", '"closed"', '"support"', "field", 7],
    ["essays/aa/comments/c2.md", '["c1"]', '["c2"]', "no_such", null],
    ["essays/aa/comments/c2.md", '["c1"]', '["../c1"]', "field", 3],
    ["essays/aa/comments/c1.md", "Tidewater", "Tide\\u0007water", "field", 2],
  ])(
    "is refused in the lines at the beginning: %s, %s → %s",
    async (path, from, to, kind, line) => {
      const fault = await faultOf(await changed(path, from, to));
      expect(fault).toMatchObject({ kind, line });
    },
  );

  it("is refused where the orders contradict each other", async () => {
    const files = smallExport();
    const index = {
      publication: [
        { essay: "aa", slug: "on-doors" },
        { essay: "bb", slug: "on-law" },
      ],
      activity: [{ essay: "bb" }, { essay: "aa" }],
    };
    const folder = await temporaryFolder("folder");
    await writeFolder(folder, files.set("index.json", JSON.stringify(index)));
    expect((await faultOf(folder))?.kind).toBe("order");
  });

  it("is refused where the public log was changed", async () => {
    const entry = JSON.stringify({
      action: "removed",
      by: "Amber Finch",
      day: "2026-03-03",
      reason_class: "other",
      reason_text: "",
      subject: "",
    });
    const row = { seq: 1, entry, previous_hash: "0".repeat(64), hash: "1".repeat(64) };
    const folder = await temporaryFolder("folder");
    const files = smallExport().set("moderation-log.json", JSON.stringify({ rows: [row] }));
    await writeFolder(folder, files);
    expect(await faultOf(folder)).toMatchObject({ kind: "log_broken", detail: "1" });
  });
});
