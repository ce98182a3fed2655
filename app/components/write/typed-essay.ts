import type { Lead, Relation, ReplyMode, Standing } from "#db/schema.ts";

/** What was typed into the composer, exactly as it was; the names are those of the form's fields. */
export interface TypedEssay {
  title: string;
  body: string;
  lead: Lead | "";
  perspective: readonly ("experience" | "debate")[];
  standing: Standing | "";
  standpoint: string;
  note: string;
  reply_mode: ReplyMode;
  name: string;
  /** The name of a member that speaks. */
  as: string;
  /** As typed, with commas or line ends between them. */
  tags: string;
  /** Those that were ticked. */
  tag: readonly string[];
  /** One a line. */
  works_cited: string;
  /** Empty: as usual. */
  indexing: "" | "yes" | "no";
  original_author: string;
  source: string;
  licence: string;
  series: string;
  /** Slug of the essay that is answered; empty: none. */
  responds: string;
  /** Id of the comment that it grew out of; empty: none. */
  comment: string;
  relation: Relation | "";
  key: string;
  /** "1": at a random moment within the next day. */
  later?: string;
}
