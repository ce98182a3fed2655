import type { PostForm } from "../comments/post.ts";
import type { EssayForm } from "../essays/types.ts";
import type { DraftText } from "../identity/draft-seal.ts";
import { open, type SecretRing, seal, secretById } from "../identity/secret-ring.ts";

const PURPOSE = "scheduled piece";
/** Lengths are rounded up, so that they tell little about which piece it will be. */
const PAD = 4_096;

/** A piece that becomes public later, with all that posting it needs. */
export type LaterPiece = (
  | { of: "comment"; form: PostForm & { key: string } }
  | { of: "essay"; form: EssayForm & { key: string } }
) & {
  /** The form as it was typed, to be a draft again. */
  draft: DraftText;
};

/** A row of `scheduled_pieces` without its moment. */
export interface SealedPiece {
  id: string;
  sealed: string;
  secret_id: string;
}

/** Seals a piece for the house alone: it has to be published while its writer is away. */
export function sealPiece(ring: SecretRing, id: string, piece: LaterPiece): SealedPiece {
  const text = JSON.stringify(piece);
  const sealed = seal(ring.current, { purpose: PURPOSE, key: "", bind: id, text, padTo: PAD });
  return { id, sealed, secret_id: ring.current.id };
}

/** Opens it again; null: the ring has lost its secret, or somebody has changed the row. */
export function unsealPiece(ring: SecretRing, row: SealedPiece): LaterPiece | null {
  const secret = secretById(ring, row.secret_id);
  const text =
    secret && open(secret, { purpose: PURPOSE, key: "", bind: row.id, sealed: row.sealed });
  // Sealed by us and unaltered, or it would not have opened.
  return text ? (JSON.parse(text) as LaterPiece) : null;
}
