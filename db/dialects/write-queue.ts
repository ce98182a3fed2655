import { AsyncLocalStorage, AsyncResource } from "node:async_hooks";
import type { Kysely, Transaction } from "kysely";
import { StoreError } from "../faults.ts";
import type { SavepointDriver, WriterSession } from "./session.ts";

export interface WriteLimits {
  /** How many writes may wait before the next is refused with `store_busy`. */
  maxWaiting: number;
  /** How long a write may wait for its turn, in ms. */
  maxWaitMs: number;
  /** How long one write may take, in ms. */
  deadlineMs: number;
  /** A group is committed when it has this many writes … */
  groupSize: number;
  /** … or when it is this old, in ms. */
  groupMs: number;
}

export interface WriteOptions {
  /** How long this write may take, in ms, where it is not the usual deadline. */
  deadlineMs?: number;
  /** A group of its own, for work that takes long. */
  alone?: boolean;
}

interface Entry<DB> {
  work: (trx: Transaction<DB>) => Promise<unknown>;
  deadlineMs: number;
  alone: boolean;
  since: number;
  resolve: (value: unknown) => void;
  reject: (error: unknown) => void;
}

type Outcome = { ok: true; value: unknown } | { ok: false; error: unknown };

interface Member<DB> {
  entry: Entry<DB>;
  outcome: Outcome;
}

interface WriteQueueParts<DB> {
  session: WriterSession;
  driver: SavepointDriver;
  database: Kysely<DB>;
  limits: WriteLimits;
  /** Told after every commit how many writes it made durable. */
  onCommit: ((writes: number) => void) | undefined;
}

/**
 * The writes of this process, one after the other. Those that wait together are committed together:
 * each in a savepoint of one transaction, and nobody is told the outcome before the one COMMIT,
 * because a later write of the group has read what an earlier one wrote.
 */
export class WriteQueue<DB> {
  readonly #parts: WriteQueueParts<DB>;
  /**
   * Set while a work runs, to tell a write within a write. Not where people are served: Node then
   * follows every promise of the process, whoever made it. There the deadline ends such a write.
   */
  readonly #inside =
    process.env["NODE_ENV"] === "production" ? null : new AsyncLocalStorage<true>();
  #waiting: Entry<DB>[] = [];
  #between: (() => Promise<void>)[] = [];
  #draining: Promise<void> | null = null;
  #closed = false;

  constructor(parts: WriteQueueParts<DB>) {
    this.#parts = parts;
  }

  /** How many writes wait for their turn. */
  get waiting(): number {
    return this.#waiting.length;
  }

