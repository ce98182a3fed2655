import type { Compilable } from "kysely";
import { expect, it } from "vitest";
import { readFrontPage } from "#app/domain/discovery/front-page.ts";
import { listEssays, listPersonsEssays } from "#app/domain/discovery/list-essays.ts";
import { readSeries } from "#app/domain/discovery/series.ts";
import { sitemap } from "#app/domain/discovery/sitemap.ts";
import { findTag, listTags } from "#app/domain/discovery/tags.ts";
import { readEssay } from "#app/domain/essays/read-essay.ts";
import type { Reader, Store } from "#db/connect.ts";
import {
  answeredEssays,
  essaysOfPenName,
  type FrontQuery,
  feedEssays,
  frontEssays,
  newOfLead,
} from "#db/queries/fronts.ts";
import { partsOfSeries, placeInSeries, seriesBySlug } from "#db/queries/series.ts";
import { sitemapEssays, sitemapParts } from "#db/queries/sitemap.ts";
import { tagBySlug, usedTags } from "#db/queries/tags.ts";
import { countingReader } from "#tests/support/counting-reader.ts";
import { eachDialect } from "#tests/support/databases.ts";
import { makeHouse } from "#tests/support/house.ts";
import { aHundredEssays, doubleEssays, MANY } from "#tests/support/many-essays.ts";
import { queryPlan, wholeReads } from "#tests/support/query-plan.ts";

const after = { at: Date.parse("2026-01-01T00:01:00Z"), id: "e9" };
const limit = 31;
const { tag, penName, standing: rare } = MANY;

interface Planned {
  title: string;
  query: (read: Reader) => Compilable;
  /** The index it has to be read along, as the one or the other database calls it. */
  index: string;
  /** What else its plan may do: nothing, unless it is said here. */
  leftover?: RegExp;
}

/** Every way to look at a front, with the index made for it. */
function* fronts(): Generator<Planned> {
  for (const sort of ["new", "active"] as const) {
    for (const perspective of [undefined, "experience", "debate"] as const) {
      for (const only of [false, true]) {
        for (const standing of [undefined, rare] as const) {
          for (const tagged of [false, true]) {
            for (const further of [false, true]) {
              if (only && (perspective === undefined || (perspective === "debate" && standing))) {
                continue;
              }
              const kind = kindOf({ perspective, only, standing, tagged });
              const query: FrontQuery = {
                sort,
                only,
                limit,
                ...(perspective && { perspective }),
                ...(standing && { standing }),
                ...(tagged && { tag }),
                ...(further && { after }),
              };
              yield {
                title: JSON.stringify(query),
                query: (read) => frontEssays(read, query),
                index: `${tagged ? "essay_tags" : "essays"}_${sort}${kind}`,
              };
            }
          }
        }
      }
    }
  }
}

function kindOf(way: {
  perspective: FrontQuery["perspective"];
  only: boolean;
  standing: FrontQuery["standing"];
  tagged: boolean;
}): string {
  if (way.standing !== undefined) {
    return way.perspective === "debate" || way.only ? "_standing_kind" : "_standing";
  }
  if (way.only && way.tagged) return "_kind";
  return way.perspective === undefined ? "" : `_${way.perspective}${way.only ? "_only" : ""}`;
}

const OTHERS: readonly Planned[] = [
  {
    title: "the newest of a lead",
    query: (read) => newOfLead(read, { lead: "debate", limit }),
    // PostgreSQL knows that every third is one, and reads along all of them as well.
    index: "essays_new_lead|essays_new",
    leftover: /lead = 'debate'/,
  },
  {
    title: "answered lately",
    query: (read) => answeredEssays(read, { limit }),
    index: "essays_answered",
  },
  {
    title: "a pen name",
    query: (read) => essaysOfPenName(read, { name: penName, limit }),
    index: "essays_person",
  },
  {
    title: "a pen name, further on",
    query: (read) => essaysOfPenName(read, { name: penName, after, limit }),
    index: "essays_person",
  },
  {
    title: "the feed",
    query: (read) => feedEssays(read, { limit }),
    index: "essays_new",
    leftover: /\(demo = 0\)/,
  },
  {
    title: "the feed of debates",
    query: (read) => feedEssays(read, { perspective: "debate", limit }),
    index: "essays_new_debate",
    leftover: /\(demo = 0\)/,
  },
  { title: "all tags", query: (read) => usedTags(read, { limit }), index: "tags_by_name" },
  {
    title: "all tags, further on",
    query: (read) => usedTags(read, { after: "sugar", limit }),
    index: "tags_by_name",
  },
  {
    title: "parts of a series",
    query: (read) => partsOfSeries(read, { seriesId: "series", after: 30, limit }),
    index: "series_position|sqlite_autoindex_series_essays_2",
    leftover: /state = 'visible'/,
  },
  {
    title: "what is listed by search engines",
    query: (read) => sitemapEssays(read, { from: after, limit: 10 }),
    index: "essays_indexed",
  },
  {
    title: "where parts of the sitemap begin",
    query: (read) => sitemapParts(read, { size: 10 }),
    index: "essays_indexed",
    leftover: /listed\.place|^SCAN (?:\(subquery-\d+\)|listed)$/,
  },
];

