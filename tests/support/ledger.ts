import { expect } from "vitest";
import type { Store } from "#db/connect.ts";
import { checkIntegrity } from "#db/queries/integrity.ts";
import { ask } from "./ask.ts";
import { acknowledgedId, hiddenFields, sendForm, shownKey } from "./guest.ts";

export interface Entry {
  id: string;
  body: string;
  /** Empty: an answer to the essay. */
  parent: string;
}

/** What a client was told to be posted, by the texts, each of which is sent by one form only. */
export class Ledger {
  readonly #entries = new Map<string, Entry>();
  /** Keys that were shown. */
  readonly keys = new Set<string>();

  get size(): number {
    return this.#entries.size;
  }

  get entries(): Entry[] {
    return [...this.#entries.values()];
  }

  /** @throws where the same words were acknowledged as another comment before */
  acknowledge(entry: Entry): void {
    const before = this.#entries.get(entry.body);
    if (before && before.id !== entry.id) throw new Error(`"${entry.body}" was posted twice`);
    this.#entries.set(entry.body, entry);
  }

  /**
   * Sends a form and notes what is acknowledged.
   *
   * @returns the key, where the answer shows one
   * @throws where no answer came, or none that acknowledges it
   */
  async send(origin: string, path: string, form: URLSearchParams): Promise<string | null> {
    const answer = await sendForm(origin, path, form);
    const id = acknowledgedId(answer);
    if (id === null) throw new Error(`answered ${answer.status}`);
    this.acknowledge({ id, body: form.get("body") ?? "", parent: form.get("parent") ?? "" });
    const key = shownKey(answer);
    if (key !== null) this.keys.add(key);
    return key;
  }
}

/**
 * Somebody who posts one comment after the other: the first with a new key, some later ones with
 * the key of the first, some as answers. A form that was not answered is sent again first.
 */
export class Poster {
  readonly #ledger: Ledger;
  readonly #number: number;
  #written = 0;
  #key: string | null = null;
  #unanswered: URLSearchParams | null = null;

  constructor(ledger: Ledger, number: number) {
    this.#ledger = ledger;
    this.#number = number;
  }

  /** The form that was sent last, where nothing came back. */
  get unanswered(): URLSearchParams | null {
    return this.#unanswered;
  }

  /** Posts until the server is gone. */
  async keepPosting(origin: string, slug: string): Promise<void> {
    try {
      await this.finish(origin, slug);
      for (;;) await this.#postOne(origin, slug);
    } catch {
      // The server was killed, before or after it took the words in.
    }
  }

  /** Sends the unanswered form again. */
  async finish(origin: string, slug: string): Promise<void> {
    if (this.#unanswered !== null) await this.#send(origin, slug, this.#unanswered);
  }

  async #postOne(origin: string, slug: string): Promise<void> {
    const entries = this.#ledger.entries;
    const answers = this.#written % 3 === 1 ? entries[this.#written % entries.length] : undefined;
    const query = answers ? `?parent=${answers.id}` : "";
    const form = await hiddenFields(origin, `/essays/${slug}/reply${query}`);
    this.#written += 1;
    form.set("body", `Words ${this.#written} of poster ${this.#number}.`);
    form.set("intent", "post");
    if (this.#key !== null && this.#written % 2 === 0) form.set("key", this.#key);
    this.#unanswered = form;
    await this.#send(origin, slug, form);
  }

  async #send(origin: string, slug: string, form: URLSearchParams): Promise<void> {
    const key = await this.#ledger.send(origin, `/essays/${slug}/reply`, form);
    this.#key ??= key;
    this.#unanswered = null;
  }
}

/** Every acknowledged comment is there once and whole, and nothing else is. */
export async function expectLedgerHolds({
  store,
  ledger,
  essayId,
  origin,
}: {
  store: Store;
  ledger: Ledger;
  essayId: string;
  origin: string;
}): Promise<void> {
  const rows = await store.read
    .selectFrom("comments")
    .selectAll()
    .where("essay_id", "=", essayId)
    .execute();
  const found = rows.map((row) => ({
    id: row.id,
    body: row.markdown,
    parent: row.parent_id ?? "",
  }));
  const byId = (a: Entry, b: Entry) => (a.id < b.id ? -1 : 1);
  expect(found.sort(byId)).toEqual(ledger.entries.sort(byId));
  expect(rows.filter((row) => row.html === "" || row.attempt_mark === null)).toEqual([]);

  // Counts, parents, branches and foreign keys; then names and keys.
  expect(await checkIntegrity(store)).toEqual([]);
  const names = await store.read.selectFrom("thread_names").selectAll().execute();
  const nameOf = new Map(names.map(({ owner_mark, name }) => [owner_mark, name]));
  expect(names.map(({ owner_mark }) => owner_mark).sort()).toEqual(
    [...new Set(rows.map(({ owner_mark }) => owner_mark))].sort(),
  );
  expect(rows.filter((row) => row.by_name !== nameOf.get(row.owner_mark))).toEqual([]);
  const lists = await store.read.selectFrom("key_lists").select("locator").execute();
  expect(lists.length).toBe(names.length);
  expect(lists.length).toBe(ledger.keys.size);

  // And the whole thread, as a reader gets it.
  const { text } = await ask(origin, `/essays/${essayId}.json`);
  const { comments, counts } = JSON.parse(text) as {
    comments: { id: string }[];
    counts: { visible: number };
  };
  expect(counts.visible).toBe(ledger.size);
  expect(new Set(comments.map(({ id }) => id))).toEqual(
    new Set(ledger.entries.map(({ id }) => id)),
  );
}