  /**
   * Runs `work` as one atomic unit and resolves with its value once that is durable.
   * @throws what `work` throws (then nothing of it stays), or a StoreError.
   */
  write<T>(work: (trx: Transaction<DB>) => Promise<T>, options: WriteOptions = {}): Promise<T> {
    const { limits } = this.#parts;
    if (this.#closed) return Promise.reject(closedError());
    if (this.#inside?.getStore()) {
      return Promise.reject(new Error("A write within a write would wait for itself; use trx."));
    }
    if (this.#waiting.length >= limits.maxWaiting) {
      return Promise.reject(
        new StoreError("store_busy", "Too many writes are waiting.", { code: "QUEUE_FULL" }),
      );
    }
    const inside = this.#marked(work);
    return new Promise<T>((resolve, reject) => {
      this.#waiting.push({
        work: inside,
        deadlineMs: options.deadlineMs ?? limits.deadlineMs,
        alone: options.alone ?? false,
        since: performance.now(),
        resolve: (value) => resolve(value as T),
        reject,
      });
      this.#draining ??= this.#drain();
    });
  }

  /** The work, run in its own caller's context, whoever happens to set the queue going. */
  #marked<T>(work: (trx: Transaction<DB>) => Promise<T>): (trx: Transaction<DB>) => Promise<T> {
    const inside = this.#inside;
    if (inside === null) return work;
    return AsyncResource.bind((trx: Transaction<DB>) => inside.run(true, () => work(trx)));
  }

  /** Runs something on the session where no group is open. */
  between<T>(task: () => Promise<T>): Promise<T> {
    if (this.#closed) return Promise.reject(closedError());
    return new Promise<T>((resolve, reject) => {
      this.#between.push(() => task().then(resolve, reject));
      this.#draining ??= this.#drain();
    });
  }

  /** Refuses new writes and waits for those that are here. */
  async close(): Promise<void> {
    this.#closed = true;
    await this.#draining;
  }

  async #drain(): Promise<void> {
    // One tick, so that writes asked for together stand in the queue together.
    await null;
    try {
      while (this.#waiting.length + this.#between.length > 0) {
        for (const task of this.#between.splice(0)) await task();
        await this.#group();
      }
    } finally {
      this.#draining = null;
    }
  }

  async #group(): Promise<void> {
    const { session, driver } = this.#parts;
    const first = this.#waiting[0];
    if (!first || this.#refuseLate(first)) return;
    const here = [...this.#waiting];
    try {
      await session.begin(first.deadlineMs);
    } catch (error) {
      // Everybody who stood here has waited as long as this attempt did.
      const gone = new Set(here);
      this.#waiting = this.#waiting.filter((entry) => !gone.has(entry));
      await session.repair(error);
      for (const entry of here) entry.reject(error);
      return;
    }
    driver.lost = null;
    const members = await this.#runMembers(first);
    const lost = driver.lost ?? (await this.#finish(members));
    if (lost) await session.repair(lost);
    for (const { entry, outcome } of members) {
      if (lost) entry.reject(asUnavailable(lost));
      else if (outcome.ok) entry.resolve(outcome.value);
      else entry.reject(outcome.error);
    }
    const kept = members.filter(({ outcome }) => outcome.ok).length;
    if (!lost && kept > 0) this.#parts.onCommit?.(kept);
  }

  async #runMembers(first: Entry<DB>): Promise<Member<DB>[]> {
    const { driver, limits } = this.#parts;
    const members: Member<DB>[] = [];
    const started = performance.now();
    for (;;) {
      const entry = this.#waiting[0];
      if (!entry || driver.lost) break;
      if (members.length > 0) {
        if (first.alone || entry.alone || members.length >= limits.groupSize) break;
        if (performance.now() - started > limits.groupMs) break;
        if (this.#refuseLate(entry)) continue;
      }
      this.#waiting.shift();
      members.push({ entry, outcome: await this.#runOne(entry) });
    }
    return members;
  }

  async #runOne(entry: Entry<DB>): Promise<Outcome> {
    const { database, session } = this.#parts;
    let timer: NodeJS.Timeout | undefined;
    const deadline = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        session.interrupt();
        reject(
          new StoreError("store_unavailable", "A write took too long and was cut off.", {
            code: "DEADLINE",
          }),
        );
      }, entry.deadlineMs);
    });
    // It may run out while the savepoint is still being made, before anybody listens to it.
    deadline.catch(() => undefined);
    try {
      const value = await database
        .transaction()
        .execute((trx) => Promise.race([entry.work(trx), deadline]));
      return { ok: true, value };
    } catch (error) {
      return { ok: false, error };
    } finally {
      clearTimeout(timer);
    }
  }

  /** Commits, or rolls back where nothing is to be kept. Returns what went wrong. */
  async #finish(members: readonly Member<DB>[]): Promise<unknown> {
    const { session } = this.#parts;
    try {
      if (members.some(({ outcome }) => outcome.ok)) await session.commit();
      else await session.rollback();
    } catch (error) {
      return error;
    }
    return null;
  }

  #refuseLate(entry: Entry<DB>): boolean {
    if (performance.now() - entry.since < this.#parts.limits.maxWaitMs) return false;
    this.#waiting.shift();
    entry.reject(
      new StoreError("store_busy", "A write waited too long for its turn.", { code: "WAITED" }),
    );
    return true;
  }
}

function closedError(): StoreError {
  return new StoreError("store_unavailable", "The store is closed.", { code: "CLOSED" });
}

function asUnavailable(cause: unknown): unknown {
  if (cause instanceof StoreError && cause.kind === "store_unavailable") return cause;
  return new StoreError("store_unavailable", "The group of writes could not be kept.", {
    code: cause instanceof StoreError ? cause.code : "GROUP_LOST",
    cause,
  });
}
