/** What of the store is public, as an export wants it. Everything is read in one snapshot. */
import type { Reader } from "#db/connect.ts";
import type { essayById } from "#db/queries/essays-writing.ts";
import {
  allLinks,
  allRedirects,
  allSeriesParts,
  allSourceNotes,
  publicEssays,
  publicEssaysByActivity,
  tagsInUse,
  threadToExport,
} from "#db/queries/exports.ts";
import type { PieceState } from "#db/schema.ts";
import { isReadable } from "../../threads/read-comments.ts";
import { normaliseOldPath } from "../wordpress/redirects.ts";
import { isPieceId } from "./layout.ts";
import type { Links, Redirects, SeriesList, SourceNotes, TagList } from "./shapes.ts";

/** How many comments are read at once. */
const BATCH = 500;

export type ExportedEssay = NonNullable<
  Awaited<ReturnType<ReturnType<typeof essayById>["executeTakeFirst"]>>
>;

export type ExportedComment = Awaited<
  ReturnType<ReturnType<typeof threadToExport>["execute"]>
>[number];

/** Comments of a thread, oldest first, some hundreds at a time. */
export async function* threadBatches(
  db: Reader,
  essayId: string,
): AsyncGenerator<ExportedComment[]> {
  let after: { at: number; id: string } | null = null;
  for (;;) {
    const rows: ExportedComment[] = await threadToExport(db, {
      essayId,
      after,
      limit: BATCH,
    }).execute();
    const last = rows.at(-1);
    if (!last) return;
    yield rows;
    after = { at: last.ordered_at, id: last.id };
  }
}

/** The essays of an export, in the order of publication, and what stands around them. */
export interface PublicSite {
  essays: { id: string; slug: string; state: PieceState }[];
  /** Ids, the least recently active first. */
  activity: string[];
  links: Links["links"];
  series: SeriesList["series"];
  tags: TagList["tags"];
  notes: SourceNotes["notes"];
  redirects: Redirects["redirects"];
}

/**
 * Reads all but the pieces themselves. An essay that has been taken back is given as it will stand
 * when its day is over: without the address that tells its title and how it answered
 * others, and out of series and tags.
 */
export async function readSite(db: Reader): Promise<PublicSite> {
  const rows = await publicEssays(db).execute();
  const essays = rows.map(({ id, slug, state }) => {
    if (!isPieceId(id)) throw new Error(`An essay has an id that is none: ${id}`);
    return { id, state, slug: state === "taken_back" ? id : slug };
  });
  const activity = (await publicEssaysByActivity(db).execute()).map(({ id }) => id);
  const standing = new Set(rows.filter((row) => row.state !== "taken_back").map(({ id }) => id));
  const here = new Set(rows.map(({ id }) => id));
  const links = await allLinks(db).execute();
  const notes = await allSourceNotes(db).execute();
  const redirects = await allRedirects(db).execute();
  return {
    essays,
    activity,
    links: links
      .filter((link) => here.has(link.from_essay_id) && here.has(link.to_essay_id))
      .map((link) => ({
        from: link.from_essay_id,
        to: link.to_essay_id,
        comment: link.to_comment_id === "" ? null : link.to_comment_id,
        relation: standing.has(link.from_essay_id) ? link.relation : "responds",
        source: link.source,
        linked_on: link.linked_on,
      })),
    series: await seriesOf(db, rows),
    tags: await tagsInUse(db).execute(),
    notes: notes
      .filter(({ essay_id }) => standing.has(essay_id))
      .map(({ essay_id, ...note }) => ({ essay: essay_id, ...note })),
    redirects: redirects
      .filter(
        (row) => standing.has(row.essay_id) && normaliseOldPath(row.old_path) === row.old_path,
      )
      .map((row) => ({ path: row.old_path, essay: row.essay_id })),
  };
}

async function seriesOf(
  db: Reader,
  rows: readonly { id: string; state: PieceState }[],
): Promise<SeriesList["series"]> {
  const states = new Map(rows.map(({ id, state }) => [id, state]));
  const series = new Map<string, SeriesList["series"][number]>();
  const shown = new Set<string>();
  for (const { slug, title, position, essay_id: essay } of await allSeriesParts(db).execute()) {
    const state = states.get(essay);
    if (state === undefined || state === "taken_back") continue;
    if (isReadable(state)) shown.add(slug);
    const known = series.get(slug) ?? { slug, title, parts: [] };
    series.set(slug, { ...known, parts: [...known.parts, { essay, position }] });
  }
  return [...series.values()].filter(({ slug }) => shown.has(slug));
}
