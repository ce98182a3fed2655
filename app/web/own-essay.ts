import type { AppLoadContext } from "@remix-run/node";
import { ownEssay } from "#app/domain/essays/own.ts";
import { essayOfOwnPage, type OwnPageEssay } from "#app/domain/essays/own-page.ts";
import { ownVersions } from "#app/domain/essays/versions.ts";
import { words } from "#app/words/words.ts";
import { signedFields, withKey } from "./own-comment.ts";
import { gone, notFound } from "./responses.ts";
import { typedFromOwn } from "./write-form.ts";

/** The essay that a page beside it is about, or a thrown 404. */
export async function essayOfPage(context: AppLoadContext, slug: string): Promise<OwnPageEssay> {
  const essay = await essayOfOwnPage(context.house, { slug });
  if (!essay) throw notFound();
  return essay;
}

/** The same where it must have a writer with a key; a thrown 410 where its words have left. */
export async function keyedEssayOfPage(
  context: AppLoadContext,
  slug: string,
): Promise<OwnPageEssay> {
  const essay = await essayOfPage(context, slug);
  if (!essay.keyed) throw essay.state === "taken_back" ? gone() : notFound();
  return essay;
}

/** What all pages about one essay show. */
export function pageOfEssay(context: AppLoadContext, essay: OwnPageEssay) {
  return {
    piece: {
      of: "essay" as const,
      at: `/essays/${essay.slug}`,
      ...(essay.title !== "" && { title: essay.title }),
      name: essay.name ?? words().thread.withoutName,
      html: "",
      noPage: essay.state === "waiting",
    },
    hidden: signedFields(context),
    siteName: context.house.settings.name,
  };
}

/**
 * The form to change an essay, filled; null where the key does not own it.
 *
 * @param typedKey the key as it was typed, to go on with the form; empty: this device has it
 */
export async function openedEssay(
  context: AppLoadContext,
  { slug, key, typedKey }: { slug: string; key: string; typedKey: string },
) {
  const { house } = context;
  const own = await withKey(() => ownEssay(house, { slug, key }));
  const versions = own && (await withKey(() => ownVersions(house, { slug, key })));
  if (!own || !versions) return null;
  const values = { ...typedFromOwn(own), key: typedKey };
  return { values, keepOpen: versions.some(({ open }) => open) };
}
