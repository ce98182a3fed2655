import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { brotliCompress, brotliDecompress, gzip, constants as zlib } from "node:zlib";
import Negotiator from "negotiator";

export type Encoding = "br" | "gzip" | "identity";

const OFFERED: Encoding[] = ["br", "gzip", "identity"];

/** The best encoding that an Accept-Encoding header allows; br before gzip before none. */
export function chooseEncoding(accept: string | undefined): Encoding {
  if (accept === undefined || accept === "") return "identity";
  const accepted = new Negotiator({ headers: { "accept-encoding": accept } }).encodings(OFFERED);
  return OFFERED.find((offered) => accepted.includes(offered)) ?? "identity";
}

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

/** Compresses off the main thread. `quality` is brotli's, 0 to 11. */
export async function encode(body: Buffer, encoding: Encoding, quality: number): Promise<Buffer> {
  if (encoding === "identity") return body;
  if (encoding === "gzip") return zip(body, { level: 6 });
  return brotli(body, {
    params: {
      [zlib.BROTLI_PARAM_QUALITY]: quality,
      [zlib.BROTLI_PARAM_MODE]: zlib.BROTLI_MODE_TEXT,
      [zlib.BROTLI_PARAM_SIZE_HINT]: body.length,
    },
  });
}

/** Undoes `encode(…, "br", …)`, off the main thread too. */
export const decodeBrotli: (bytes: Buffer) => Promise<Buffer> = promisify(brotliDecompress);

const COMPRESSIBLE =
  /^(?:text\/|image\/svg|application\/(?:json|javascript|[a-z.+-]*\+(?:json|xml)))/;

/** Smaller answers grow by being compressed. */
const WORTH_COMPRESSING = 300;

/** Is an answer of words, and long enough? Fonts and pictures are compressed already. */
export function isWorthCompressing(answer: {
  headers: Readonly<Record<string, string | string[]>>;
  body: Buffer;
}): boolean {
  const type = String(answer.headers["content-type"] ?? "");
  return answer.body.length >= WORTH_COMPRESSING && COMPRESSIBLE.test(type);
}

/** What a strong ETag is made of: the content alone, so that it tells nothing of times. */
export function digestOf(body: Buffer): string {
  return createHash("sha256").update(body).digest("base64url").slice(0, 22);
}

/** Two encodings are two representations, so each has a strong tag of its own (RFC 9110, 8.8.3). */
export function etagFor(digest: string, encoding: Encoding): string {
  return encoding === "identity" ? `"${digest}"` : `"${digest}-${encoding}"`;
}

/** Compares weakly, as If-None-Match asks (RFC 9110, 13.1.2). */
export function matchesEtag(ifNoneMatch: string | undefined, etag: string): boolean {
  if (ifNoneMatch === undefined) return false;
  if (ifNoneMatch.trim() === "*") return true;
  return ifNoneMatch.split(",").some((tag) => tag.trim().replace(/^W\//, "") === etag);
}
