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
 * or another's) has no Back, and gets the page at once. And only where a page of ours led to it: a key
 * derives from the nonce, so that whoever opened somebody else's link with an attempt in it would
 * write under a key that the other has too. See docs/decisions/0009.
 *
 * @returns "" after a form was sent (it brought its own), for a fetch, or for a link from elsewhere;
 *   null: none yet, or an old one
 */
export function attemptInAddress(context: AppLoadContext, request: Request): string | null {
  if (request.headers.has("content-type") || !isFromOurPage(context, request)) return "";
  const nonce = new URL(request.url).searchParams.get(PARAMETER) ?? "";
  const read = readNonce(context.house, nonce);
  const isFresh = read.ok && context.house.clock().getTime() - read.issuedAt < TAKEN_UP_FOR;
  if (isFresh) return nonce;
  return request.headers.get("sec-fetch-mode") === "navigate" ? null : "";
}

/** Links in what people write send no Referer (app/domain/rendering/sanitize.ts), nor do messages. */
function isFromOurPage({ origins }: AppLoadContext, request: Request): boolean {
  const referer = request.headers.get("referer") ?? "";
  return URL.canParse(referer) && new URL(referer).origin === origins.current;
}

/** Leads to the same page with a fresh nonce in its address. */
export function withAttempt(context: AppLoadContext, url: URL): Response {
  const query = new URLSearchParams(url.searchParams);
  query.set(PARAMETER, makeNonce(context.house));
  const location = `${url.pathname}?${query}`;
  return new Response(null, { status: 302, headers: { ...privately(), Location: location } });
}
