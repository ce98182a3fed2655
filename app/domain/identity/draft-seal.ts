import { open, type SecretRing, seal, secretById } from "./secret-ring.ts";
import type { DraftFields } from "./types.ts";

const PURPOSE = "draft";

/** What a draft says, as it is sealed. */
export interface DraftText {
  slug: string | null;
  fields: DraftFields;
  /** It was to become public later, and could not. */
  returned?: boolean;
}

/** Seals a draft under its writer's key. */
export function sealDraft(
  ring: SecretRing,
  { key, id, draft }: { key: string; id: string; draft: DraftText },
): { id: string; sealed: string; secret_id: string } {
  const text = JSON.stringify(draft);
  const sealed = seal(ring.current, { purpose: PURPOSE, key, bind: id, text, padTo: 1024 });
  return { id, sealed, secret_id: ring.current.id };
}

/** Opens a draft with its writer's key; null: another's. */
export function unsealDraft(
  ring: SecretRing,
  { key, row }: { key: string; row: { id: string; sealed: string; secret_id: string } },
): DraftText | null {
  const secret = secretById(ring, row.secret_id);
  const text = secret && open(secret, { purpose: PURPOSE, key, bind: row.id, sealed: row.sealed });
  // Sealed by us and unaltered, or it would not have opened.
  return text ? (JSON.parse(text) as DraftText) : null;
}
