/** What every id inside a piece begins with, so that none can be mistaken for one of the page. */
export const ID_PREFIX = "user-content-";

/**
 * An id inside one piece. DOMPurify (SANITIZE_NAMED_PROPS) would put the prefix before an id, but
 * not before the address that leads there; so both are written with it from the start.
 */
export function pieceId(scope: string, name: string): string {
  return `${ID_PREFIX}${scope.replace(/[^A-Za-z0-9_-]/g, "-")}-${name}`;
}

/** A finished piece with other ids, so that two versions of it can stand on one page. */
export function rescoped(html: string, { from, to }: { from: string; to: string }): string {
  return html.replaceAll(pieceId(from, ""), pieceId(to, ""));
}

/** A heading's name in addresses: letters and numbers of any script, with dashes between. */
export function slugOf(text: string): string {
  const slug = text
    .normalize("NFC")
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, "-")
    .replace(/^-+|-+$/g, "");
  return Array.from(slug).slice(0, 60).join("").replace(/-+$/, "") || "part";
}
