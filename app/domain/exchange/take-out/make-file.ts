/** Everything that is somebody's own, as one zip file: Markdown for people, JSON for programs. */
import { words } from "#app/words/words.ts";
import { dayOf, type House } from "../../house.ts";
import type { Part } from "../../leaving/parts.ts";
import { matterText } from "../folder/front-matter.ts";
import { FileNames } from "./file-names.ts";
import { ownWords } from "./own-words.ts";
import type { CommentOut, DraftOut, EssayOut, NameOut, OwnVersion } from "./shapes.ts";
import { type ZipEntry, zipOf } from "./zip.ts";

/** No person writes so much; what is more is taken out name by name. */
const MOST_BYTES = 64 * 1024 * 1024;

const KINDS = {
  pen_name: "pen name",
  thread_names: "thread names",
  claimed: "imported",
} as const;

type TakeOutOutcome =
  | { ok: true; file: Buffer }
  /** More than one file takes; each name alone may go. */
  | { ok: false; reason: "too_large" };

/**
 * The file with everything under these names.
 *
 * @param joinedOn the day of joining; left out where one name alone is taken out
 */
export async function takeOutFile(
  house: House,
  { parts, joinedOn }: { parts: readonly Part[]; joinedOn?: string },
): Promise<TakeOutOutcome> {
  const names: NameOut[] = [];
  const entries: ZipEntry[] = [];
  const folders = new FileNames();
  const lines: string[] = [];
  let bytes = 0;
  for (const part of parts) {
    const { name, kind, description, retired, keys } = part;
    const of: NameOut = {
      ...{ name, kind: KINDS[kind], description, retired },
      ...(await ownWords(house, keys)),
    };
    const folder = folders.free(name ?? "thread names", { fallback: "name" });
    const files = filesOf(of, folder);
    bytes += files.reduce((sum, { text }) => sum + text.length, 0);
    if (bytes > MOST_BYTES) return { ok: false, reason: "too_large" };
    names.push(of);
    entries.push(...files);
    lines.push(folderLine(folder, of));
  }
  const on = dayOf(house.clock());
  const { readme } = words().takeOut;
  const text = readme({ site: house.settings.name, on, names: lines });
  const everything = {
    format: "firsthand take-out",
    version: 1,
    site: house.settings.name,
    taken_out_on: on,
    ...(joinedOn !== undefined && { joined_on: joinedOn }),
    names,
  };
  const top = [
    { path: "README.txt", text: `${text.join("\r\n")}\r\n` },
    { path: "everything.json", text: `${JSON.stringify(everything, null, 2)}\n` },
  ];
  return { ok: true, file: await zipOf([...top, ...entries], new Date(`${on}T00:00:00Z`)) };
}

function folderLine(folder: string, { name, description }: NameOut): string {
  const say = words().takeOut;
  if (name === null) return say.folderOfThreadNames(folder);
  return say.folderOfName({ folder, name, description });
}

function filesOf({ essays, comments, drafts }: NameOut, folder: string): ZipEntry[] {
  const files: ZipEntry[] = [];
  const essayNames = new FileNames();
  for (const essay of essays) {
    const before = `${essay.published_on}-`;
    const name = essayNames.free(essay.title, { fallback: "essay", before });
    files.push({ path: `${folder}/essays/${name}.md`, text: essayText(essay) });
    files.push(...earlierFiles(`${folder}/essays/earlier/${name}`, essay.earlier));
  }
  const commentNames = new FileNames();
  for (const comment of comments) {
    const before = `${comment.written_on}-`;
    const thread = comment.essay?.title ?? "";
    const name = commentNames.free(thread, { fallback: "comment", before });
    files.push({ path: `${folder}/comments/${name}.md`, text: commentText(comment) });
    files.push(...earlierFiles(`${folder}/comments/earlier/${name}`, comment.earlier));
  }
  const draftNames = new FileNames();
  for (const draft of drafts) {
    const title = draft.fields["title"];
    const before = draft.saved_on === null ? "" : `${draft.saved_on}-`;
    const about = typeof title === "string" ? title : (draft.answers ?? "");
    const name = draftNames.free(about, { fallback: "draft", before });
    files.push({ path: `${folder}/drafts/${name}.md`, text: draftText(draft) });
  }
  return files;
}

function earlierFiles(path: string, versions: readonly OwnVersion[]): ZipEntry[] {
  return versions.map(({ markdown, version, ...said }) => ({
    path: `${path}-${version}.md`,
    text: matterText({ version, ...said }, markdown),
  }));
}

function essayText({ markdown, earlier: _, series, responds_to, ...said }: EssayOut): string {
  const around = {
    series: series?.title ?? null,
    part: series?.part ?? null,
    responds_to: responds_to.map(({ slug, relation }) => `${relation}: ${slug}`),
  };
  return matterText({ ...said, ...around }, markdown);
}

function commentText({ markdown, earlier: _, essay, ...said }: CommentOut): string {
  const thread = { thread: essay?.title ?? null, essay: essay?.slug ?? null };
  return matterText({ ...thread, ...said }, markdown);
}

function draftText({ answers, state, saved_on, fields }: DraftOut): string {
  const { body, ...said } = fields;
  return matterText({ state, answers, saved_on, ...said }, typeof body === "string" ? body : "");
}
