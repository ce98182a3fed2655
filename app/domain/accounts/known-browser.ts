/**
 * A browser that has signed in with a name before has tries of its own, so that its owner gets in
 * while somebody else is guessing. What it keeps proves that, and nothing more: random letters and,
 * for one name each, a keyed hash over them and the name. Nothing of it is in the store, and without
 * the secret it tells neither the name nor whether two browsers know the same one.
 */
import { randomBytes, timingSafeEqual } from "node:crypto";
import type { House } from "../house.ts";
import { nameKey } from "../identity/names.ts";
import { mark, marksOfRing } from "../identity/secret-ring.ts";

const PURPOSE = "known browser";
/** Several people may share a browser. */
const MOST_NAMES = 3;
const ENTRY = /^([\w-]{22})\.([\w-]{43})$/;

function entriesOf(cookie: string | null): { token: string; proof: string }[] {
  return (cookie ?? "")
    .slice(0, 1_000)
    .split("~")
    .flatMap((entry) => {
      const [, token, proof] = ENTRY.exec(entry) ?? [];
      return token && proof ? [{ token, proof }] : [];
    })
    .slice(0, MOST_NAMES);
}

function proves(
  { secrets }: House,
  { token, proof }: { token: string; proof: string },
  name: string,
): boolean {
  const given = Buffer.from(proof);
  return marksOfRing(secrets, PURPOSE, token, nameKey(name)).some((right) =>
    timingSafeEqual(Buffer.from(right), given),
  );
}

/**
 * Has the browser signed in with this name before?
 *
 * @param cookie what it keeps; null: nothing
 * @returns its token for that name; null: it has not
 */
export function knownFor(house: House, cookie: string | null, name: string): string | null {
  return entriesOf(cookie).find((entry) => proves(house, entry, name))?.token ?? null;
}

/** What a browser keeps once it has signed in with a name: another token each time. */
export function knownNow(house: House, cookie: string | null, name: string): string {
  const token = randomBytes(16).toString("base64url");
  const proof = mark(house.secrets, PURPOSE, token, nameKey(name));
  const others = entriesOf(cookie).filter((entry) => !proves(house, entry, name));
  return [{ token, proof }, ...others]
    .slice(0, MOST_NAMES)
    .map((entry) => `${entry.token}.${entry.proof}`)
    .join("~");
}
