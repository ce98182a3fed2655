/** Pieces as files: what is public of a row, and nothing else. */
import { isReadable } from "../../threads/read-comments.ts";
import { matterText } from "./front-matter.ts";
import type { ExportedComment, ExportedEssay } from "./read-store.ts";
import type { PlaceFields } from "./shapes.ts";

function perspectivesOf(row: { experience: 0 | 1; debate: 0 | 1 }): string[] {
  return [...(row.experience ? ["experience"] : []), ...(row.debate ? ["debate"] : [])];
}

/** An essay; of one that can't be read, its empty place. */
export function essayText(
  row: ExportedEssay,
  { slug, tags, versions }: { slug: string; tags: readonly string[]; versions: readonly number[] },
): string {
  const readable = isReadable(row.state);
  const worksCited: unknown = JSON.parse(row.works_cited);
  return matterText(
    {
      slug,
      ...(readable && {
        title: row.title,
        by: row.by_name,
        by_kind: row.by_kind,
        standpoint: row.standpoint,
      }),
      lead: row.lead,
      perspectives: perspectivesOf(row),
      perspective_source: row.perspective_source,
      ...(readable && { standing: row.standing, note: row.note }),
      reply_mode: row.reply_mode,
      indexing: row.indexing === 1,
      published_on: row.published_on,
      ...(readable && { edited_on: row.edited_on }),
      state: row.state,
      ...(readable && {
        tags,
        works_cited: worksCited,
        original_author: row.original_author,
        source: row.source,
        licence: row.licence,
      }),
      invented: row.demo === 1,
      keyed: row.owner_mark !== null && row.state !== "taken_back",
      versions,
    },
    readable ? row.markdown : "",
  );
}

/** An earlier version of an essay. */
export function versionText(version: {
  title: string;
  markdown: string;
  replaced_on: string;
}): string {
  const { title, replaced_on, markdown } = version;
  return matterText({ title, replaced_on }, markdown);
}

/** A comment that can be read. */
export function commentText(row: ExportedComment, addresses: readonly string[]): string {
  return matterText(
    {
      by: row.by_name,
      by_kind: row.by_kind,
      standpoint: row.standpoint,
      perspectives: perspectivesOf(row),
      standing: row.standing,
      note: row.note,
      written_on: row.written_on,
      edited_on: row.edited_on,
      addresses,
    },
    row.markdown,
  );
}

/** Where a comment stands, whether it can be read or not. */
export function placeOf(row: ExportedComment): Partial<PlaceFields> {
  return {
    id: row.id,
    ...(row.parent_id !== null && { parent: row.parent_id }),
    state: row.state,
    written_on: row.written_on,
    perspective_source: row.perspective_source,
    ...(row.origin === "imported" && { imported: true }),
    ...(row.invented === 1 && { invented: true }),
    ...(row.old_number !== null && { old_number: row.old_number }),
  };
}
