/** Whose a piece is: keyed hashes that differ in every thread (docs/decisions/0004). */
import { mark, type Secret, type SecretRing, secretsOf } from "./secret-ring.ts";

const OWNER = "owner";
const TAKE_BACK = "take back";

/** The marks that a new piece in a thread carries. */
export interface PieceMarks {
  owner_mark: string;
  take_back_mark: string;
  secret_id: string;
}

export function marksFor(
  secret: Secret,
  { key, takeBackCode, essayId }: { key: string; takeBackCode: string; essayId: string },
): PieceMarks {
  return {
    owner_mark: mark(secret, OWNER, key, essayId),
    take_back_mark: mark(secret, TAKE_BACK, takeBackCode, essayId),
    secret_id: secret.id,
  };
}

/** All owner marks that a key may have in these threads, under any secret of the ring. */
export function ownerMarks(ring: SecretRing, key: string, essayIds: readonly string[]): string[] {
  return essayIds.flatMap((essayId) =>
    secretsOf(ring).map((secret) => mark(secret, OWNER, key, essayId)),
  );
}

/** All take-back marks that a code may have in one thread. */
export function takeBackMarks(ring: SecretRing, code: string, essayId: string): string[] {
  return secretsOf(ring).map((secret) => mark(secret, TAKE_BACK, code, essayId));
}
