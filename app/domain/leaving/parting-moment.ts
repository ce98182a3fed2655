/**
 * When what was taken back together leaves the store. All at the same moment would tie the pieces to
 * one another for whoever steals the store within the day; so each gets a moment of its own within
 * the last two hours. In its last digits only the key can see that it was one of many, so that an
 * undo brings back these and not what was taken back alone.
 */
import { randomInt } from "node:crypto";
import type { House } from "../house.ts";
import { markBytes, type SecretRing, secretsOf } from "../identity/secret-ring.ts";
import { UNDO_MS } from "../taking-back.ts";

const HOUR = 60 * 60 * 1_000;
/** For so long everything that was taken back together can be brought back. */
export const UNDO_TOGETHER_MS = 22 * HOUR;
/** A prime, so that no other rhythm falls in with it. */
const STEP = 100_003;
const STEPS = Math.floor((UNDO_MS - UNDO_TOGETHER_MS) / STEP);

/** `name`: one name, or all, were taken back; `leaving`: the account is on its way out. */
export type Together = "name" | "leaving";

interface Piece {
  together: Together;
  /** Owns the piece. */
  key: string;
  id: string;
}

function digits(secret: Parameters<typeof markBytes>[0], { together, key, id }: Piece): number {
  return markBytes(secret, "parting", together, key, id).readUIntBE(0, 6) % STEP;
}

/** A moment between 22 and 24 hours from now. */
export function partingMoment(house: Pick<House, "clock" | "secrets">, piece: Piece): number {
  const earliest = house.clock().getTime() + UNDO_TOGETHER_MS;
  const wanted = digits(house.secrets, piece);
  const first = earliest + ((wanted - (earliest % STEP) + STEP) % STEP);
  return first + STEP * randomInt(STEPS);
}

/** Was the piece taken back together with others? One in 100,000 alone looks as if. */
export function isPartingTogether(ring: SecretRing, eraseAt: number, piece: Piece): boolean {
  return secretsOf(ring).some((secret) => digits(secret, piece) === eraseAt % STEP);
}

/** Any moment of the hours between `from` and `to`, counted from now. */
export function somewhereIn(
  house: Pick<House, "clock">,
  { from, to }: { from: number; to: number },
): number {
  return house.clock().getTime() + from + randomInt(to - from);
}
