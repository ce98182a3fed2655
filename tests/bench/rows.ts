/** The rows of the house that is measured, drawn by lot and the same every time. */
import type { Selectable } from "kysely";
import { RENDERER_VERSION } from "#app/domain/rendering/types.ts";
import type { CommentsTable, EssaysTable, ThreadNamesTable } from "#db/schema.ts";
import type { Lot } from "./random.ts";
import type { Writer } from "./text.ts";

export type EssayRow = Selectable<EssaysTable>;
export type CommentRow = Selectable<CommentsTable>;
export type NameRow = Selectable<ThreadNamesTable>;

export interface ThreadShape {
  slug: string;
  comments: number;
  /** Of all comments together. */
  words: number;
}

export interface ThreadRows {
  essay: EssayRow;
  comments: CommentRow[];
  names: NameRow[];
}

const DAY_MS = 86_400_000;
const BEGAN = Date.parse("2023-01-01T00:00:00Z");
const DAYS = 1_000;
const ID = "abcdefghijkmnpqrstuvwxyz23456789";
const MARK = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/** One essay with its thread: a tree in which most answers go to what was said lately. */
export function threadRows(lot: Lot, writer: Writer, shape: ThreadShape): ThreadRows {
  const began = BEGAN + lot.between(0, DAYS) * DAY_MS;
  const essay = essayRow(lot, writer, { slug: shape.slug, began });
  const names = namesOf(lot, writer, { essayId: essay.id, count: 2 + shape.comments / 5 });
  const comments: CommentRow[] = [];
  const lengths = wordsOfEach(lot, shape);
  for (const [place, words] of lengths.entries()) {
    const parent = lot.chance(0.25) ? undefined : comments[parentPlace(lot, comments.length)];
    const orderedAt = began + Math.floor(((place + 1) * 60 * DAY_MS) / (shape.comments + 1));
    comments.push(
      commentRow(lot, writer, { essay, parent, by: lot.of(names), words, orderedAt, place }),
    );
  }
  const shown = comments.filter(({ state }) => state === "visible");
  essay.comments_visible = shown.length;
  essay.comments_removed = comments.length - shown.length;
  essay.active_at = shown.at(-1)?.ordered_at ?? began;
  essay.active_on = dayOf(essay.active_at);
  return { essay, comments, names };
}

function parentPlace(lot: Lot, count: number): number {
  return Math.max(0, count - 1 - Math.floor(lot.number() ** 2 * Math.min(count, 40)));
}

/** Some say three words and some three hundred; together they are as many as was asked for. */
function wordsOfEach(lot: Lot, { comments, words }: ThreadShape): number[] {
  const weights = Array.from({ length: comments }, () => 0.15 + -Math.log(1 - lot.number() * 0.97));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const lengths = weights.map((weight) => Math.max(3, Math.floor((weight / sum) * words)));
  const over = lengths.reduce((total, length) => total + length, 0) - words;
  const longest = lengths.indexOf(Math.max(...lengths));
  lengths[longest] = Math.max(3, (lengths[longest] ?? 3) - over);
  return lengths;
}

function essayRow(
  lot: Lot,
  writer: Writer,
  { slug, began }: { slug: string; began: number },
): EssayRow {
  const { markdown, html, words } = writer.prose(lot.between(900, 1_600));
  const lead = lot.of(["story", "debate"] as const);
  const both = lot.chance(0.2);
  return {
    id: lot.letters(ID, 12),
    slug,
    title: writer.title(),
    state: "visible",
    state_before: null,
    lead,
    experience: lead === "story" || both ? 1 : 0,
    debate: lead === "debate" || both ? 1 : 0,
    perspective_source: "writer",
    standing: lead === "story" ? lot.of(["lived", "beside", "worked", null] as const) : null,
    markdown,
    html,
    renderer_version: RENDERER_VERSION,
    first_lines: markdown.replace(/\s+/g, " ").slice(0, 280),
    words,
    note: lot.chance(0.1) ? writer.title() : null,
    reply_mode: "open",
    indexing: 0,
    standpoint: lot.chance(0.3) ? writer.title() : null,
    works_cited: "[]",
    original_author: null,
    source: null,
    licence: null,
    demo: 0,
    conversation_id: null,
    by_name: writer.name(),
    by_kind: "thread_name",
    owner_mark: lot.letters(MARK, 43),
    take_back_mark: lot.letters(MARK, 43),
    secret_id: "seed",
    published_on: dayOf(began),
    edited_on: null,
    ordered_at: began,
    active_at: began,
    active_on: dayOf(began),
    revision: 1,
    attempt_mark: lot.letters(MARK, 43),
    erase_at: null,
    comments_visible: 0,
    comments_waiting: 0,
    comments_folded: 0,
    comments_removed: 0,
    comments_taken_back: 0,
    comments_missing: 0,
  };
}

interface Said {
  essay: EssayRow;
  parent: CommentRow | undefined;
  by: NameRow;
  words: number;
  orderedAt: number;
  place: number;
}

function commentRow(lot: Lot, writer: Writer, said: Said): CommentRow {
  const { essay, parent, by, orderedAt } = said;
  const id = lot.letters(ID, 12);
  const { markdown, html } = writer.prose(said.words);
  const experience = lot.chance(0.4) ? 1 : 0;
  return {
    id,
    essay_id: essay.id,
    parent_id: parent?.id ?? null,
    root_id: parent?.root_id ?? id,
    depth: (parent?.depth ?? 0) + 1,
    // One in fifty was removed, and never one of those that are measured first.
    state: said.place > 74 && lot.chance(0.02) ? "removed" : "visible",
    state_before: null,
    origin: "guest",
    experience,
    debate: lot.chance(0.4) ? 1 : 0,
    perspective_source: "writer",
    standing: experience === 1 && lot.chance(0.5) ? "lived" : null,
    note: lot.chance(0.03) ? writer.title() : null,
    standpoint: lot.chance(0.1) ? writer.title() : null,
    markdown,
    html,
    renderer_version: RENDERER_VERSION,
    by_name: by.name,
    by_kind: "thread_name",
    owner_mark: by.owner_mark,
    take_back_mark: lot.letters(MARK, 43),
    secret_id: "seed",
    written_on: dayOf(orderedAt),
    edited_on: null,
    ordered_at: orderedAt,
    revision: 1,
    attempt_mark: lot.letters(MARK, 43),
    erase_at: null,
    old_number: null,
  };
}

function namesOf(
  lot: Lot,
  writer: Writer,
  { essayId, count }: { essayId: string; count: number },
): NameRow[] {
  const names = new Map<string, NameRow>();
  while (names.size < count) {
    const name = writer.name();
    names.set(name.toLowerCase(), {
      essay_id: essayId,
      name_key: name.toLowerCase(),
      name,
      owner_mark: lot.letters(MARK, 43),
      secret_id: "seed",
      key_written_down: 1,
      paused_until: null,
    });
  }
  return [...names.values()];
}

function dayOf(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}
