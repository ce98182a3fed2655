/** What the sentences of this language share: numbers, plurals, days and lists. */

const numbers = new Intl.NumberFormat("en-GB");
const plurals = new Intl.PluralRules("en-GB");
const lists = new Intl.ListFormat("en-GB", { type: "conjunction" });
const days = new Intl.DateTimeFormat("en-GB", {
  day: "numeric",
  month: "long",
  year: "numeric",
  timeZone: "UTC",
});

/** `1234` as "1,234". */
export function number(value: number): string {
  return numbers.format(value);
}

/** `(1, "comment", "comments")` as "1 comment"; the number is written out in this language's way. */
export function count(value: number, one: string, many: string): string {
  return `${number(value)} ${plurals.select(value) === "one" ? one : many}`;
}

/** `2026-11-14` as "14 November 2026". What is not a day comes back as it is. */
export function day(iso: string): string {
  const moment = new Date(`${iso}T00:00:00Z`);
  return Number.isNaN(moment.getTime()) ? iso : days.format(moment);
}

/** Names as "A", "A and B", "A, B and C". */
export function list(items: readonly string[]): string {
  return lists.format(items);
}
