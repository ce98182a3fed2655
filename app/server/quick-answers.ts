import type { IncomingMessage, ServerResponse } from "node:http";
import { LRUCache } from "lru-cache";
import { hasOwnCookie } from "#app/web/cookies.ts";
import type { Answer } from "./answer.ts";
import { chooseEncoding, type Encoding } from "./encodings.ts";
import type { KeptPage, PageCache } from "./page-cache.ts";

/** One answer as it goes out: status, headers as Node writes them down, bytes. */
interface Prepared {
  status: number;
  headers: string[];
  body: Buffer;
}

/** How many addresses, and how many kinds of Accept-Encoding, are remembered. */
const ADDRESSES = 50_000;
const ACCEPTED = 500;
/** Longer ones go the long way each time, so that what is remembered stays small. */
const LONGEST = 300;

/**
 * The short way for what is asked most: a page that is kept, for somebody without a cookie of ours.
 * It decides nothing by itself. What the long way has found out about an address, an
 * Accept-Encoding or a page is remembered, and whatever is not remembered goes the long way.
 */
export class QuickAnswers {
  readonly #cache: PageCache;
  readonly #keys = new LRUCache<string, string>({ max: ADDRESSES });
  readonly #encodings = new LRUCache<string, Encoding>({ max: ACCEPTED });
  readonly #prepared = new WeakMap<KeptPage, Map<Encoding, Prepared>>();

  constructor(cache: PageCache) {
    this.#cache = cache;
  }

  /** Answers at once and gives the status; null: nothing was sent, the long way has to. */
  send(request: IncomingMessage, response: ServerResponse): number | null {
    const { headers } = request;
    if (request.method !== "GET" || headers["if-none-match"] !== undefined) return null;
    if (headers["content-length"] !== undefined || headers["transfer-encoding"] !== undefined) {
      return null;
    }
    if (headers.cookie !== undefined && hasOwnCookie(headers.cookie)) return null;
    const key = this.#keys.get(asked(request));
    const page = key === undefined ? undefined : this.#cache.keptNow(key);
    if (page === undefined) return null;
    const encoding = this.#encodings.get(accepted(request));
    const prepared = encoding && this.#prepared.get(page)?.get(encoding);
    if (!prepared || response.headersSent || response.destroyed) return null;
    response.writeHead(prepared.status, prepared.headers);
    response.end(prepared.body);
    return prepared.status;
  }

  /** Remembers how the long way has answered this request with this page. */
  remember(
    request: IncomingMessage,
    { key, page, encoding }: { key: string; page: KeptPage; encoding: Encoding },
    { status, headers, body }: Answer,
  ): void {
    const address = asked(request);
    const offered = accepted(request);
    if (address.length > LONGEST || offered.length > LONGEST) return;
    if (status !== page.status || body === null || !page.holds(encoding)) return;
    this.#keys.set(address, key);
    if (chooseEncoding(offered) === encoding) this.#encodings.set(offered, encoding);
    const prepared = this.#prepared.get(page) ?? new Map<Encoding, Prepared>();
    if (prepared.has(encoding)) return;
    const lines = Object.entries(headers).flatMap(([name, value]) =>
      [value].flat().flatMap((one) => [name, one]),
    );
    lines.push("Content-Length", String(body.length));
    prepared.set(encoding, { status, headers: lines, body });
    this.#prepared.set(page, prepared);
  }
}

function asked(request: IncomingMessage): string {
  return `${request.headers.host} ${request.url}`;
}

function accepted(request: IncomingMessage): string {
  return String(request.headers["accept-encoding"] ?? "");
}
