/** What each file of an export may say; limits as in the forms, and for what an old blog brought. */
import { z } from "zod";
import { cleanLine, lengthOf } from "../../clean-text.ts";
import { tagKey } from "../../essays/tags.ts";
import { normaliseOldPath } from "../wordpress/redirects.ts";
import { fileFault } from "./faults.ts";
import type { Matter } from "./front-matter.ts";
import { FORMAT, type Inside, isPieceId } from "./layout.ts";

/** Titles and names of an old blog are counted as people count, not in code points. */
const LONGER = 4;
const TITLE = 200 * LONGER;
const NAME = 40 * LONGER;
const TAG = 60 * LONGER;
const LINE = 120;
const CREDIT = 200;
const SOURCE = 500;
const WORK = 1_000;
const WORKS = 200;
const ESSAY_TAGS = 500;
const OTHERS = 10;
const MOST_VERSIONS = 999_999;
const URL_LENGTH = 2_000;
const LOG_ENTRY = 20_000;

const line = (limit: number) =>
  z.string().refine((text) => cleanLine(text) === text && lengthOf(text) <= limit);
const lineOrNone = (limit: number) => line(limit).nullable().default(null);
const id = z.string().refine(isPieceId);
const idOrNone = id.nullable().default(null);
const flag = z.boolean().default(false);
const count = z.int().min(0);
const slug = z
  .string()
  .refine((text) => /^[\p{L}\p{N}][\p{L}\p{M}\p{N}-]*$/u.test(text) && lengthOf(text) <= 100);
const day = z.string().refine(isDay);
const hash = z.string().regex(/^[0-9a-f]{64}$/);
const perspectives = z
  .array(z.enum(["experience", "debate"]))
  .max(2)
  .refine(isDistinct)
  .default([]);
const state = z.enum(["visible", "waiting", "folded", "removed", "taken_back", "missing"]);
const perspectiveSource = z.enum(["writer", "guess"]);
const standing = z.enum(["lived", "beside", "worked"]).nullable().default(null);
const kind = z.enum(["pen_name", "thread_name", "imported"]).nullable().default(null);

/** A day that there was, `YYYY-MM-DD`. */
function isDay(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const at = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
}

function isDistinct(list: readonly unknown[]): boolean {
  return new Set(list).size === list.length;
}

function isWebAddress(text: string): boolean {
  return /^https?:\/\/[^\s\p{C}]+$/iu.test(text) && URL.canParse(text);
}

/** Where one stood is said only beside what one lived. */
function isStandingFit(piece: { standing: string | null; perspectives: readonly string[] }) {
  return piece.standing === null || piece.perspectives.includes("experience");
}

function isNamedWhole({ by, by_kind }: { by: string | null; by_kind: string | null }): boolean {
  return (by === null) === (by_kind === null);
}

const byShape = { by: lineOrNone(NAME), by_kind: kind };

export const essayShape = z
  .strictObject({
    slug,
    title: line(TITLE).default(""),
    ...byShape,
    standpoint: lineOrNone(LINE),
    lead: z.enum(["story", "debate"]),
    perspectives,
    perspective_source: perspectiveSource,
    standing,
    note: lineOrNone(LINE),
    reply_mode: z.enum(["open", "support", "closed"]),
    indexing: flag,
    published_on: day,
    edited_on: day.nullable().default(null),
    state: state.exclude(["waiting"]),
    tags: z.array(line(TAG)).max(ESSAY_TAGS).refine(isDistinct).default([]),
    works_cited: z.array(line(WORK)).max(WORKS).default([]),
    original_author: lineOrNone(CREDIT),
    source: lineOrNone(SOURCE),
    licence: lineOrNone(CREDIT),
    invented: flag,
    /** Was a key given out for it? Then its page offers to edit and take back. */
    keyed: flag,
    /** Numbers of the earlier versions that are open. */
    versions: z.array(z.int().min(1).max(MOST_VERSIONS)).refine(isDistinct).default([]),
  })
  .refine(({ lead, perspectives: of }) => of.includes(lead === "story" ? "experience" : "debate"), {
    path: ["perspectives"],
  })
  .refine(({ lead, reply_mode }) => reply_mode !== "support" || lead === "story", {
    path: ["reply_mode"],
  })
  .refine(isStandingFit, { path: ["standing"] })
  .refine(isNamedWhole, { path: ["by_kind"] });

