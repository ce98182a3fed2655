import type { Origins } from "./origins.ts";

/**
 * Our cookies. A mere reader has none of them.
 * - `device`: what somebody asked this device to remember;
 * - `session`: somebody is signed in;
 * - `known`: this browser has signed in before; sent to the sign-in page alone;
 * - `fresh`: for ten seconds after a write, so that the writer gets no page from a cache that has
 *   not heard of it yet.
 */
export type CookieName = "device" | "session" | "known" | "fresh";

const PREFIX = "firsthand-";

const PATHS: Readonly<Record<CookieName, string>> = {
  device: "/",
  session: "/",
  known: "/sign-in",
  fresh: "/",
};

/**
 * On https `__Host-`: only this very host could have set it (RFC 6265bis, 4.1.3.2). A cookie with a
 * path of its own can't be one of these.
 */
function fullName(origins: Origins, name: CookieName): string {
  const prefix = PATHS[name] === "/" ? "__Host-" : "__Secure-";
  return `${origins.secure ? prefix : ""}${PREFIX}${name}`;
}

/**
 * A Set-Cookie header.
 *
 * @param maxAge seconds; left out, the cookie ends with the browser.
 */
export function setCookie(
  origins: Origins,
  name: CookieName,
  value: string,
  maxAge?: number,
): string {
  const parts = [`${fullName(origins, name)}=${encodeURIComponent(value)}`, `Path=${PATHS[name]}`];
  if (maxAge !== undefined) parts.push(`Max-Age=${Math.floor(maxAge)}`);
  parts.push("HttpOnly", "SameSite=Lax");
  if (origins.secure) parts.push("Secure");
  return parts.join("; ");
}

/** A Set-Cookie header that makes the browser forget the cookie. */
export function clearCookie(origins: Origins, name: CookieName): string {
  return setCookie(origins, name, "", 0);
}

/** Set by the server itself on every answer to a request that changed something. */
export function freshCookie(origins: Origins): string {
  return setCookie(origins, "fresh", "1", 10);
}

/** The cookie's value, or null where it is missing or badly written. */
export function readCookie(request: Request, origins: Origins, name: CookieName): string | null {
  const wanted = fullName(origins, name);
  for (const [cookie, value] of cookiesOf(request.headers.get("Cookie") ?? "")) {
    if (cookie === wanted) return decoded(value);
  }
  return null;
}

/** Does a Cookie header hold one of ours? Others (of a neighbour on localhost, say) don't matter. */
export function hasOwnCookie(header: string | undefined): boolean {
  if (header === undefined) return false;
  return cookiesOf(header).some(([name]) => name.replace(/^__Host-/, "").startsWith(PREFIX));
}

function cookiesOf(header: string): [name: string, value: string][] {
  return header.split(";").map((pair) => {
    const at = pair.indexOf("=");
    return at < 0 ? [pair.trim(), ""] : [pair.slice(0, at).trim(), pair.slice(at + 1).trim()];
  });
}

function decoded(value: string): string | null {
  try {
    return decodeURIComponent(value);
  } catch {
    return null;
  }
}
