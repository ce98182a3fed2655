/** Random sites, as the domain could have made them, for tests of taking everything out. */
import fc from "fast-check";
import type { Insertable } from "kysely";
import { linkEssays } from "#app/domain/essays/links.ts";
import type { House } from "#app/domain/house.ts";
import { appendLog } from "#app/domain/moderation/log.ts";
import { isReadable } from "#app/domain/threads/read-comments.ts";
import type { Store, Writer } from "#db/connect.ts";
import { setTags } from "#db/queries/listings.ts";
import type { CommentsTable, EssaysTable, PieceState } from "#db/schema.ts";
import { commentRow, essayRow } from "./rows.ts";

const FIRST_DAY = Date.parse("2024-02-28T00:00:00Z");
const DAY_MS = 86_400_000;

/** Texts that a clumsy writer of files would break. */
const TEXTS = [
  "A walk.",
  "---\ntitle: not this\n---\n\nWords under a rule.",
  "Ends with lines\n\n\n",
  "\n\nBegins with lines",
  "# Мой опыт\n\nA mark[^1] and `code`.\n\n[^1]: The note.",
  "<script>alert(1)</script> & \u{1F33F} \u202Eturned\u202C",
  "- a list\n- of two\n\n> and a quotation",
  "",
];
const NAMES = ["Quiet Heron", "Tidewater", "Ночной поезд", 'A "quoted" name', "x: y", null];
const TITLES = ["On doors", "Was hilft?", "「静かな部屋」", "Title: with # and -", "a".repeat(200)];
const LINES = [null, null, "eleven years in and out", 'restraint, "a death": both'];
const TAGS = ["Hospital", "law & order", "тишина"];
const STATES: readonly PieceState[] = [
  ...(["visible", "visible", "visible", "visible"] as const),
  ...(["waiting", "folded", "removed", "taken_back", "missing"] as const),
];

const piece = {
  state: fc.constantFrom(...STATES),
  text: fc.constantFrom(...TEXTS),
  name: fc.constantFrom(...NAMES),
  note: fc.constantFrom(...LINES),
  standpoint: fc.constantFrom(...LINES),
  experience: fc.boolean(),
  debate: fc.boolean(),
  guess: fc.boolean(),
  edited: fc.boolean(),
  day: fc.integer({ min: 0, max: 4 }),
  /** Few, so that some moments are the same. */
  moment: fc.integer({ min: 0, max: 3 }),
};

const comment = fc.record({
  ...piece,
  /** Share of the way through those before it; one in some answers the essay. */
  parent: fc.option(fc.nat(), { freq: 3 }),
  addresses: fc.array(fc.nat(), { maxLength: 2 }),
  imported: fc.boolean(),
});

const essay = fc.record({
  ...piece,
  title: fc.constantFrom(...TITLES),
  story: fc.boolean(),
  works: fc.constantFrom([], ["A book. 2011.", "https://example.org/a b.pdf"]),
  tags: fc.subarray(TAGS),
  comments: fc.array(comment, { maxLength: 8 }),
  versions: fc.array(fc.boolean(), { maxLength: 2 }),
  source: fc.constantFrom(...LINES),
  answers: fc.option(fc.nat(), { freq: 1 }),
  toComment: fc.boolean(),
  inSeries: fc.boolean(),
  paths: fc.subarray(["/2012/03/on-doors", "/?p=12"]),
  notes: fc.nat({ max: 2 }),
});

export const siteArbitrary = fc.record({
  essays: fc.array(essay, { maxLength: 5 }),
  logRows: fc.nat({ max: 2 }),
});

export type RandomSite = typeof siteArbitrary extends fc.Arbitrary<infer T> ? T : never;
type RandomEssay = RandomSite["essays"][number];
type RandomComment = RandomEssay["comments"][number];

/** Takes everything out of a store, whatever it holds. */
export async function emptyStore(store: Store): Promise<void> {
  await store.write(async (trx) => {
    for (const table of [
      ...(["comment_addresses", "reviews", "comments", "series", "tags", "essays"] as const),
      ...(["moderation_log", "imported_items", "leases"] as const),
    ]) {
      await trx.deleteFrom(table).execute();
    }
  });
}

/** Puts a random site into an empty store, with everything kept that the domain keeps. */
export async function seedSite(house: House, site: RandomSite): Promise<void> {
  const ready = await Promise.all(site.essays.map((one, place) => rowsOf(house, one, place)));
  await house.store.write(async (trx) => {
    for (const [place, name] of TAGS.entries()) {
      const row = { slug: `tag-${place}`, name, name_key: name.toLowerCase() };
      await trx.insertInto("tags").values(row).execute();
    }
    for (const [place, rows] of ready.entries()) await writeEssay(trx, house, rows, place);
    await writeAround(trx, site, ready);
    for (let row = 0; row < site.logRows; row += 1) {
      await appendLog(trx, house, {
        action: "removed",
        reason_class: "other",
        reason_text: `Reason „${row}“`,
        by: "Amber Finch",
        subject: `piece ${row}`,
      });
    }
  });
}