export const commentShape = z
  .strictObject({
    ...byShape,
    standpoint: lineOrNone(LINE),
    perspectives,
    standing,
    note: lineOrNone(LINE),
    written_on: day,
    edited_on: day.nullable().default(null),
    addresses: z.array(id).max(OTHERS).refine(isDistinct).default([]),
  })
  .refine(isStandingFit, { path: ["standing"] })
  .refine(isNamedWhole, { path: ["by_kind"] });

export const versionShape = z.strictObject({ title: line(TITLE), replaced_on: day });

const placeShape = z.strictObject({
  id,
  parent: idOrNone,
  state,
  written_on: day,
  perspective_source: perspectiveSource,
  imported: flag,
  invented: flag,
  old_number: z.int().min(1).nullable().default(null),
});

export const threadShape = z.strictObject({ comments: z.array(placeShape) });

export const manifestShape = z.strictObject({
  format: z.literal(FORMAT),
  version: z.int(),
  counts: z.strictObject({
    essays: count,
    comments: z.strictObject({
      visible: count,
      waiting: count,
      folded: count,
      removed: count,
      taken_back: count,
      missing: count,
    }),
    versions: count,
    tags: count,
    series: count,
    links: count,
    source_notes: count,
    redirects: count,
    log_rows: count,
  }),
});

export const indexShape = z.strictObject({
  publication: z.array(z.strictObject({ essay: id, slug })),
  activity: z.array(z.strictObject({ essay: id, comment: idOrNone })),
});

export const linksShape = z.strictObject({
  links: z.array(
    z.strictObject({
      from: id,
      to: id,
      comment: idOrNone,
      relation: z.enum(["responds", "follows_up", "disagrees_in_part", "grew_out_of"]),
      source: z.enum(["writer", "pingback"]),
      linked_on: day,
    }),
  ),
});

export const seriesShape = z.strictObject({
  series: z.array(
    z.strictObject({
      slug,
      title: line(TITLE),
      parts: z.array(z.strictObject({ essay: id, position: z.int().min(1) })).min(1),
    }),
  ),
});

export const tagsShape = z.strictObject({
  tags: z.array(z.strictObject({ slug, name: line(TAG).refine((name) => tagKey(name) !== "") })),
});

export const sourceNotesShape = z.strictObject({
  notes: z.array(
    z.strictObject({
      essay: id,
      title: line(TITLE),
      url: z.string().max(URL_LENGTH).refine(isWebAddress),
      noted_on: day,
    }),
  ),
});

export const redirectsShape = z.strictObject({
  redirects: z.array(
    z.strictObject({
      path: z.string().refine((path) => normaliseOldPath(path) === path),
      essay: id,
    }),
  ),
});

/** An entry of the log is stored as text, since its hash is over the text; still it says what ours say. */
const logEntry = z.strictObject({
  action: z.string(),
  by: z.string(),
  day,
  reason_class: z.string(),
  reason_text: z.string(),
  subject: z.string(),
});

function isLogEntry(text: string): boolean {
  try {
    return logEntry.safeParse(JSON.parse(text)).success;
  } catch {
    return false;
  }
}

export const logShape = z.strictObject({
  rows: z.array(
    z.strictObject({
      seq: z.int().min(1),
      entry: z.string().max(LOG_ENTRY).refine(isLogEntry),
      previous_hash: hash,
      hash,
    }),
  ),
});

export type EssayFields = z.infer<typeof essayShape>;
export type CommentFields = z.infer<typeof commentShape>;
export type VersionFields = z.infer<typeof versionShape>;
export type PlaceFields = z.infer<typeof placeShape>;
export type Manifest = z.infer<typeof manifestShape>;
export type Index = z.infer<typeof indexShape>;
export type Links = z.infer<typeof linksShape>;
export type SeriesList = z.infer<typeof seriesShape>;
export type TagList = z.infer<typeof tagsShape>;
export type SourceNotes = z.infer<typeof sourceNotesShape>;
export type Redirects = z.infer<typeof redirectsShape>;
export type LogRows = z.infer<typeof logShape>;

/** @throws FolderError unknown_field, field: the first that is not as it should be */
export function shaped<T>(
  shape: z.ZodType<T>,
  value: unknown,
  file: Inside,
  lines?: Matter["lines"],
): T {
  const read = shape.safeParse(value);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  const unknown = issue?.code === "unrecognized_keys" ? issue.keys[0] : undefined;
  const path = [...(issue?.path ?? []), ...(unknown === undefined ? [] : [unknown])];
  const at = lines?.get(String(path[0] ?? ""));
  throw fileFault(unknown === undefined ? "field" : "unknown_field", file, {
    line: at ?? null,
    detail: path.join("."),
  });
}
