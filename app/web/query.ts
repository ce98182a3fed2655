import type { ThreadFilter } from "#app/domain/threads/filter.ts";
import type { Standing } from "#app/domain/threads/types.ts";

/** What an address may say; anything else in it is left alone and changes nothing. */

const STANDINGS: readonly Standing[] = ["lived", "beside", "worked"];

/** `?page=3` as 3; none as 1; nonsense as null, which is a page that does not exist. */
export function pageFrom(query: URLSearchParams): number | null {
  const text = query.get("page");
  if (text === null) return 1;
  return /^[1-9]\d{0,5}$/.test(text) ? Number(text) : null;
}

/** `?flat=1` and the like. */
export function flagFrom(query: URLSearchParams, name: string): boolean {
  return query.get(name) === "1";
}

/** One of a few words, or the first of them. */
export function choiceFrom<T extends string>(
  query: URLSearchParams,
  name: string,
  choices: readonly [T, ...T[]],
): T {
  const text = query.get(name);
  return choices.find((choice) => choice === text) ?? choices[0];
}

/** `?standing=lived`, or null. */
export function standingFrom(query: URLSearchParams): Standing | null {
  const text = query.get("standing");
  return STANDINGS.find((standing) => standing === text) ?? null;
}

/** `?perspective=experience&only=1&standing=lived`, or null where no perspective is chosen. */
export function threadFilterFrom(query: URLSearchParams): ThreadFilter | null {
  const perspective = query.get("perspective");
  if (perspective !== "experience" && perspective !== "debate") return null;
  return { perspective, only: flagFrom(query, "only"), standing: standingFrom(query) };
}
