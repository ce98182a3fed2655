import type { NewComment, NewEssay } from "#db/queries/demo.ts";
import type { House } from "../house.ts";
import { dayOf } from "../house.ts";
import { escapedText } from "../rendering/escaped.ts";
import type { Rendered } from "../rendering/types.ts";
import type { Perspective } from "../threads/types.ts";
import { demoId } from "./demo-id.ts";
import type { DemoComment, DemoEmptyPlace, DemoEssay, DemoPlace } from "./types.ts";

const DAY_MS = 86_400_000;

/** One invented essay with its thread, rendered and ready to be written. */
export interface ReadyEssay {
  row: NewEssay;
  /** Parents before their replies. */
  comments: NewComment[];
  addresses: { comment_id: string; addressed_id: string }[];
  /** Names that stand in the thread, so that no visitor takes one of them. */
  names: string[];
}

/** The day so many days before today, and its first moment in ms. */
export function dayBefore(house: Pick<House, "clock">, days: number) {
  const at = (Math.floor(house.clock().getTime() / DAY_MS) - days) * DAY_MS;
  return { at, day: dayOf(new Date(at)) };
}

/** Renders an essay and all comments below it. */
export async function readyEssay(house: House, piece: DemoEssay): Promise<ReadyEssay> {
  const id = demoId(piece.slug);
  const works = piece.worksCited?.length ?? 0;
  const rendered = await render(house, { markdown: piece.text, scope: id, works });
  const comments = await readyComments(house, piece);
  const published = dayBefore(house, piece.daysAgo);
  const visible = comments.filter(({ state }) => state === "visible");
  const newest = visible.reduce((last, one) => Math.max(last, one.ordered_at), published.at);
  const row: NewEssay = {
    ...UNOWNED,
    id,
    slug: piece.slug,
    title: piece.title,
    state: "visible",
    lead: piece.lead,
    ...spoken(piece.perspectives),
    perspective_source: piece.byKind === "imported" ? "guess" : "writer",
    standing: piece.standing ?? null,
    markdown: piece.text,
    html: rendered.html,
    renderer_version: rendered.version,
    first_lines: rendered.firstLines,
    words: rendered.words,
    note: piece.note ?? null,
    reply_mode: piece.replyMode ?? "open",
    indexing: 0,
    standpoint: piece.standpoint ?? null,
    works_cited: JSON.stringify(piece.worksCited ?? []),
    original_author: piece.republished?.originalAuthor ?? null,
    source: piece.republished?.source ?? null,
    licence: piece.republished?.licence ?? null,
    demo: 1,
    conversation_id: null,
    by_name: piece.by,
    by_kind: piece.byKind,
    published_on: published.day,
    edited_on: null,
    ordered_at: published.at,
    active_at: newest,
    active_on: dayOf(new Date(newest)),
    comments_visible: visible.length,
    comments_waiting: 0,
    comments_folded: 0,
    comments_removed: countOf(comments, "removed"),
    comments_taken_back: countOf(comments, "taken_back"),
    comments_missing: countOf(comments, "missing"),
  };
  const names = piece.comments.flatMap((place) => ("by" in place ? [place.by] : []));
  return {
    row,
    comments,
    addresses: addressesOf(piece),
    names: [...new Set([piece.by, ...names])],
  };
}

const UNOWNED = {
  state_before: null,
  owner_mark: null,
  take_back_mark: null,
  secret_id: null,
  attempt_mark: null,
  erase_at: null,
} as const;

function spoken(perspectives: readonly Perspective[]) {
  const carries = (one: Perspective) => (perspectives.includes(one) ? 1 : 0);
  return { experience: carries("experience"), debate: carries("debate") } as const;
}

function countOf(comments: readonly NewComment[], state: NewComment["state"]): number {
  return comments.filter((comment) => comment.state === state).length;
}

async function readyComments(house: House, piece: DemoEssay): Promise<NewComment[]> {
  const depths = new Map<string, number>();
  const roots = new Map<string, string>();
  const places = piece.comments.map((place, index) => {
    const { key, to } = place;
    depths.set(key, to === undefined ? 1 : (depths.get(to) ?? 0) + 1);
    roots.set(key, to === undefined ? key : (roots.get(to) ?? key));
    const written = dayBefore(house, piece.daysAgo - place.day);
    const imported = piece.byKind === "imported";
    return {
      ...UNOWNED,
      id: demoId(piece.slug, key),
      essay_id: demoId(piece.slug),
      parent_id: to === undefined ? null : demoId(piece.slug, to),
      root_id: demoId(piece.slug, roots.get(key) ?? key),
      depth: depths.get(key) ?? 1,
      origin: imported ? ("imported" as const) : ("guest" as const),
      written_on: written.day,
      ordered_at: written.at + index + 1,
      perspective_source: imported ? ("guess" as const) : ("writer" as const),
      edited_on: null,
      old_number: null,
    };
  });
  return Promise.all(
    piece.comments.map(async (place, index) => {
      const standing = places[index];
      if (!standing) throw new Error(`${piece.slug} has lost a comment`);
      const words = "empty" in place ? noWords(place) : await wordsOf(house, piece, place);
      return { ...standing, ...words };
    }),
  );
}

async function wordsOf(house: House, piece: DemoEssay, comment: DemoComment) {
  const { text: markdown } = comment;
  const rendered = await render(house, { markdown, scope: demoId(piece.slug, comment.key) });
  return {
    state: "visible" as const,
    ...spoken(comment.perspectives),
    standing: comment.standing ?? null,
    markdown,
    html: rendered.html,
    renderer_version: rendered.version,
    note: comment.note ?? null,
    standpoint: comment.standpoint ?? null,
    by_name: comment.by,
    by_kind: kindOf(piece, comment),
  };
}

/** Whoever wrote the essay has the same kind of name below it. */
function kindOf(piece: DemoEssay, { by, byKind }: DemoComment): DemoEssay["byKind"] {
  if (by === piece.by) return piece.byKind;
  return byKind ?? (piece.byKind === "imported" ? "imported" : "thread_name");
}

function noWords({ empty }: DemoEmptyPlace) {
  return {
    state: empty,
    ...spoken([]),
    standing: null,
    markdown: "",
    html: "",
    renderer_version: 0,
    note: null,
    standpoint: null,
    by_name: null,
    by_kind: null,
  };
}

function addressesOf(piece: DemoEssay) {
  return piece.comments.flatMap((place: DemoPlace) =>
    (place.also ?? []).map((key) => ({
      comment_id: demoId(piece.slug, place.key),
      addressed_id: demoId(piece.slug, key),
    })),
  );
}

async function render(
  house: House,
  request: { markdown: string; scope: string; works?: number },
): Promise<Rendered> {
  const result = await house.renderer.render(request);
  return result.ok ? result.rendered : escapedText(request.markdown);
}
