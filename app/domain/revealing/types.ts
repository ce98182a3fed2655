/** What could tell who somebody is. */
export type RevealingKind =
  | "contact"
  | "number"
  | "date"
  | "clinician"
  | "relative"
  | "ward"
  | "school"
  | "employer"
  | "person"
  | "place";

/** Words of a text, with where they stand in it: `text.slice(start, end)`. */
export interface Find {
  kind: RevealingKind;
  words: string;
  start: number;
  end: number;
}

/** What the check says of several texts; one list of finds each. */
export interface Found {
  finds: Find[][];
  /** The words are English; else names and places were not looked for. */
  english: boolean;
}

/** Looks at texts in a thread of its own; nothing is kept. */
export interface Finder {
  /** Null: there was no time, or no room, to look. */
  find(texts: readonly string[]): Promise<Found | null>;
  close(): Promise<void>;
}
