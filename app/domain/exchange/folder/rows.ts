/** Pieces of a folder as rows of the store: owned by nobody, since who wrote what is in no export. */
import { randomBytes } from "node:crypto";
import type { Bit } from "#db/schema.ts";
import type { Rendered } from "../../rendering/types.ts";
import type { PlannedEssay } from "./plan-folder.ts";
import type { CommentFields, EssayFields, PlaceFields } from "./shapes.ts";

const UNOWNED = {
  state_before: null,
  owner_mark: null,
  take_back_mark: null,
  secret_id: null,
  attempt_mark: null,
  erase_at: null,
} as const;

function bit(is: boolean): Bit {
  return is ? 1 : 0;
}

function perspectivesOf({ perspectives }: { perspectives: readonly string[] }) {
  return {
    experience: bit(perspectives.includes("experience")),
    debate: bit(perspectives.includes("debate")),
  };
}

/**
 * A mark that no key has: the piece was written by somebody with a key, and keys are in no export. So
 * its page goes on offering what a lost key leaves, and nobody else can own it.
 */
function markOfNobody(): string {
  return randomBytes(32).toString("base64url");
}

/** @param rendered null: it can't be read, and only its empty place is kept */
export function essayRow({
  essay,
  fields,
  body,
  rendered,
  secretId,
}: {
  essay: PlannedEssay;
  fields: EssayFields;
  body: string;
  rendered: Rendered | null;
  /** The secret that marks are made with now. */
  secretId: string;
}) {
  const { id, orderedAt, activeAt, activeOn } = essay;
  return {
    ...UNOWNED,
    ...(fields.keyed && { owner_mark: markOfNobody(), secret_id: secretId }),
    id,
    slug: fields.slug,
    state: fields.state,
    lead: fields.lead,
    ...perspectivesOf(fields),
    perspective_source: fields.perspective_source,
    reply_mode: fields.reply_mode,
    indexing: bit(fields.indexing),
    published_on: fields.published_on,
    demo: bit(fields.invented),
    ordered_at: orderedAt,
    active_at: activeAt,
    active_on: new Date(activeOn).toISOString().slice(0, 10),
    ...(rendered
      ? {
          title: fields.title,
          by_name: fields.by,
          by_kind: fields.by_kind,
          standpoint: fields.standpoint,
          standing: fields.standing,
          note: fields.note,
          edited_on: fields.edited_on,
          works_cited: JSON.stringify(fields.works_cited),
          original_author: fields.original_author,
          source: fields.source,
          licence: fields.licence,
          markdown: body,
          html: rendered.html,
          renderer_version: rendered.version,
          first_lines: rendered.firstLines,
          words: rendered.words,
        }
      : NO_ESSAY_WORDS),
  };
}

const NO_ESSAY_WORDS = {
  title: "",
  by_name: null,
  by_kind: null,
  standpoint: null,
  standing: null,
  note: null,
  edited_on: null,
  works_cited: "[]",
  original_author: null,
  source: null,
  licence: null,
  markdown: "",
  html: "",
  renderer_version: 0,
  first_lines: "",
  words: 0,
} as const;

/** @param said null: it can't be read, and only its empty place is kept */
export function commentRow(
  place: PlaceFields,
  where: { essayId: string; depth: number; rootId: string; orderedAt: number },
  said: { fields: CommentFields; body: string; rendered: Rendered } | null,
) {
  const member = said?.fields.by_kind === "pen_name";
  return {
    ...UNOWNED,
    id: place.id,
    essay_id: where.essayId,
    parent_id: place.parent,
    root_id: where.rootId,
    depth: where.depth,
    state: place.state,
    origin: place.imported
      ? ("imported" as const)
      : member
        ? ("member" as const)
        : ("guest" as const),
    perspective_source: place.perspective_source,
    written_on: place.written_on,
    ordered_at: where.orderedAt,
    old_number: place.old_number,
    ...(said
      ? {
          ...perspectivesOf(said.fields),
          standing: said.fields.standing,
          note: said.fields.note,
          standpoint: said.fields.standpoint,
          by_name: said.fields.by,
          by_kind: said.fields.by_kind,
          edited_on: said.fields.edited_on,
          markdown: said.body,
          html: said.rendered.html,
          renderer_version: said.rendered.version,
        }
      : NO_COMMENT_WORDS),
  };
}

const NO_COMMENT_WORDS = {
  experience: 0,
  debate: 0,
  standing: null,
  note: null,
  standpoint: null,
  by_name: null,
  by_kind: null,
  edited_on: null,
  markdown: "",
  html: "",
  renderer_version: 0,
} as const;
