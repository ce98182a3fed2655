import { isIP } from "node:net";
import type { PasskeyPlace } from "#app/domain/accounts/passkey-types.ts";
import type { Origins } from "./origins.ts";

/**
 * Where the passkeys of this request work: at the host name that it came to, on those of our own
 * origins that have it.
 *
 * @returns null: it came to an address of digits, at which there are no passkeys
 */
export function passkeyPlace({
  all,
  current,
}: Pick<Origins, "all" | "current">): PasskeyPlace | null {
  const rpId = new URL(current).hostname;
  if (isIP(rpId.replace(/^\[(.*)\]$/, "$1")) !== 0) return null;
  return { rpId, origins: all.filter((origin) => new URL(origin).hostname === rpId) };
}
