/** Invented pieces, as they are written down in pieces/: days count from the day of loading. */
import type { Lead, NameKind, Relation, ReplyMode, Standing } from "#db/schema.ts";
import type { Perspective } from "../threads/types.ts";

/** What an essay and a comment have in common. */
interface DemoPiece {
  by: string;
  perspectives: readonly Perspective[];
  standing?: Standing;
  /** One line of the writer's own. */
  standpoint?: string;
  /** What it speaks about, where it stays folded until opened. */
  note?: string;
  /** Markdown. A paragraph is one line. */
  text: string;
}

export interface DemoEssay extends DemoPiece {
  /** Its address, and its name among the invented pieces. */
  slug: string;
  title: string;
  lead: Lead;
  byKind: NameKind;
  replyMode?: ReplyMode;
  tags: readonly string[];
  /** Published so many days before the day of loading. */
  daysAgo: number;
  worksCited?: readonly string[];
  answers?: readonly DemoLink[];
  republished?: { originalAuthor: string; source: string; licence: string };
  series?: { slug: string; title: string; part: number };
  /** Parents stand before their replies; siblings in the order of writing. */
  comments: readonly DemoPlace[];
}

export interface DemoLink {
  slug: string;
  relation: Relation;
  /** The comment that the essay grew out of, by its key. */
  comment?: string;
}

interface DemoStanding {
  /** Its name within the thread. */
  key: string;
  /** The key of the comment that it answers; left out: it answers the essay. */
  to?: string;
  /** Others that it addresses, by key. */
  also?: readonly string[];
  /** Written so many days after the essay. */
  day: number;
}

export interface DemoComment extends DemoStanding, DemoPiece {
  /** A pen name where it is one; left out: a thread name, or imported as its essay is. */
  byKind?: NameKind;
}

/** A place of which the words are gone, or never came. */
export interface DemoEmptyPlace extends DemoStanding {
  empty: "removed" | "taken_back" | "missing";
}

export type DemoPlace = DemoComment | DemoEmptyPlace;
