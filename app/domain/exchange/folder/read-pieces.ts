/** One essay's files, read the same way when an import is planned and when it is carried out. */
import type { createHash } from "node:crypto";
import { isReadable } from "../../threads/read-comments.ts";
import { fileFault } from "./faults.ts";
import type { FolderReader } from "./folder-reader.ts";
import { readMatter } from "./front-matter.ts";
import * as at from "./layout.ts";
import { type PlacedThread, placeThread } from "./place-thread.ts";
import {
  type CommentFields,
  commentShape,
  type EssayFields,
  essayShape,
  type PlaceFields,
  shaped,
  threadShape,
  type VersionFields,
  versionShape,
} from "./shapes.ts";
import { readJson } from "./strict-json.ts";

type Digest = ReturnType<typeof createHash>;

export interface EssayFolder {
  id: string;
  fields: EssayFields;
  body: string;
  versions: { version: number; fields: VersionFields; body: string }[];
  thread: PlacedThread;
}

/**
 * Reads an essay and the index of its thread, and looks whether its folder holds just what they name.
 *
 * @param digest told the bytes of every file
 * @throws FolderError
 */
export async function readEssayFolder(
  reader: FolderReader,
  id: string,
  digest: Digest,
): Promise<EssayFolder> {
  const folder = [at.ESSAYS, id];
  const essayFile = [...folder, at.ESSAY];
  const matter = readMatter(await reader.read(essayFile, "piece", digest), essayFile);
  const fields = shaped(essayShape, matter.fields, essayFile, matter.lines);
  const readable = isReadable(fields.state);
  if (!readable && matter.body !== "") throw fileFault("disagrees", essayFile, { detail: "state" });
  const threadFile = [...folder, at.THREAD];
  const read = readJson(await reader.read(threadFile, "index", digest), threadFile);
  const thread = placeThread(shaped(threadShape, read, threadFile).comments, threadFile);
  const commentFiles = thread.places
    .filter(({ state }) => isReadable(state))
    .map((place) => at.commentFile(place.id));
  const names = [
    at.ESSAY,
    at.THREAD,
    ...(commentFiles.length > 0 ? [at.COMMENTS] : []),
    ...(fields.versions.length > 0 ? [at.VERSIONS] : []),
  ];
  await reader.expect(folder, new Set(names));
  if (commentFiles.length > 0) {
    await reader.expect([...folder, at.COMMENTS], new Set(commentFiles));
  }
  const versions = await readVersions(reader, folder, fields, digest);
  return { id, fields, body: matter.body, versions, thread };
}

async function readVersions(
  reader: FolderReader,
  folder: at.Inside,
  { versions: numbers }: EssayFields,
  digest: Digest,
): Promise<EssayFolder["versions"]> {
  if (numbers.length === 0) return [];
  const inside = [...folder, at.VERSIONS];
  await reader.expect(inside, new Set(numbers.map(at.versionFile)));
  const versions: EssayFolder["versions"] = [];
  for (const version of numbers) {
    const file = [...inside, at.versionFile(version)];
    const matter = readMatter(await reader.read(file, "piece", digest), file);
    const fields = shaped(versionShape, matter.fields, file, matter.lines);
    versions.push({ version, fields, body: matter.body });
  }
  return versions;
}

/**
 * Reads a comment that can be read.
 *
 * @throws FolderError
 */
export async function readCommentFile(
  reader: FolderReader,
  { essayId, place, digest }: { essayId: string; place: PlaceFields; digest: Digest },
): Promise<{ fields: CommentFields; body: string }> {
  const file = [at.ESSAYS, essayId, at.COMMENTS, at.commentFile(place.id)];
  const matter = readMatter(await reader.read(file, "piece", digest), file);
  const fields = shaped(commentShape, matter.fields, file, matter.lines);
  if (fields.written_on !== place.written_on) {
    const line = matter.lines.get("written_on") ?? null;
    throw fileFault("disagrees", file, { line, detail: "written_on" });
  }
  return { fields, body: matter.body };
}
