import { setTimeout as wait } from "node:timers/promises";
import { expect, it } from "vitest";
import { connect } from "#db/connect.ts";
import type { Reply } from "#tests/support/ask.ts";
import { firsthand } from "#tests/support/command.ts";
import { eachDialect } from "#tests/support/databases.ts";
import { hiddenFields, sendForm, shownKey } from "#tests/support/guest.ts";
import { startServer } from "#tests/support/server.ts";
import { temporaryFolder } from "#tests/support/temporary-folder.ts";

const KILLS = 6;
const WRITERS = 4;

/** The slug of the essay that an answer acknowledges; null: it acknowledges none. */
function acknowledgedSlug({ status, headers, text }: Reply): string | null {
  if (status === 303) return /\/essays\/([^/#?]+)$/.exec(headers.location ?? "")?.[1] ?? null;
  if (status !== 200 || !text.includes("secret-shown")) return null;
  return /href="\/essays\/([^"/#?]+)"/.exec(text)?.[1] ?? null;
}

/** Acknowledged essays by their titles, each of which is sent by one form only. */
type Ledger = Map<string, { slug: string; answers: string | null }>;

/** Publishes one essay after the other, every second one as an answer, until the server is gone. */
class Writer {
  #written = 0;
  #key: string | null = null;
  unanswered: { form: URLSearchParams; answers: string | null } | null = null;

  constructor(
    private readonly ledger: Ledger,
    private readonly number: number,
  ) {}

  async keepWriting(origin: string): Promise<void> {
    try {
      await this.finish(origin);
      for (;;) await this.#publish(origin);
    } catch {
      // The server was killed, before or after it took the words in.
    }
  }

  /** Sends the form again to which no answer came. */
  async finish(origin: string): Promise<void> {
    if (this.unanswered !== null) await this.#send(origin);
  }

  async #publish(origin: string): Promise<void> {
    const known = [...this.ledger.values()];
    const answers = this.#written % 2 === 1 ? (known.at(-1)?.slug ?? null) : null;
    const form = await hiddenFields(origin, `/write${answers ? `?responds=${answers}` : ""}`);
    this.#written += 1;
    form.set("title", `Essay ${this.#written} of writer ${this.number}`);
    form.set("body", `Words ${this.#written}[^1].`);
    form.set("lead", "debate");
    form.set("tags", `tag ${this.#written % 3}`);
    form.set("works_cited", "A work");
    form.set("series", `Series ${this.number}`);
    form.set("intent", "publish");
    if (this.#key !== null) form.set("key", this.#key);
    this.unanswered = { form, answers };
    await this.#send(origin);
  }

  async #send(origin: string): Promise<void> {
    const { form, answers } = this.unanswered ?? { form: new URLSearchParams(), answers: null };
    const answer = await sendForm(origin, "/write", form);
    const slug = acknowledgedSlug(answer);
    if (slug === null) throw new Error(`answered ${answer.status}`);
    const title = form.get("title") ?? "";
    const before = this.ledger.get(title);
    if (before && before.slug !== slug) throw new Error(`"${title}" was published twice`);
    this.ledger.set(title, { slug, answers });
    this.#key ??= shownKey(answer);
    this.unanswered = null;
  }
}

eachDialect("people who publish while the server is killed", (_open, _dialect, url) => {
  it(`${KILLS} times: nothing that was acknowledged is lost, nothing is half there`, async () => {
    const folder = await temporaryFolder("publishing");
    const databaseUrl = await url();
    const store = await connect(databaseUrl);
    const ledger: Ledger = new Map();
    const writers = Array.from({ length: WRITERS }, (_, number) => new Writer(ledger, number));
    for (let kill = 0; kill < KILLS; kill += 1) {
      const server = await startServer({ databaseUrl, folder });
      const before = ledger.size;
      const writing = writers.map((writer) => writer.keepWriting(server.origin));
      await expect.poll(() => ledger.size, { timeout: 30_000 }).toBeGreaterThan(before + 2);
      await wait(60 * kill);
      expect(await server.end("SIGKILL")).toBeNull();
      await Promise.all(writing);
    }
    const server = await startServer({ databaseUrl, folder });
    for (const writer of writers) await writer.finish(server.origin);

    const rows = await store.read
      .selectFrom("essays")
      .select(["id", "slug", "title", "html"])
      .execute();
    const idOf = new Map(rows.map((row) => [row.slug, row.id]));
    expect(rows.map(({ title, slug }) => [title, slug]).sort()).toEqual(
      [...ledger].map(([title, { slug }]) => [title, slug]).sort(),
    );
    expect(rows.filter(({ html }) => !html.includes("work-mark"))).toEqual([]);
    const links = await store.read
      .selectFrom("essay_links")
      .select(["from_essay_id", "to_essay_id"])
      .execute();
    const answering = [...ledger.values()].filter(({ answers }) => answers !== null);
    expect(answering.length).toBeGreaterThan(0);
    expect(links.map((link) => [link.from_essay_id, link.to_essay_id]).sort()).toEqual(
      answering.map(({ slug, answers }) => [idOf.get(slug), idOf.get(answers ?? "")]).sort(),
    );
    const parts = await store.read.selectFrom("series_essays").select("essay_id").execute();
    expect(parts).toHaveLength(rows.length);
    expect(await server.end()).toBe(0);
    await store.close();
    expect(await firsthand(server, "check")).toMatchObject({ code: 0, err: "" });
  });
});
