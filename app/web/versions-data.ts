import type { AppLoadContext } from "@remix-run/node";
import { openVersions, ownVersions } from "#app/domain/essays/versions.ts";
import { rescoped } from "#app/domain/rendering/piece-id.ts";
import { signedFields, withKey } from "./own-comment.ts";
import { essayOfPage } from "./own-essay.ts";
import { gone } from "./responses.ts";

/**
 * The versions of an essay that everybody may read; none where the essay itself can't be read.
 *
 * @throws the response for an essay that is not there, or not any more
 */
export async function versionsOfPage(context: AppLoadContext, slug: string) {
  const essay = await essayOfPage(context, slug);
  const { id, state, title, note, keyed } = essay;
  if (!keyed && state === "taken_back") throw gone();
  const { read } = context.house.store;
  const open = state === "visible" ? await openVersions(read, { essayId: id }) : [];
  return {
    at: `/essays/${essay.slug}`,
    title,
    note,
    keyed,
    versions: open.map(({ version, html, ...rest }) => ({
      version,
      title: rest.title,
      replacedOn: rest.replacedOn,
      html: rescoped(html, { from: id, to: `${id}-v${version}` }),
    })),
    hidden: signedFields(context),
    siteName: context.house.settings.name,
  };
}

/** How many there are and how many are open, for the writer; null: the key is another's. */
export async function versionsOfWriter(
  context: AppLoadContext,
  { slug, key }: { slug: string; key: string },
): Promise<{ all: number; opened: number } | null> {
  const versions = await withKey(() => ownVersions(context.house, { slug, key }));
  if (!versions) return null;
  return { all: versions.length, opened: versions.filter(({ open }) => open).length };
}
