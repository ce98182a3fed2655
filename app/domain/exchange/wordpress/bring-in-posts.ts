import { words } from "#app/words/words.ts";
import type { Writer } from "#db/connect.ts";
import { recordChanges } from "#db/queries/changes.ts";
import {
  essaysAmong,
  essayWithSlug,
  importedItems,
  insertImportedEssay,
  insertImportedItems,
  insertOperatorDraft,
  insertRedirects,
} from "#db/queries/imports.ts";
import { setTags } from "#db/queries/listings.ts";
import { clearDemo } from "../../demo/clear.ts";
import { freeSlug } from "../../essays/slug.ts";
import { tagKey, tagSlugs } from "../../essays/tags.ts";
import type { House } from "../../house.ts";
import { cleanName, NAME_LIMIT } from "../../identity/names.ts";
import { newId } from "../../ids.ts";
import { guessLead } from "../../perspectives/guess-lead.ts";
import type { Rendered } from "../../rendering/types.ts";
import { oneLine, shortened } from "./plain-text.ts";
import type { PlannedPost } from "./plan-import.ts";
import { readWxr } from "./read-wxr.ts";
import { renderImported } from "./render-imported.ts";
import { changesOf, dayText, type ImportRun, inParts, severalAtOnce } from "./run.ts";
import { isMailbox } from "./sort-items.ts";
import type { WxrItem } from "./wxr-types.ts";

const BATCH = 10;
const AT_ONCE = 4;
const TITLE_LIMIT = 200;
const TAG_LIMIT = 60;

interface ReadyPost {
  id: string;
  item: WxrItem;
  post: PlannedPost;
  title: string;
  markdown: string;
  rendered: Rendered | null;
}

/** The second reading: posts become essays or the operator's drafts, ten in a transaction. */
export async function bringInPosts(house: House, run: ImportRun): Promise<void> {
  await findEssaysHere(house, run);
  const here = new Set<number>();
  for (const kind of ["essay", "draft"] as const) {
    for (const id of (await postsHere(house, run, kind)).keys()) here.add(id);
  }
  let batch: { item: WxrItem; post: PlannedPost }[] = [];
  const { onBytes } = run;
  for await (const event of readWxr(run.plan.path, { onBytes })) {
    if (event.kind !== "item") continue;
    const post = run.plan.posts.get(event.item.ordinal);
    if (!post) continue;
    if (here.has(post.id)) run.skipped.add("already here", event.item.line);
    else batch.push({ item: event.item, post });
    if (batch.length === BATCH) {
      await writeBatch(house, run, batch);
      batch = [];
    }
  }
  await writeBatch(house, run, batch);
}

async function postsHere(house: House, run: ImportRun, kind: "essay" | "draft") {
  const here = new Map<number, string>();
  const ids = [...run.plan.posts.values()].map((post) => String(post.id));
  for (const foreignIds of inParts(ids, 500)) {
    const ask = { source: run.plan.source, kinds: [kind], foreignIds };
    for (const row of await importedItems(house.store.read, ask).execute()) {
      here.set(Number(row.foreign_id), row.local_id);
    }
  }
  return here;
}

async function findEssaysHere(house: House, run: ImportRun): Promise<void> {
  const items = [...(await postsHere(house, run, "essay"))];
  for (const part of inParts(items, 500)) {
    const ids = part.map(([, id]) => id);
    const still = new Set(
      (await essaysAmong(house.store.read, { ids }).execute()).map((e) => e.id),
    );
    for (const [foreign, id] of part) if (still.has(id)) run.essayIds.set(foreign, id);
  }
}

async function writeBatch(
  house: House,
  run: ImportRun,
  batch: readonly { item: WxrItem; post: PlannedPost }[],
): Promise<void> {
  if (batch.length === 0) return;
  const ready = await severalAtOnce(batch, AT_ONCE, (entry) => prepare(house, run, entry));
  const { redirects, cleared } = await house.store.write(async (trx) => {
    const cleared = await clearDemo(trx);
    let redirects = 0;
    for (const post of ready) redirects += await writePost(trx, run, post, dayText(todayOf(house)));
    await recordChanges(trx, changesOf(ready.flatMap((post) => (post.rendered ? [post.id] : []))));
    return { redirects, cleared };
  });
  run.redirects += redirects;
  for (const post of ready) {
    if (!post.rendered) run.drafts += 1;
    else {
      run.essays += 1;
      run.essayIds.set(post.post.id, post.id);
    }
  }
  house.changed([
    ...changesOf(ready.flatMap((post) => (post.rendered ? [post.id] : []))),
    ...cleared,
  ]);
}

