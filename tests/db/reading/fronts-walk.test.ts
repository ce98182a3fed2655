import fc from "fast-check";
import { expect, it } from "vitest";
import { listEssays, listPersonsEssays } from "#app/domain/discovery/list-essays.ts";
import { readSeries } from "#app/domain/discovery/series.ts";
import { listTags } from "#app/domain/discovery/tags.ts";
import type { Store } from "#db/connect.ts";
import type { FrontQuery } from "#db/queries/fronts.ts";
import { keepListings } from "#db/queries/listings.ts";
import { eachDialect } from "#tests/support/databases.ts";
import { essayRow } from "#tests/support/rows.ts";
import { seedSeries, seedTags } from "#tests/support/seed.ts";

const T = Date.parse("2026-03-01T00:00:00Z");
const TAGS = ["tea", "night shifts", "Ward 9"];
const PEN_NAME = "Ada Fenwick";

const piece = fc.record({
  visible: fc.integer({ min: 0, max: 9 }).map((n) => n > 0),
  experience: fc.boolean(),
  debate: fc.boolean(),
  standing: fc.constantFrom(null, "lived", "beside", "worked"),
  ordered: fc.integer({ min: 0, max: 6 }),
  active: fc.integer({ min: 0, max: 6 }),
  tags: fc.subarray(TAGS),
  penName: fc.boolean(),
});
type Piece = typeof piece extends fc.Arbitrary<infer P> ? P : never;

const asked = fc.record(
  {
    perspective: fc.constantFrom("experience" as const, "debate" as const),
    only: fc.boolean(),
    standing: fc.constantFrom("lived" as const, "beside" as const, "worked" as const),
    tag: fc.constantFrom("tea", "night-shifts", "ward-9"),
    sort: fc.constantFrom("new" as const, "active" as const),
  },
  { requiredKeys: ["sort"] },
);

/** Written while somebody reads on: a new essay, or an answer to an old one. */
const meanwhile = fc.array(fc.oneof(fc.constant("new" as const), fc.nat({ max: 19 })), {
  maxLength: 8,
});

function rowOf(given: Piece, index: number) {
  const experience = given.experience || !given.debate;
  const row = essayRow(`e${String(index).padStart(2, "0")}`, {
    lead: experience ? "story" : "debate",
    experience: experience ? 1 : 0,
    debate: given.debate ? 1 : 0,
    standing: experience ? given.standing : null,
    state: given.visible ? "visible" : "removed",
    ordered_at: T + given.ordered,
    active_at: T + given.ordered + given.active,
    by_name: given.penName ? PEN_NAME : "Quiet Heron",
    by_kind: given.penName ? "pen_name" : "thread_name",
  });
  return { ...row, tags: given.tags.map((name) => name.toLowerCase().replaceAll(" ", "-")) };
}
type Row = ReturnType<typeof rowOf>;

async function fill(store: Store, rows: readonly Row[], pieces: readonly Piece[]): Promise<void> {
  await store.write(async (trx) => {
    for (const table of ["series_essays", "series", "essay_tags", "tags", "essays"] as const) {
      await trx.deleteFrom(table).execute();
    }
    const essays = rows.map(({ tags: _tags, ...row }) => row);
    if (essays.length > 0) await trx.insertInto("essays").values(essays).execute();
  });
  const tagged = rows.map(({ id }, index) => ({ essayId: id, tags: pieces[index]?.tags ?? [] }));
  if (tagged.some(({ tags }) => tags.length > 0)) await seedTags(store, tagged);
}

/** What the pages have to hold, in their order, worked out without a database. */
function expected(rows: readonly Row[], query: Omit<FrontQuery, "limit">): string[] {
  const at = query.sort === "new" ? "ordered_at" : "active_at";
  const other = query.perspective === "experience" ? "debate" : "experience";
  return rows
    .filter(({ state }) => state === "visible")
    .filter((row) => query.perspective === undefined || row[query.perspective] === 1)
    .filter((row) => query.perspective === undefined || !query.only || row[other] === 0)
    .filter((row) => query.standing === undefined || row.standing === query.standing)
    .filter((row) => query.tag === undefined || row.tags.includes(query.tag))
    .sort((a, b) => b[at] - a[at] || (a.id < b.id ? 1 : -1))
    .map(({ slug }) => slug);
}

