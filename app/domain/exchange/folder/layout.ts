/**
 * What stands where in the folder of an export. Names are ours or the random ids of pieces, never
 * anything that a person typed, so none can be dangerous, reserved or too long anywhere.
 */

export const FORMAT = "firsthand export";
export const FORMAT_VERSION = 1;

export const README = "README.md";
export const MANIFEST = "firsthand.json";
export const INDEX = "index.json";
export const LINKS = "links.json";
export const SERIES = "series.json";
export const TAGS = "tags.json";
export const SOURCE_NOTES = "source-notes.json";
export const REDIRECTS = "redirects.json";
export const LOG = "moderation-log.json";
export const ESSAYS = "essays";
export const ESSAY = "essay.md";
export const THREAD = "thread.json";
export const COMMENTS = "comments";
export const VERSIONS = "versions";

/** All that the folder itself holds. */
export const TOP = [
  README,
  MANIFEST,
  INDEX,
  LINKS,
  SERIES,
  TAGS,
  SOURCE_NOTES,
  REDIRECTS,
  LOG,
  ESSAYS,
] as const;

/** A path inside the folder: its parts, from the top. */
export type Inside = readonly string[];

/** As it is told to people. */
export function pathText(inside: Inside): string {
  return inside.join("/");
}

/** Names that mean a device on Windows, whatever follows them behind a dot. */
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)$/;

/** Is it an id as the store makes them, and a name that any file system takes? */
export function isPieceId(text: string): boolean {
  return /^[a-z0-9]{1,64}$/.test(text) && !RESERVED.test(text);
}

export function commentFile(id: string): string {
  return `${id}.md`;
}

export function versionFile(version: number): string {
  return `${version}.md`;
}