function todayOf(house: House): number {
  return Math.floor(house.clock().getTime() / 86_400_000);
}

async function prepare(
  house: House,
  run: ImportRun,
  { item, post }: { item: WxrItem; post: PlannedPost },
): Promise<ReadyPost> {
  const id = newId();
  const title = shortened(oneLine(item.title), TITLE_LIMIT) || words().importing.untitled;
  const { content, footnotes, line } = item;
  const markdown = run.convert({ content, footnotes, piece: "essay" }, line);
  if (post.as !== "essay") return { id, item, post, title, markdown, rendered: null };
  const { rendered, plain } = await renderImported(house, { markdown, scope: id });
  if (plain) run.noted.add("kept as plain text", line);
  return { id, item, post, title, markdown, rendered };
}

/** Returns how many old addresses lead to it now. */
async function writePost(
  trx: Writer,
  run: ImportRun,
  ready: ReadyPost,
  today: string,
): Promise<number> {
  const { id, item, post, title, markdown, rendered } = ready;
  const { source } = run.plan;
  const kind = rendered ? "essay" : "draft";
  const items = [{ kind, foreign_id: String(post.id), local_id: id } as const];
  await insertImportedItems(trx, { source, items }).execute();
  if (!rendered) {
    const reason = post.as === "essay" ? "draft" : post.as;
    const written_on = item.day ?? today;
    await insertOperatorDraft(trx, { id, title, markdown, reason, written_on }).execute();
    return 0;
  }
  await insertImportedEssay(trx, await essayRow(trx, run, ready, rendered)).execute();
  await tag(trx, id, item.labels);
  if (post.paths.length === 0) return 0;
  return (await insertRedirects(trx, { essayId: id, paths: post.paths }).execute()).length;
}

async function essayRow(trx: Writer, run: ImportRun, ready: ReadyPost, rendered: Rendered) {
  const { id, item, post, title, markdown } = ready;
  const guess = guessLead({ text: markdown, labels: item.labels.map(oneLine) });
  const slug = await freeSlug(decoded(item.postName) || title, async (asked) => {
    return (await essayWithSlug(trx, { slug: asked }).executeTakeFirst()) !== undefined;
  });
  const name = authorName(run, item.creator);
  const day = dayText(post.day);
  return {
    id,
    slug,
    title,
    state: "visible" as const,
    state_before: null,
    lead: guess.lead,
    experience: guess.experience ? (1 as const) : (0 as const),
    debate: guess.debate ? (1 as const) : (0 as const),
    perspective_source: "guess" as const,
    standing: null,
    markdown,
    html: rendered.html,
    renderer_version: rendered.version,
    first_lines: rendered.firstLines,
    words: rendered.words,
    note: null,
    reply_mode: item.commentsClosed ? ("closed" as const) : ("open" as const),
    indexing: guess.lead === "debate" ? (1 as const) : (0 as const),
    standpoint: null,
    works_cited: "[]",
    by_name: name,
    by_kind: name === null ? null : ("imported" as const),
    published_on: day,
    edited_on: null,
    ordered_at: post.orderedAt,
    active_at: post.orderedAt,
    active_on: day,
    owner_mark: null,
    take_back_mark: null,
    secret_id: null,
    attempt_mark: null,
    erase_at: null,
  };
}

/** The public name where the export has one; else the login name, as the blog's addresses show it. */
function authorName(run: ImportRun, creator: string): string | null {
  const name = cleanName(oneLine(run.plan.authors.get(creator) ?? creator));
  if (isMailbox(name)) return words().importing.nobodyNamed;
  return shortened(name, NAME_LIMIT) || null;
}

function decoded(postName: string): string {
  try {
    return decodeURIComponent(postName);
  } catch {
    return postName;
  }
}

const NO_LABELS = new Set(["uncategorized", "uncategorised"]);

/** Categories and tags become tags; the same name in other letters is the same tag. */
async function tag(trx: Writer, essayId: string, labels: readonly string[]): Promise<void> {
  const names = labels.map((label) => shortened(oneLine(label), TAG_LIMIT));
  const kept = names.filter((name) => !NO_LABELS.has(tagKey(name)));
  await setTags(trx, { essayId, slugs: await tagSlugs(trx, kept) });
}
