import type { IncomingMessage } from "node:http";
import type { Answer } from "./answer.ts";
import {
  chooseEncoding,
  type Encoding,
  encode,
  etagFor,
  isWorthCompressing,
  matchesEtag,
} from "./encodings.ts";
import type { KeptPage, Made } from "./page-cache.ts";

const QUICK_BROTLI = 4;

/** A kept page as the answer to one request, and the encoding that it was given in. */
export async function pageAnswer(
  request: IncomingMessage,
  page: KeptPage,
): Promise<{ answer: Answer; encoding: Encoding }> {
  const encoding = page.compressed ? chooseEncoding(encodingsOf(request)) : "identity";
  const etag = etagFor(page.digest, encoding);
  const headers: Answer["headers"] = {
    ...page.headers,
    "cache-control": "public, no-cache",
    vary: "Accept-Encoding, Cookie",
    etag,
  };
  if (page.status === 200 && matchesEtag(request.headers["if-none-match"], etag)) {
    const { "content-type": _type, ...kept } = headers;
    return { answer: { status: 304, headers: kept, body: null }, encoding };
  }
  if (encoding !== "identity") headers["content-encoding"] = encoding;
  const body = await page.bytes(encoding);
  return { answer: { status: page.status, headers, body }, encoding };
}

/**
 * An answer for one person. Answers to forms may show a key that stays the same while the page
 * repeats what was sent, so they are not compressed (BREACH).
 */
export async function freshAnswer(
  request: IncomingMessage,
  page: Made & { nonce?: string },
  compress: boolean,
): Promise<Answer> {
  const worth = compress && isWorthCompressing(page);
  const encoding = worth ? chooseEncoding(encodingsOf(request)) : "identity";
  const { etag: _etag, "last-modified": _modified, ...kept } = page.headers;
  const headers: Answer["headers"] = { ...kept, "cache-control": "private, no-store" };
  if (encoding !== "identity") headers["content-encoding"] = encoding;
  const body = await encode(page.body, encoding, QUICK_BROTLI);
  return {
    status: page.status,
    headers,
    body,
    ...(page.nonce !== undefined && { nonce: page.nonce }),
  };
}

/** The Accept-Encoding of a request as one line. */
export function encodingsOf(request: IncomingMessage): string | undefined {
  const accepted = request.headers["accept-encoding"];
  return Array.isArray(accepted) ? accepted.join(",") : accepted;
}
