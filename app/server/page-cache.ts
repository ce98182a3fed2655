import { LRUCache } from "lru-cache";
import { decodeBrotli, digestOf, type Encoding, encode, isWorthCompressing } from "./encodings.ts";

/** What a page was made into, before it is known whether it may be kept. */
export interface Made {
  status: number;
  headers: Record<string, string | string[]>;
  body: Buffer;
  /** What it depends on; null where it may not be kept. */
  subjects: readonly string[] | null;
}

/**
 * A page that is kept: compressed, where that makes it smaller, because a thread takes six times as
 * much memory as it was made. Whoever takes nothing compressed gets it unpacked.
 */
export interface KeptPage {
  status: number;
  headers: Made["headers"];
  subjects: readonly string[];
  digest: string;
  /** Is it worth compressing? Else its bytes are those of `identity`, whatever is asked for. */
  compressed: boolean;
  bytes: (encoding: Encoding) => Promise<Buffer>;
  /** Are these bytes held, or made anew each time? */
  holds: (encoding: Encoding) => boolean;
  /** How much memory it takes, about. */
  size: number;
}

export interface PageCacheOptions {
  maxBytes: number;
  /** The number of the last change, before anything is kept. */
  seq: number;
  /** Which subjects changed after `seq`, in any process (db/queries/changes.ts). */
  changesSince: (seq: number) => Promise<{ seq: number; subjects: readonly string[] }>;
  now: () => number;
  /** A check that fails is told here; readers are served on. */
  checkFailed: (error: unknown) => void;
}

interface Flight {
  promise: Promise<KeptPage | Made>;
  /** What changed while it was being made. */
  dropped: Set<string>;
}

const CHECK_EVERY_MS = 250;
const CHECK_PATIENCE_MS = 500;
/** A database that is away is asked less often: each asking keeps readers waiting. */
const CHECK_AGAIN_MS = 1_000;
/** Where the database has not answered for so long, pages that may be out of date are let go. */
const TRUST_MS = 60_000;
const BROTLI_QUALITY = 5;

/**
 * Finished pages in memory, valid until a subject of theirs changes. In this process they are
 * dropped as a write commits; what other processes changed is found by one check that all waiting
 * requests share, at most every 250 ms.
 */
export class PageCache {
  #options: PageCacheOptions;
  #pages: LRUCache<string, KeptPage>;
  #keysBySubject = new Map<string, Set<string>>();
  /** Those that a newcomer may join. */
  #joinable = new Map<string, Flight>();
  #flights = new Set<Flight>();
  #seq: number;
  #checkedAt = Number.NEGATIVE_INFINITY;
  #answeredAt: number;
  #checking: Promise<void> | null = null;

