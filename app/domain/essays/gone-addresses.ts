/**
 * Where essays stood whose words have left. A slug, and an address of the old blog, tell the words of
 * the title; so only a keyed hash of them stays, and it leads to the empty place.
 */
import type { Reader, Writer } from "#db/connect.ts";
import { essayAtGoneAddress, insertGoneAddresses } from "#db/queries/gone-addresses.ts";
import { mark, marksOfRing, type SecretRing } from "../identity/secret-ring.ts";

const SLUG = "gone slug";
const PATH = "gone path";

interface Asked {
  /** As they stood in `/essays/:slug`. */
  slugs?: readonly string[];
  /** Addresses of the old blog, in the spelling of `normaliseOldPath`. */
  paths?: readonly string[];
}

/**
 * The slug under which the empty place of an essay stands now: one query.
 *
 * @returns null where none of these was ever the address of an essay that left
 */
export async function slugOfGone(
  db: Reader,
  secrets: SecretRing,
  { slugs = [], paths = [] }: Asked,
): Promise<string | null> {
  const marks = [
    ...slugs.flatMap((slug) => marksOfRing(secrets, SLUG, slug)),
    ...paths.flatMap((path) => marksOfRing(secrets, PATH, path)),
  ];
  const found = await essayAtGoneAddress(db, { marks }).executeTakeFirst();
  return found?.slug ?? null;
}

/** Remembers, as hashes, where an essay stood. */
export async function rememberGone(
  trx: Writer,
  secrets: SecretRing,
  { essayId, slugs = [], paths = [] }: Asked & { essayId: string },
): Promise<void> {
  const marks = [
    ...slugs.map((slug) => mark(secrets, SLUG, slug)),
    ...paths.map((path) => mark(secrets, PATH, path)),
  ];
  if (marks.length === 0) return;
  const secret_id = secrets.current.id;
  const rows = marks.map((address_mark) => ({ address_mark, secret_id, essay_id: essayId }));
  await insertGoneAddresses(trx, rows).execute();
}