/** Walks a list to its end; `between` happens after each page. */
async function walk<C>(
  page: (after: C | null) => Promise<{ slugs: string[]; next: C | null }>,
  between: () => Promise<void> = async () => undefined,
): Promise<string[]> {
  const seen: string[] = [];
  let after: C | null = null;
  do {
    const { slugs, next }: { slugs: string[]; next: C | null } = await page(after);
    seen.push(...slugs);
    after = next;
    if (after !== null) await between();
  } while (after !== null && seen.length < 500);
  return seen;
}

const sameTwice = (list: readonly string[]) => list.length - new Set(list).size;

eachDialect("walking the fronts to their end", (open) => {
  it("shows every essay once, in order, whatever is written meanwhile", async () => {
    const store = await open();
    await fc.assert(
      fc.asyncProperty(
        fc.array(piece, { maxLength: 20 }),
        asked,
        fc.integer({ min: 1, max: 6 }),
        meanwhile,
        async (pieces, query, limit, writes) => {
          const rows = pieces.map(rowOf);
          await fill(store, rows, pieces);
          const answered = new Set<string>();
          let later = 1_000;
          const write = async () => {
            const what = writes.shift();
            if (what === undefined) return;
            later += 1;
            await store.write(async (trx) => {
              const old = what === "new" ? undefined : rows[what];
              if (old === undefined) {
                const id = `new${later}`;
                const at = { ordered_at: T + later, active_at: T + later };
                await trx.insertInto("essays").values(essayRow(id, at)).execute();
                return;
              }
              answered.add(old.slug);
              await trx
                .updateTable("essays")
                .set({ active_at: T + later })
                .where("id", "=", old.id)
                .execute();
              await keepListings(trx, { essayId: old.id });
            });
          };
          const seen = await walk(async (after: { at: number; id: string } | null) => {
            const page = await listEssays(store.read, { ...query, limit, ...(after && { after }) });
            return { slugs: page.essays.map(({ slug }) => slug), next: page.next };
          }, write);
          // What was answered meanwhile has moved to the beginning of that order; nothing else moves.
          const moved = (slug: string) => query.sort === "active" && answered.has(slug);
          const kept = (slugs: readonly string[]) => slugs.filter((slug) => !moved(slug));
          expect(kept(seen)).toEqual(kept(expected(rows, query)));
          expect(sameTwice(seen)).toBe(0);
        },
      ),
      { numRuns: 60 },
    );
  }, 120_000);

  it("shows what a pen name has published, all tags, and a series, each once and in order", async () => {
    const store = await open();
    await fc.assert(
      fc.asyncProperty(
        fc.array(piece, { maxLength: 12 }),
        fc.integer({ min: 1, max: 4 }),
        async (pieces, limit) => {
          const rows = pieces.map(rowOf);
          await fill(store, rows, pieces);
          const ids = rows.map(({ id }) => id);
          if (ids.length > 0) await seedSeries(store, { slug: "series", essays: ids });

          const byPerson = await walk(async (after: { at: number; id: string } | null) => {
            const asking = { name: PEN_NAME, limit, ...(after && { after }) };
            const page = await listPersonsEssays(store.read, asking);
            return { slugs: page.essays.map(({ slug }) => slug), next: page.next };
          });
          const theirs = rows.filter((row) => row.by_kind === "pen_name");
          expect(byPerson).toEqual(expected(theirs, { sort: "new" }));

          const tags = await walk(async (after: string | null) => {
            const page = await listTags(store.read, { limit, ...(after !== null && { after }) });
            return {
              slugs: page.tags.map(({ slug, essays }) => `${slug} ${essays}`),
              next: page.next,
            };
          });
          const counts = ["night-shifts", "tea", "ward-9"].map(
            (tag) => `${tag} ${expected(rows, { sort: "new", tag }).length}`,
          );
          expect(tags).toEqual(counts.filter((line) => !line.endsWith(" 0")));

          const parts = await walk(async (after: number | null) => {
            const page = await readSeries(store.read, { slug: "series", after: after ?? 0, limit });
            return {
              slugs: (page?.parts ?? []).map(({ slug }) => slug),
              next: page?.next ?? null,
            };
          });
          const visible = rows.filter(({ state }) => state === "visible");
          expect(parts).toEqual(visible.map(({ slug }) => slug));
        },
      ),
      { numRuns: 25 },
    );
  }, 120_000);
});
