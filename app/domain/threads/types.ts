/** A thread as it is read: what the pages, the JSON and the feeds are made of. */
import type { NameKind, PerspectiveSource, PieceState, Standing } from "#db/schema.ts";

export type { PieceState, Standing } from "#db/schema.ts";

export type Perspective = "experience" | "debate";

/** Who speaks. `null` where nobody is named: removed, taken back, missing, waiting. */
export interface By {
  name: string;
  kind: NameKind;
}

/** Where a comment stands and who is named there: what a page may say of it to everybody. */
export type CommentPlace = Pick<CommentStub, "id" | "by" | "state">;

/** A comment as a page gets it: without the moment of writing, which orders and is never shown. */
export type ShownComment = Omit<CommentView, "orderedAt">;

/** One comment without its words, enough to order, page, filter and count a thread. */
export interface CommentStub {
  id: string;
  parentId: string | null;
  rootId: string;
  depth: number;
  state: PieceState;
  orderedAt: number;
  revision: number;
  by: By | null;
  perspectives: readonly Perspective[];
  standing: Standing | null;
}

/** A comment as it is shown. Without words and name unless it is visible or folded. */
export interface CommentView extends CommentStub {
  /** Whom it answers: the parent's name, or null for an answer to the essay. */
  parentName: string | null;
  parentState: PieceState | null;
  /** Others it addresses, beside the parent. */
  addresses: readonly { id: string; name: string | null }[];
  perspectiveSource: PerspectiveSource;
  standpoint: string | null;
  note: string | null;
  writtenOn: string;
  editedOn: string | null;
  imported: boolean;
  oldNumber: number | null;
  html: string;
  markdown: string;
}

export interface StateCounts {
  visible: number;
  waiting: number;
  folded: number;
  removed: number;
  taken_back: number;
  missing: number;
}

/** A comment with its replies, in reading order. */
export interface Branch<T> {
  comment: T;
  replies: Branch<T>[];
}