interface Rows {
  essay: Insertable<EssaysTable>;
  comments: Insertable<CommentsTable>[];
  addresses: { comment_id: string; addressed_id: string }[];
  versions: { html: string; markdown: string; open: 0 | 1 }[];
  random: RandomEssay;
}

async function rowsOf(house: House, random: RandomEssay, place: number): Promise<Rows> {
  const id = `essay${place}`;
  const isErased = random.state === "taken_back" || random.state === "missing";
  const comments: Insertable<CommentsTable>[] = [];
  const addresses: Rows["addresses"] = [];
  for (const one of random.comments) {
    const row = await commentOf(house, { essayId: id, before: comments, one });
    for (const other of one.addresses) {
      const addressed = comments[other % Math.max(1, comments.length)]?.id;
      const isThere = addresses.some(
        (known) => known.comment_id === row.id && known.addressed_id === addressed,
      );
      if (addressed !== undefined && isReadable(row.state) && !isThere) {
        addresses.push({ comment_id: row.id, addressed_id: addressed });
      }
    }
    comments.push(row);
  }
  const text = isErased ? "" : random.text;
  const works = isErased ? [] : random.works;
  const rendered = await render(house, id, text, works.length);
  const on = dayText(random.day);
  const essay = essayRow(id, {
    slug: isErased ? id : `slug-${place}`,
    title: isErased ? "" : random.title,
    state: random.state,
    lead: random.story ? "story" : "debate",
    experience: random.story || random.experience ? 1 : 0,
    debate: !random.story || random.debate ? 1 : 0,
    perspective_source: random.guess ? "guess" : "writer",
    standing: random.story && !isErased ? "lived" : null,
    markdown: text,
    html: rendered.html,
    first_lines: rendered.firstLines,
    words: rendered.words,
    reply_mode: random.story ? "support" : "open",
    indexing: random.guess ? 1 : 0,
    works_cited: JSON.stringify(works),
    published_on: on,
    ordered_at: momentOf(random),
    ...(isErased ? NOTHING_SAID : said(random, on)),
    source: isErased ? null : random.source,
    ...(random.guess && !isErased && { owner_mark: `mark of ${id}`, secret_id: "one" }),
  });
  const versions: Rows["versions"] = [];
  for (const open of isErased ? [] : random.versions) {
    const earlier = await render(house, id, "Earlier.", works.length);
    versions.push({ html: earlier.html, markdown: "Earlier.", open: open ? 1 : 0 });
  }
  return { essay: { ...essay, ...keptOf(essay, comments) }, comments, addresses, versions, random };
}

async function commentOf(
  house: House,
  {
    essayId,
    before,
    one,
  }: { essayId: string; before: readonly Insertable<CommentsTable>[]; one: RandomComment },
): Promise<Insertable<CommentsTable>> {
  // Ids that don't sort as they were written.
  const id = `${(before.length * 7) % 10}c${before.length}of${essayId}`;
  const parent = one.parent === null ? undefined : before[one.parent % Math.max(1, before.length)];
  const isGone = one.state === "taken_back" || one.state === "missing";
  const text = isGone ? "" : one.text;
  const { html } = await render(house, id, text);
  const on = dayText(one.day);
  return commentRow(id, essayId, {
    parent_id: parent?.id ?? null,
    root_id: parent?.root_id ?? id,
    depth: (parent?.depth ?? 0) + 1,
    state: one.state,
    origin: one.imported ? "imported" : "guest",
    old_number: one.imported ? before.length + 1 : null,
    experience: one.experience && !isGone ? 1 : 0,
    debate: one.debate && !isGone ? 1 : 0,
    perspective_source: one.guess ? "guess" : "writer",
    markdown: text,
    html,
    written_on: on,
    ordered_at: momentOf(one),
    ...(isGone ? NOTHING_SAID : said(one, on)),
  });
}

const NOTHING_SAID = {
  by_name: null,
  by_kind: null,
  note: null,
  standpoint: null,
  edited_on: null,
} as const;

function said(one: Pick<RandomComment, "name" | "note" | "standpoint" | "edited">, on: string) {
  return {
    by_name: one.name,
    by_kind: one.name === null ? null : ("thread_name" as const),
    note: one.note,
    standpoint: one.standpoint,
    edited_on: one.edited ? on : null,
  };
}

function momentOf({ day, moment }: { day: number; moment: number }): number {
  return FIRST_DAY + day * DAY_MS + moment * 7_200_000;
}

function dayText(day: number): string {
  return new Date(FIRST_DAY + day * DAY_MS).toISOString().slice(0, 10);
}

async function render(house: House, scope: string, markdown: string, works?: number) {
  const result = await house.renderer.render({
    markdown,
    scope,
    ...(works !== undefined && { works }),
  });
  if (!result.ok) throw new Error("A text of the test is refused.");
  return result.rendered;
}

