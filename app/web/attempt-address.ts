import type { AppLoadContext } from "@remix-run/node";
import { makeNonce, readNonce } from "#app/domain/identity/nonce.ts";
import { privately } from "./responses.ts";

/** An attempt in an address is taken up again for this long, in milliseconds. */
const TAKEN_UP_FOR = 2 * 60 * 60 * 1_000;

/** Where the nonce of a reply page stands in its address. */
const PARAMETER = "attempt";

/**
 * The nonce that a reply page's address carries. Since the page is never cached, Back asks for it
 * anew: with the nonce in its address it is the same form, and what was sent before an answer got
 * lost is not posted twice. Only for browsers that open the page: whoever fetches it (a script, ours
 * or another's) has no Back, and gets the page at once. See docs/decisions/0009.
 *
 * @returns "" after a form was sent (it brought its own), or for a fetch; null: none yet, or an old one
 */
export function attemptInAddress(context: AppLoadContext, request: Request): string | null {
  if (request.headers.has("content-type")) return "";
  const nonce = new URL(request.url).searchParams.get(PARAMETER) ?? "";
  const read = readNonce(context.house, nonce);
  const isFresh = read.ok && context.house.clock().getTime() - read.issuedAt < TAKEN_UP_FOR;
  if (isFresh) return nonce;
  return request.headers.get("sec-fetch-mode") === "navigate" ? null : "";
}

/** Leads to the same page with a fresh nonce in its address. */
export function withAttempt(context: AppLoadContext, url: URL): Response {
  const query = new URLSearchParams(url.searchParams);
  query.set(PARAMETER, makeNonce(context.house));
  const location = `${url.pathname}?${query}`;
  return new Response(null, { status: 302, headers: { ...privately(), Location: location } });
}
