/** Earlier versions of an essay: kept for its writer, and for readers only where the writer says so. */
import type { Reader } from "#db/connect.ts";
import { recordChanges } from "#db/queries/changes.ts";
import {
  deleteEssayVersions,
  setVersionsOpen,
  versionsOfEssay,
} from "#db/queries/essays-writing.ts";
import type { House, Subject } from "../house.ts";
import { requireOwnEssay } from "./own.ts";

export interface EssayVersion {
  version: number;
  title: string;
  html: string;
  markdown: string;
  /** The day on which a later one took its place. */
  replacedOn: string;
  open: boolean;
}

/** The versions that readers may read, the newest first. */
export async function openVersions(
  db: Reader,
  { essayId }: { essayId: string },
): Promise<EssayVersion[]> {
  return (await allVersions(db, essayId)).filter(({ open }) => open);
}

/**
 * All versions that are kept, for their writer.
 *
 * @throws DomainError notFound, notYours
 */
export async function ownVersions(
  house: House,
  { slug, key }: { slug: string; key: string },
): Promise<EssayVersion[]> {
  const { id } = await requireOwnEssay(house.store.read, house, { slug, key });
  return await allVersions(house.store.read, id);
}

async function allVersions(db: Reader, essayId: string): Promise<EssayVersion[]> {
  const rows = await versionsOfEssay(db, { essayId }).execute();
  return rows.map((row) => ({
    version: row.version,
    title: row.title,
    html: row.html,
    markdown: row.markdown,
    replacedOn: row.replaced_on,
    open: row.open === 1,
  }));
}

/**
 * Opens earlier versions to readers, closes them, or forgets them for good.
 *
 * @throws DomainError notFound, notYours
 */
export async function changeVersions(
  house: House,
  { slug, key, to }: { slug: string; key: string; to: "open" | "closed" | "forgotten" },
): Promise<void> {
  const subjects = await house.store.write(async (trx) => {
    const { id: essayId } = await requireOwnEssay(trx, house, { slug, key });
    if (to === "forgotten") await deleteEssayVersions(trx, { essayId }).execute();
    else await setVersionsOpen(trx, { essayId, open: to === "open" }).execute();
    const changed: Subject[] = [`essay:${essayId}`];
    await recordChanges(trx, changed);
    return changed;
  });
  house.changed(subjects);
  if (to === "forgotten") await house.store.forgetDeleted();
}
