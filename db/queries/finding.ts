/** One thing that is not as it should be; one line of `firsthand check`. */
export interface Finding {
  about:
    | ("database" | "foreign_key" | "count" | "activity" | "parent" | "first_lines" | "address")
    | ("tag" | "link" | "conversation" | "series" | "review" | "erased")
    | ("account" | "pen_name" | "claim" | "secret");
  /** The essay, comment, tag, series, account, name, table or page that it is about. */
  subject: string;
  detail: string;
}
