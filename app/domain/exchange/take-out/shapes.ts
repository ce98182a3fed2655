/** What somebody's own words look like in the file that they take out. Days, no times. */
import type { Lead, PieceState, Relation, ReplyMode, Standing } from "#db/schema.ts";
import type { DraftFields } from "../../identity/types.ts";
import type { Perspective } from "../../threads/types.ts";

export interface OwnVersion {
  version: number;
  /** Of an essay. */
  title?: string;
  replaced_on: string;
  /** Can others read it? Of an essay. */
  open?: boolean;
  markdown: string;
}

interface Piece {
  by: string | null;
  state: PieceState;
  perspectives: Perspective[];
  standing: Standing | null;
  standpoint: string | null;
  note: string | null;
  edited_on: string | null;
  markdown: string;
  earlier: OwnVersion[];
}

export interface EssayOut extends Piece {
  slug: string;
  title: string;
  lead: Lead;
  published_on: string;
  reply_mode: ReplyMode;
  indexing: boolean;
  tags: string[];
  works_cited: string[];
  series: { title: string; part: number } | null;
  responds_to: { slug: string; relation: Relation }[];
  original_author: string | null;
  source: string | null;
  licence: string | null;
}

export interface CommentOut extends Piece {
  id: string;
  /** The essay whose thread it stands in; null: it is not shown any more. */
  essay: { slug: string; title: string } | null;
  parent: string | null;
  addresses: string[];
  written_on: string;
}

export interface DraftOut {
  /** Slug of the essay that it answers; null: an essay. */
  answers: string | null;
  /** `later`: it becomes public at a moment of the next day. */
  state: "draft" | "later";
  /** Null: of what becomes public later no day is kept. */
  saved_on: string | null;
  fields: DraftFields;
}

/** One name with all that stands under it. */
export interface NameOut {
  name: string | null;
  kind: "pen name" | "thread names" | "imported" | "key";
  description: string | null;
  retired: boolean;
  essays: EssayOut[];
  comments: CommentOut[];
  drafts: DraftOut[];
}