  constructor(options: PageCacheOptions) {
    this.#options = options;
    this.#seq = options.seq;
    this.#answeredAt = options.now();
    this.#pages = new LRUCache<string, KeptPage>({
      maxSize: options.maxBytes,
      maxEntrySize: Math.ceil(options.maxBytes / 4),
      sizeCalculation: (page) => page.size,
      dispose: (page, key) => this.#forget(key, page.subjects),
    });
  }

  get bytes(): number {
    return this.#pages.calculatedSize;
  }

  /**
   * The page of a key. Concurrent misses of one key make it once; where it turns out not to be kept,
   * each of those that waited makes its own; a fault is shared.
   *
   * @param make must not depend on who asks.
   */
  async page(key: string, make: () => Promise<Made>): Promise<KeptPage | Made> {
    await this.#check();
    const kept = this.#pages.get(key);
    if (kept !== undefined) return kept;
    const joined = this.#joinable.get(key);
    if (joined !== undefined) {
      const page = await joined.promise;
      return page.subjects === null && page.status < 500 ? make() : page;
    }
    const flight: Flight = { promise: Promise.resolve(NOTHING), dropped: new Set() };
    this.#joinable.set(key, flight);
    this.#flights.add(flight);
    flight.promise = this.#fly(key, flight, make);
    return flight.promise;
  }

  /** The page of a key where it is kept and known to be of this moment; else `page` has to look. */
  keptNow(key: string): KeptPage | undefined {
    return this.#isChecked() ? this.#pages.get(key) : undefined;
  }

  /** Told after a write of this process, or of one beside it, has committed. */
  drop(subjects: Iterable<string>): void {
    this.#dropOnly(subjects);
    // The next check then starts behind this write and doesn't drop what is made from now on.
    this.#checkedAt = Number.NEGATIVE_INFINITY;
  }

  async #fly(key: string, flight: Flight, make: () => Promise<Made>): Promise<KeptPage | Made> {
    try {
      const made = await make();
      if (made.subjects === null) return made;
      const page = await keep(made, made.subjects);
      if (!page.subjects.some((subject) => flight.dropped.has(subject))) this.#store(key, page);
      return page;
    } finally {
      this.#flights.delete(flight);
      if (this.#joinable.get(key) === flight) this.#joinable.delete(key);
    }
  }

  #store(key: string, page: KeptPage): void {
    this.#pages.set(key, page);
    if (!this.#pages.has(key)) return;
    for (const subject of page.subjects) {
      const keys = this.#keysBySubject.get(subject) ?? new Set();
      keys.add(key);
      this.#keysBySubject.set(subject, keys);
    }
  }

  #forget(key: string, subjects: readonly string[]): void {
    for (const subject of subjects) {
      const keys = this.#keysBySubject.get(subject);
      keys?.delete(key);
      if (keys?.size === 0) this.#keysBySubject.delete(subject);
    }
  }

  #dropOnly(subjects: Iterable<string>): void {
    const changed = [...subjects];
    if (changed.length === 0) return;
    // What is being made now may have been read before the change: whoever comes later starts anew.
    this.#joinable.clear();
    for (const subject of changed) {
      for (const flight of this.#flights) flight.dropped.add(subject);
      for (const key of [...(this.#keysBySubject.get(subject) ?? [])]) this.#pages.delete(key);
    }
  }

  #isChecked(): boolean {
    return this.#checking === null && this.#options.now() - this.#checkedAt < CHECK_EVERY_MS;
  }

  async #check(): Promise<void> {
    if (this.#isChecked()) return;
    this.#checking ??= this.#ask().finally(() => {
      this.#checking = null;
    });
    await this.#checking;
  }

  async #ask(): Promise<void> {
    const { changesSince, checkFailed, now } = this.#options;
    this.#checkedAt = now();
    try {
      const { seq, subjects } = await withPatience(changesSince(this.#seq), CHECK_PATIENCE_MS);
      this.#seq = seq;
      this.#answeredAt = now();
      this.#dropOnly(subjects);
    } catch (error) {
      checkFailed(error);
      this.#checkedAt = now() + CHECK_AGAIN_MS;
      if (now() - this.#answeredAt > TRUST_MS) this.#pages.clear();
    }
  }
}

const NOTHING: Made = { status: 500, headers: {}, body: Buffer.alloc(0), subjects: null };

/** What stands beside the bytes: address, headers, entries in lists. */
const AROUND_BYTES = 2_048;
/** Of one kept with brotli, gzip takes another as much and a quarter. */
const BOTH = 2.25;

async function keep(made: Made, subjects: readonly string[]): Promise<KeptPage> {
  const { status, headers, body } = made;
  const digest = digestOf(body);
  const compressed = isWorthCompressing(made);
  const first = compressed ? await encode(body, "br", BROTLI_QUALITY) : body;
  const unpacked = () => (compressed ? decodeBrotli(first) : Promise.resolve(body));
  const held = new Map<Encoding, Promise<Buffer>>([
    [compressed ? "br" : "identity", Promise.resolve(first)],
  ]);
  const gzipped = async () => encode(await unpacked(), "gzip", BROTLI_QUALITY);
  return {
    status,
    headers,
    subjects,
    digest,
    compressed,
    holds: (encoding) => held.has(encoding),
    bytes: (encoding) => {
      const bytes = held.get(encoding) ?? (encoding === "gzip" ? gzipped() : unpacked());
      if (encoding === "gzip") held.set(encoding, bytes);
      return bytes;
    },
    size: Math.ceil(first.length * (compressed ? BOTH : 1)) + AROUND_BYTES,
  };
}

async function withPatience<T>(work: Promise<T>, ms: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error("The check for changes took too long.")), ms);
  });
  try {
    return await Promise.race([work, tooLate]);
  } finally {
    clearTimeout(timer);
  }
}
