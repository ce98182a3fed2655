import { linkEssays } from "#app/domain/essays/links.ts";
import type { Store } from "#db/connect.ts";
import { recordChanges } from "#db/queries/changes.ts";
import { insertReview } from "#db/queries/reviews.ts";
import { commentRow, seedComments, seedEssay, seedSeries, seedTags } from "./seed.ts";

/** Every kind of text that a piece may be made of. */
const RICH_HTML = `<h2 id="where">Where it began</h2>
<p dir="auto">It rained, and <em>nobody</em> had <strong>told me</strong> what the <a href="https://example.org/form" rel="noopener noreferrer nofollow ugc">form</a> was for.<sup><a href="#fn-1" id="fnref-1" class="footnote-ref" aria-label="Footnote 1">1</a></sup></p>
<blockquote><p dir="auto">You will be home by Sunday.</p></blockquote>
<h3 id="later">Later on</h3>
<ul><li dir="auto">a trolley</li><li dir="auto">a nurse who hummed</li></ul>
<pre><code>a line of code</code></pre>
<table><thead><tr><th>Year</th><th>Days</th></tr></thead><tbody><tr><td>2011</td><td>40</td></tr></tbody></table>
<hr>
<p dir="auto">The end of it.</p>`;

/**
 * A small house in which everything happens once: both leads, both at once, a note, a wish, a closed
 * essay, essays that answer each other, and comments in every state. Ids are plain words.
 */
export async function seedFullHouse(store: Store): Promise<void> {
  await seedEssay(store, {
    id: "story",
    title: "The kettle on the sill",
    html: RICH_HTML,
    first_lines: "It rained, and nobody had told me what the form was for.",
    works_cited: JSON.stringify(["A book about kettles. 2011."]),
    reply_mode: "support",
    standing: "lived",
    standpoint: "eleven years in and out of services",
    experience: 1,
    debate: 1,
    words: 3_000,
  });
  await seedEssay(store, {
    id: "change",
    lead: "debate",
    title: "What the law should say about kettles, and about those who ask for them by name",
    by_name: "Oak Ferry",
    by_kind: "imported",
    perspective_source: "guess",
    edited_on: "2026-03-04",
    indexing: 1,
  });
  await seedEssay(store, {
    id: "noted",
    title: "A night on the ward",
    note: "restraint, a death",
    owner_mark: "somebody's",
    secret_id: "the first",
    edited_on: "2026-03-03",
  });
  await seedEssay(store, { id: "folded", title: "Behind a fold", state: "folded", note: "a ward" });
  await seedEssay(store, {
    id: "unread",
    title: "Nobody has read this yet",
    state: "waiting",
    standpoint: "her brother",
    works_cited: JSON.stringify(["A book about keys. 2012."]),
  });
  await seedEssay(store, {
    id: "closed",
    title: "Enough was said",
    reply_mode: "closed",
    by_name: "Ada Fenwick",
    by_kind: "pen_name",
  });
  await seedEssay(store, { id: "gone", title: "No longer here", state: "removed" });
  await seedTags(store, [
    { essayId: "story", tags: ["kettles", "night shifts"] },
    { essayId: "change", tags: ["kettles"] },
    { essayId: "unread", tags: ["kettles"] },
  ]);
  await seedSeries(store, { slug: "kettles-in-order", essays: ["closed", "story", "noted"] });
  type Given = Omit<Parameters<typeof commentRow>[1], "id">;
  const by = (id: string, given: Given = {}) => commentRow("story", { ...given, id });
  const heron = by("heron", {
    by_name: "Quiet Heron",
    experience: 1,
    standing: "lived",
    html: RICH_HTML.replaceAll(/ id="[^"]*"/g, ""),
  });
  const tide = by("tide", {
    by_name: "Tidewater",
    debate: 1,
    parent: heron,
    edited_on: "2026-03-05",
  });
  const finch = by("finch", {
    by_name: "Amber Finch",
    parent: tide,
    experience: 1,
    debate: 1,
    standpoint: "a daughter",
  });
  const removed = by("removed", { parent: finch, state: "removed" });
  const under = by("under", { by_name: "Marsh Lantern", parent: removed });
  const taken = by("taken", { parent: heron, state: "taken_back" });
  const missing = by("missing", { state: "missing" });
  const below = by("below", {
    parent: missing,
    origin: "imported",
    by_kind: "imported",
    by_name: "A. Writer",
    perspective_source: "guess",
    experience: 1,
    old_number: 41,
  });
  const waiting = by("waiting", { state: "waiting" });
  const folded = by("folded", { state: "folded", by_name: "Slow River" });
  const secret = by("secret", { by_name: "Grey Lamp", note: "coming off, at night" });
  await seedComments(store, "story", [
    heron,
    tide,
    finch,
    removed,
    under,
    taken,
    missing,
    below,
    waiting,
    folded,
    secret,
  ]);
  await seedComments(store, "change", [commentRow("change", { id: "lonely", debate: 1 })]);
  const link = { to: "story", source: "writer", on: "2026-03-02" } as const;
  await store.write(async (trx) => {
    const answer = { ...link, from: "change", toComment: null };
    await linkEssays(trx, { ...answer, relation: "disagrees_in_part" });
    const grown = { ...link, from: "closed", toComment: "tide" };
    await linkEssays(trx, { ...grown, relation: "grew_out_of" });
    const asked = { kind: "first_post", asked_on: "2026-03-02", ordered_at: 1 } as const;
    await insertReview(trx, { ...asked, id: "unread-essay", essay_id: "unread" }).execute();
    await insertReview(trx, { ...asked, id: "unread-one", comment_id: "waiting" }).execute();
    await recordChanges(trx, ["fronts", "essay:story"]);
  });
}
