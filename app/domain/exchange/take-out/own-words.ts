import {
  addressesOf,
  answeredBy,
  commentVersionsOf,
  essayVersionsOf,
  ownCommentsWhole,
  ownEssaysWhole,
  tagNamesOf,
} from "#db/queries/own-pieces.ts";
import type { House } from "../../house.ts";
import { listDrafts } from "../../identity/drafts.ts";
import type { DraftFields } from "../../identity/types.ts";
import { listScheduled } from "../../later/draft-again.ts";
import { inBatches, type ThreadBatch, threadsOfKeys } from "../../leaving/own-threads.ts";
import type { Perspective } from "../../threads/types.ts";
import type { CommentOut, DraftOut, EssayOut, OwnVersion } from "./shapes.ts";

export interface OwnWords {
  essays: EssayOut[];
  comments: CommentOut[];
  drafts: DraftOut[];
}

/** Everything that these keys own, whatever its state, with what is kept of earlier words. */
export async function ownWords(house: House, keys: readonly string[]): Promise<OwnWords> {
  const threads = await threadsOfKeys(house.store.read, house.secrets, keys);
  const words: OwnWords = { essays: [], comments: [], drafts: [] };
  for (const batch of inBatches(house.secrets, threads)) {
    words.essays.push(...(await essaysIn(house, batch)));
    words.comments.push(...(await commentsIn(house, batch)));
  }
  words.essays.sort((a, b) => (a.published_on < b.published_on ? -1 : 1));
  words.comments.sort((a, b) => (a.written_on < b.written_on ? -1 : 1));
  for (const key of keys) {
    for (const draft of await listDrafts(house, { key })) {
      const { slug: answers, savedOn: saved_on } = draft;
      const fields = typedFields(draft.fields);
      words.drafts.push({ answers, state: "draft", saved_on, fields });
    }
    for (const { slug: answers, fields } of await listScheduled(house, { key })) {
      const said = { answers, state: "later", saved_on: null } as const;
      words.drafts.push({ ...said, fields: typedFields(fields) });
    }
  }
  return words;
}

async function essaysIn({ store }: House, batch: ThreadBatch): Promise<EssayOut[]> {
  const rows = await ownEssaysWhole(store.read, batch).execute();
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const [versions, tags, links] = await Promise.all([
    essayVersionsOf(store.read, { ids }).execute(),
    tagNamesOf(store.read, { ids }).execute(),
    answeredBy(store.read, { ids }).execute(),
  ]);
  const earlier = grouped(versions, ({ essay_id }) => essay_id);
  const tagsOf = grouped(tags, ({ essay_id }) => essay_id);
  const linksOf = grouped(links, ({ from_essay_id }) => from_essay_id);
  return rows.map((row) => ({
    slug: row.slug,
    title: row.title,
    by: row.by_name,
    state: row.state,
    lead: row.lead,
    perspectives: perspectivesOf(row),
    standing: row.standing,
    standpoint: row.standpoint,
    note: row.note,
    published_on: row.published_on,
    edited_on: row.edited_on,
    reply_mode: row.reply_mode,
    indexing: row.indexing === 1,
    tags: (tagsOf.get(row.id) ?? []).map(({ name }) => name),
    // Written by us, as JSON.
    works_cited: JSON.parse(row.works_cited) as string[],
    series:
      row.series_title === null || row.series_position === null
        ? null
        : { title: row.series_title, part: row.series_position },
    responds_to: (linksOf.get(row.id) ?? []).map(({ slug, relation }) => ({ slug, relation })),
    original_author: row.original_author,
    source: row.source,
    licence: row.licence,
    markdown: row.markdown,
    earlier: (earlier.get(row.id) ?? []).map(
      ({ version, title, replaced_on, open, markdown }): OwnVersion => {
        return { version, title, replaced_on, open: open === 1, markdown };
      },
    ),
  }));
}

async function commentsIn({ store }: House, batch: ThreadBatch): Promise<CommentOut[]> {
  const rows = await ownCommentsWhole(store.read, batch).execute();
  const all: CommentOut[] = [];
  for (let at = 0; at < rows.length; at += AT_ONCE) {
    const some = rows.slice(at, at + AT_ONCE);
    const ids = some.map(({ id }) => id);
    const [versions, addresses] = await Promise.all([
      commentVersionsOf(store.read, { ids }).execute(),
      addressesOf(store.read, { ids }).execute(),
    ]);
    const earlier = grouped(versions, ({ comment_id }) => comment_id);
    const addressed = grouped(addresses, ({ comment_id }) => comment_id);
    for (const row of some) {
      // A title, and the slug that tells it, leave with an essay that is another's.
      const isShown = row.essay_state === "visible" || batch.keyOf.has(row.essay_mark ?? "");
      all.push({
        id: row.id,
        essay: isShown ? { slug: row.slug, title: row.title } : null,
        parent: row.parent_id,
        addresses: (addressed.get(row.id) ?? []).map(({ addressed_id: id }) => id),
        by: row.by_name,
        state: row.state,
        perspectives: perspectivesOf(row),
        standing: row.standing,
        standpoint: row.standpoint,
        note: row.note,
        written_on: row.written_on,
        edited_on: row.edited_on,
        markdown: row.markdown,
        earlier: (earlier.get(row.id) ?? []).map(({ version, replaced_on, markdown }) => {
          return { version, replaced_on, markdown };
        }),
      });
    }
  }
  return all;
}

/** How many comments one question is about. */
const AT_ONCE = 400;

/** What was typed into a form, and not what the form needs to be sent. */
function typedFields(fields: DraftFields): DraftFields {
  const ours = ["nonce", "key", "as", "intent", "leave_empty", "attempt", "draft"];
  const typed = Object.entries(fields).filter(([name, value]) => {
    return !ours.includes(name) && value.length > 0;
  });
  return Object.fromEntries(typed);
}

function perspectivesOf(row: { experience: 0 | 1; debate: 0 | 1 }): Perspective[] {
  return [
    ...(row.experience === 1 ? (["experience"] as const) : []),
    ...(row.debate === 1 ? (["debate"] as const) : []),
  ];
}

function grouped<Row>(rows: readonly Row[], of: (row: Row) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(of(row));
    if (group) group.push(row);
    else groups.set(of(row), [row]);
  }
  return groups;
}