/** Few rows, found by their key. */
const FOUND: readonly Planned[] = [
  {
    title: "a tag",
    query: (read) => tagBySlug(read, { spellings: [tag, "Tea"] }),
    index: "tags_pkey|sqlite_autoindex_tags_1",
  },
  {
    title: "a series",
    query: (read) => seriesBySlug(read, { slug: "series" }),
    index: "series_slug|sqlite_autoindex_series_2",
  },
  {
    title: "the parts beside an essay",
    query: (read) => placeInSeries(read, { essayId: "e7" }),
    index: "series_essays_essay",
    leftover: /state = 'visible'/,
  },
];

async function faultsIn(store: Store, planned: readonly Planned[]): Promise<string[]> {
  const faults: string[] = [];
  for (const { title, query, index, leftover } of planned) {
    const plan = await queryPlan(store, query(store.read).compile());
    const along = plan.some((line) => new RegExp(`\\b(?:${index})\\b`).test(line));
    const left = plan.filter((line) => /^\s*Filter:/.test(line));
    const faulty = [...wholeReads(plan), ...left].filter((line) => !leftover?.test(line.trim()));
    if (!along) faulty.push(`not along ${index}`);
    if (faulty.length > 0) faults.push([title, ...faulty, ...plan].join("\n    "));
  }
  return faults;
}

/** Reads every page once, as its route does. */
async function readEverything(read: Reader, store: Store, essays: number): Promise<void> {
  const { secrets } = makeHouse(store);
  await readFrontPage(read);
  for (const sort of ["new", "active"] as const) {
    await listEssays(read, { sort, limit });
    await listEssays(read, { sort, perspective: "experience", standing: rare, tag, limit });
    await listEssays(read, { sort, perspective: "debate", only: true, after, limit });
  }
  await findTag(read, "TEA");
  await listTags(read, { limit });
  await listPersonsEssays(read, { name: penName, limit });
  await readSeries(read, { slug: "series", after: 0, limit });
  await readEssay(read, { slug: "slug-of-e7" });
  await sitemap(read, { origin: "http://x", secrets, part: null, size: essays / 5 });
}

eachDialect("query plans of the fronts", (open, dialect) => {
  it("find a planted whole read, a planted sort and a planted leftover", async () => {
    const store = await open();
    await aHundredEssays(store);
    const planted: Planned[] = [
      {
        title: "sorted",
        query: (read) => read.selectFrom("essays").select("id").orderBy("title").limit(5),
        index: "essays_new",
      },
      {
        title: "along another index",
        query: (read) => frontEssays(read, { sort: "new", limit }).where("essays.words", ">", 3),
        index: "essays_new_experience",
      },
    ];
    const faults = await faultsIn(store, planted);
    expect(faults).toHaveLength(2);
    if (dialect === "postgres") expect(faults[1]).toContain("Filter:");
  });

  it("ask as often at 100,000 essays as at 100, each along an index made for it", async () => {
    const store = await open({ deadlineMs: 120_000, statementTimeoutMs: 120_000 });
    await aHundredEssays(store);
    const few = countingReader(store.read);
    await readEverything(few.read, store, 100);
    await doubleEssays(store, 10);
    const many = countingReader(store.read);
    await readEverything(many.read, store, 102_400);
    const { essays } = await store.read
      .selectFrom("essays")
      .select((eb) => eb.fn.countAll<number>().as("essays"))
      .executeTakeFirstOrThrow();
    expect(Number(essays)).toBe(102_400);
    expect(few.asked()).toBeGreaterThan(15);
    expect(many.asked()).toBe(few.asked());

    const all = [...fronts()];
    expect(all).toHaveLength(72);
    expect(await faultsIn(store, [...all, ...OTHERS, ...FOUND])).toEqual([]);
  }, 240_000);
});
