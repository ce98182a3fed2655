import type { HeadersFunction } from "@remix-run/node";
import type { Subject } from "#app/domain/house.ts";

/** Read and stripped by the server's page cache. */
export const SUBJECTS_HEADER = "X-Firsthand-Subjects";

/**
 * Headers of an answer that is the same for everybody until one of `subjects` changes. The server
 * keeps it, adds the ETag, and makes it `private, no-store` for whoever has one of our cookies.
 */
export function cacheable(subjects: readonly Subject[]): Record<string, string> {
  return { "Cache-Control": "public, no-cache", [SUBJECTS_HEADER]: subjects.join(" ") };
}

/** The header that keeps an answer out of search engines; `.data`, JSON and Markdown have no other. */
export function listedIf(allowed: boolean): Record<string, string> {
  return allowed ? {} : { "X-Robots-Tag": "noindex" };
}

/** The same for a list: it stays out where one piece on it does. */
export function listedIfAll(
  pieces: readonly { indexing: boolean; demo: boolean }[],
): Record<string, string> {
  return listedIf(pieces.every(({ indexing, demo }) => indexing && !demo));
}

/** Headers of an answer that depends on who asks. Also what the server sends when a route says nothing. */
export function privately(): Record<string, string> {
  return { "Cache-Control": "private, no-store" };
}

/**
 * A route's `headers`: what its action or loader (or the response that either threw) set. Use it as
 * `export { passHeaders as headers } from "#app/web/responses.ts"`.
 */
export const passHeaders: HeadersFunction = ({ actionHeaders, errorHeaders, loaderHeaders }) => {
  if (errorHeaders !== undefined) return errorHeaders;
  return [...actionHeaders.keys()].length > 0 ? actionHeaders : loaderHeaders;
};

/** To throw: the words we could not understand. */
export function badRequest(): Response {
  return new Response(null, { status: 400, statusText: "Bad Request" });
}

/** To throw: not for whoever asks. */
function forbidden(): Response {
  return new Response(null, { status: 403, statusText: "Forbidden" });
}

/** To throw: nothing was ever here. */
export function notFound(headers: Record<string, string> = {}): Response {
  return new Response(null, { status: 404, statusText: "Not Found", headers });
}

/** To throw: something was here. A removed essay answers with its page and status 410 instead. */
export function gone(headers: Record<string, string> = {}): Response {
  return new Response(null, { status: 410, statusText: "Gone", headers });
}

/** To throw: too many attempts. */
export function tooMany(retryAfterSeconds: number): Response {
  const headers = { "Retry-After": String(Math.max(1, Math.ceil(retryAfterSeconds))) };
  return new Response(null, { status: 429, statusText: "Too Many Requests", headers });
}

/** After a write: the browser goes there with a GET. */
export function seeOther(location: string, headers: [string, string][] = []): Response {
  return new Response(null, {
    status: 303,
    statusText: "See Other",
    headers: [["Location", location], ...headers],
  });
}

const RESPONSE_BY_KIND: Readonly<Record<string, () => Response>> = {
  notFound,
  gone,
  notYours: forbidden,
  notAllowed: forbidden,
};

/**
 * The response for a typed error of the domain (app/domain/errors.ts), told by its `kind`; any other
 * error is thrown again and becomes a 500.
 */
export function responseFor(error: unknown): Response {
  const kind = kindOf(error);
  const make = kind === null ? undefined : RESPONSE_BY_KIND[kind];
  if (make === undefined) throw error;
  return make();
}

/** The `kind` field of an error, which says the same in the server and in Remix's bundle. */
export function kindOf(error: unknown): string | null {
  if (typeof error !== "object" || error === null || !("kind" in error)) return null;
  return typeof error.kind === "string" ? error.kind : null;
}
