import { createHmac, randomBytes } from "node:crypto";
import type { IncomingMessage } from "node:http";

const LOOPBACK = /^(?:127\.|::1$|::ffff:127\.)/;

/** Does the connection itself come from this machine? */
export function isLoopback(request: IncomingMessage): boolean {
  return LOOPBACK.test(request.socket.remoteAddress ?? "");
}

/**
 * Turns the client's address at once into a hash that nobody can undo after the day is over: its
 * salt is random, stands in memory only and changes every day. The address itself goes no further
 * than this file. Whoever comes to an onion address has no address: all share the key `onion`.
 */
export class ClientAddresses {
  #salt = randomBytes(32);
  #day = "";

  keyOf(request: IncomingMessage, now: Date): string {
    if (/\.onion(?::\d+)?$/i.test(request.headers.host ?? "")) return "onion";
    const day = now.toISOString().slice(0, 10);
    if (day !== this.#day) {
      this.#day = day;
      this.#salt = randomBytes(32);
    }
    return createHmac("sha256", this.#salt)
      .update(networkOf(addressOf(request)))
      .digest("base64url");
  }
}

/** The socket's, or what a proxy on this machine saw: its own entry is the rightmost one. */
function addressOf(request: IncomingMessage): string {
  const forwarded = request.headers["x-forwarded-for"];
  if (forwarded !== undefined && isLoopback(request)) {
    const last = [forwarded].flat().join(",").split(",").at(-1)?.trim();
    if (last !== undefined && last !== "") return last;
  }
  return request.socket.remoteAddress ?? "";
}

/** One household has a whole /64 of IPv6 addresses, so that is what is counted. */
function networkOf(address: string): string {
  if (!address.includes(":") || address.startsWith("::ffff:")) return address;
  const [head = "", tail] = address.split("::");
  const groups = head.split(":").filter((group) => group !== "");
  if (tail !== undefined) {
    const after = tail.split(":").filter((group) => group !== "");
    while (groups.length + after.length < 8) groups.push("0");
    groups.push(...after);
  }
  return groups.slice(0, 4).join(":");
}
