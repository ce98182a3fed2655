import { open, type SecretRing, seal, secretsOf } from "./secret-ring.ts";

/** The last one shown of a keyset-paged list. */
export interface Position {
  at: number;
  id: string;
}

/**
 * An opaque cursor: the position, encrypted, so that an address never tells the hour of writing.
 * The same position gives the same cursor, so that pages stay byte-equal.
 *
 * @param list which list it pages; a cursor of one list does not open for another
 */
export function makeCursor(ring: SecretRing, list: string, position: Position): string {
  return seal(ring.current, {
    purpose: "cursor",
    key: "",
    bind: list,
    text: JSON.stringify([position.at, position.id]),
    padTo: 32,
    repeatable: true,
  });
}

/** Reads a cursor back. Null: not one of ours for this list (the list then begins at its start). */
export function readCursor(ring: SecretRing, list: string, cursor: string): Position | null {
  for (const secret of secretsOf(ring)) {
    const text = open(secret, { purpose: "cursor", key: "", bind: list, sealed: cursor });
    if (text === null) continue;
    const read: unknown = JSON.parse(text);
    if (!Array.isArray(read)) return null;
    const [at, id]: unknown[] = read;
    return typeof at === "number" && typeof id === "string" ? { at, id } : null;
  }
  return null;
}