/** Counts and activity, as comments/counts.ts keeps them. */
function keptOf(
  essay: Insertable<EssaysTable>,
  comments: readonly Insertable<CommentsTable>[],
): Partial<Insertable<EssaysTable>> {
  const count = (state: PieceState) => comments.filter((row) => row.state === state).length;
  const visible = comments.filter((row) => row.state === "visible");
  const newest = Math.max(0, ...visible.map((row) => row.ordered_at));
  const isByComment = newest > essay.ordered_at;
  const last = visible.find((row) => row.ordered_at === newest);
  return {
    active_at: isByComment ? newest : essay.ordered_at,
    active_on: isByComment && last ? last.written_on : essay.published_on,
    comments_visible: count("visible"),
    comments_waiting: count("waiting"),
    comments_folded: count("folded"),
    comments_removed: count("removed"),
    comments_taken_back: count("taken_back"),
    comments_missing: count("missing"),
  };
}

async function writeEssay(trx: Writer, house: House, rows: Rows, place: number): Promise<void> {
  const { essay, comments, addresses, versions, random } = rows;
  await trx.insertInto("essays").values(essay).execute();
  for (const row of comments) await trx.insertInto("comments").values(row).execute();
  const asked = {
    kind: "first_post",
    ordered_at: 0,
    asked_on: "2024-03-03",
    outcome: null,
  } as const;
  if (essay.state === "waiting") {
    const review = { id: `r${essay.id}`, comment_id: null, essay_id: essay.id, ...asked };
    await trx.insertInto("reviews").values(review).execute();
  }
  for (const { id } of comments.filter(({ state }) => state === "waiting")) {
    const review = { id: `r${id}`, comment_id: id, essay_id: null, ...asked };
    await trx.insertInto("reviews").values(review).execute();
  }
  for (const row of addresses) await trx.insertInto("comment_addresses").values(row).execute();
  for (const [index, { html, markdown, open }] of versions.entries()) {
    const version = { essay_id: essay.id, version: index + 1, title: "Earlier", html, markdown };
    const replaced_on = essay.published_on;
    await trx
      .insertInto("essay_versions")
      .values({ ...version, replaced_on, open })
      .execute();
  }
  if (essay.title === "") return;
  const slugs = random.tags.map((name) => `tag-${TAGS.indexOf(name)}`);
  await setTags(trx, { essayId: essay.id, slugs });
  for (const path of random.paths) {
    const old_path = path.startsWith("/?") ? `${path}${place}` : `${path}-${place}`;
    await trx.insertInto("redirects").values({ old_path, essay_id: essay.id }).execute();
  }
  for (let note = 0; note < random.notes; note += 1) {
    const noted_on = house.clock().toISOString().slice(0, 10);
    const from = { title: `Elsewhere ${note}`, url: `https://example.org/${note}`, noted_on };
    await trx
      .insertInto("source_notes")
      .values({ id: `${essay.id}n${note}`, essay_id: essay.id, ...from })
      .execute();
  }
}

/** Links to essays before, in one conversation all; and one series. */
async function writeAround(trx: Writer, site: RandomSite, ready: readonly Rows[]): Promise<void> {
  for (const [place, { essay, random }] of ready.entries()) {
    const to = random.answers === null ? undefined : ready[random.answers % Math.max(1, place)];
    if (place === 0 || !to || essay.title === "") continue;
    // What hangs together only by what isn't public falls apart outside.
    if (essay.state === "waiting" || to.essay.state === "waiting") continue;
    const comment = random.toComment ? to.comments[0]?.id : undefined;
    const relation = comment === undefined ? ("responds" as const) : ("grew_out_of" as const);
    const source = random.guess ? ("pingback" as const) : ("writer" as const);
    const ends = { from: essay.id, to: to.essay.id, toComment: comment ?? null };
    await linkEssays(trx, { ...ends, relation, source, on: "2024-03-03" });
  }
  const parts = ready.filter(({ essay, random }) => random.inSeries && essay.title !== "");
  if (site.logRows === 0 || parts.length === 0) return;
  const unowned = { owner_mark: null, take_back_mark: null, secret_id: null };
  const series = { id: "s", slug: "the-series", title: "The series: one", ...unowned };
  await trx.insertInto("series").values(series).execute();
  for (const [index, { essay }] of parts.entries()) {
    const part = { series_id: "s", essay_id: essay.id, position: 2 * index + 1 };
    await trx.insertInto("series_essays").values(part).execute();
  }
}

/** One site out of many, the same for the same seed, with as many essays as asked for. */
export function siteOf(seed: number, essays: number): RandomSite {
  const [found] = fc.sample(fc.array(essay, { minLength: essays, maxLength: essays }), {
    seed,
    numRuns: 1,
  });
  return { essays: found ?? [], logRows: 2 };
}
