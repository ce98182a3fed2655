import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { words } from "#app/words/words.ts";

/** A small export that nothing is amiss with, by path; tests change one thing in it. */
export function smallExport(): Map<string, string> {
  const json = (value: unknown) => `${JSON.stringify(value, null, 1)}\n`;
  const place = (id: string, more: object = {}) => ({
    id,
    state: "visible",
    written_on: "2026-03-02",
    perspective_source: "writer",
    ...more,
  });
  const counts = {
    essays: 2,
    comments: { visible: 2, waiting: 1, folded: 0, removed: 0, taken_back: 0, missing: 0 },
    versions: 1,
    tags: 1,
    series: 1,
    links: 1,
    source_notes: 1,
    redirects: 1,
    log_rows: 0,
  };
  return new Map([
    ["README.md", words().exchange.readme],
    ["firsthand.json", json({ format: "firsthand export", version: 1, counts })],
    [
      "index.json",
      json({
        publication: [
          { essay: "aa", slug: "on-doors" },
          { essay: "bb", slug: "on-law" },
        ],
        activity: [{ essay: "bb" }, { essay: "aa", comment: "c2" }],
      }),
    ],
    [
      "links.json",
      json({
        links: [
          {
            from: "bb",
            to: "aa",
            comment: "c1",
            relation: "grew_out_of",
            source: "writer",
            linked_on: "2026-03-03",
          },
        ],
      }),
    ],
    [
      "series.json",
      json({
        series: [{ slug: "doors", title: "Doors", parts: [{ essay: "aa", position: 1 }] }],
      }),
    ],
    ["tags.json", json({ tags: [{ slug: "law", name: "Law" }] })],
    [
      "source-notes.json",
      json({
        notes: [
          { essay: "aa", title: "Elsewhere", url: "https://a.example/b", noted_on: "2026-03-02" },
        ],
      }),
    ],
    ["redirects.json", json({ redirects: [{ path: "/2012/03/doors", essay: "aa" }] })],
    ["moderation-log.json", json({ rows: [] })],
    [
      "essays/aa/essay.md",
      '---\nslug: "on-doors"\ntitle: "On doors"\nby: "Quiet Heron"\nby_kind: "thread_name"\nlead: "story"\nperspectives: ["experience"]\nperspective_source: "writer"\nreply_mode: "open"\npublished_on: "2026-03-01"\nstate: "visible"\nversions: [1]\n---\n\nA door.\n',
    ],
    [
      "essays/aa/versions/1.md",
      '---\ntitle: "On doors"\nreplaced_on: "2026-03-01"\n---\n\nA gate.\n',
    ],
    [
      "essays/aa/thread.json",
      json({
        comments: [
          place("c1"),
          place("c2", { parent: "c1" }),
          place("c3", { parent: "c2", state: "waiting" }),
        ],
      }),
    ],
    [
      "essays/aa/comments/c1.md",
      '---\nby: "Tidewater"\nby_kind: "thread_name"\nwritten_on: "2026-03-02"\n---\n\nI know it.\n',
    ],
    [
      "essays/aa/comments/c2.md",
      '---\nwritten_on: "2026-03-02"\naddresses: ["c1"]\n---\n\nSo do I.\n',
    ],
    [
      "essays/bb/essay.md",
      '---\nslug: "on-law"\ntitle: "On law"\nlead: "debate"\nperspectives: ["debate"]\nperspective_source: "guess"\nreply_mode: "closed"\npublished_on: "2026-03-03"\nstate: "visible"\ntags: ["Law"]\n---\n\nA law.\n',
    ],
    ["essays/bb/thread.json", json({ comments: [] })],
  ]);
}

/** Writes files, by their paths, into a folder. */
export async function writeFolder(
  folder: string,
  files: ReadonlyMap<string, string | Uint8Array>,
): Promise<void> {
  for (const [path, text] of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
}
