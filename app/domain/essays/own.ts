/** Essays as their own writer may see them, in whatever state they are. */
import type { Reader } from "#db/connect.ts";
import { tagsOfEssay } from "#db/queries/essays.ts";
import { essayById, essayIdBySlug } from "#db/queries/essays-writing.ts";
import { seriesOfEssay } from "#db/queries/series-writing.ts";
import { DomainError } from "../errors.ts";
import type { House } from "../house.ts";
import { readKey } from "../identity/key.ts";
import { ownerMarks } from "../identity/marks.ts";
import { perspectivesOf, worksFrom } from "./read-essay.ts";
import type { OwnEssay } from "./types.ts";

export type OwnEssayRow = NonNullable<
  Awaited<ReturnType<ReturnType<typeof essayById>["executeTakeFirst"]>>
>;

/**
 * The essay, if this key owns it.
 *
 * @throws DomainError notFound: no such essay; notYours: another key's, or no key
 */
export async function requireOwnEssay(
  db: Reader,
  house: House,
  { slug, key }: { slug: string; key: string },
): Promise<OwnEssayRow> {
  const found = await essayIdBySlug(db, { slug }).executeTakeFirst();
  const row = found && (await essayById(db, found).executeTakeFirst());
  if (!row) throw new DomainError("notFound", "no such essay");
  const read = readKey(key);
  const marks = read.ok ? ownerMarks(house.secrets, read.key, [row.id]) : [];
  if (row.owner_mark === null || !marks.includes(row.owner_mark)) {
    throw new DomainError("notYours", "this key does not own the essay");
  }
  return row;
}

/**
 * One essay for its writer, to be changed or taken back.
 *
 * @throws DomainError notFound, notYours
 */
export async function ownEssay(
  house: House,
  { slug, key }: { slug: string; key: string },
): Promise<OwnEssay> {
  const { read } = house.store;
  const row = await requireOwnEssay(read, house, { slug, key });
  const [tags, series] = await Promise.all([
    tagsOfEssay(read, { essayId: row.id }).execute(),
    seriesOfEssay(read, { essayId: row.id }).executeTakeFirst(),
  ]);
  return {
    id: row.id,
    slug: row.slug,
    title: row.title,
    body: row.markdown,
    lead: row.lead,
    perspectives: perspectivesOf(row),
    standing: row.standing,
    note: row.note,
    standpoint: row.standpoint,
    replyMode: row.reply_mode,
    tags: tags.map(({ name }) => name),
    worksCited: worksFrom(row.works_cited),
    indexing: row.indexing === 1,
    originalAuthor: row.original_author,
    source: row.source,
    licence: row.licence,
    series: series?.title ?? null,
    name: row.by_name ?? "",
    state: row.state,
    publishedOn: row.published_on,
    editedOn: row.edited_on,
    undoUntil: row.erase_at,
  };
}
