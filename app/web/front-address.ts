import type { Standing } from "#app/domain/threads/types.ts";

export type FrontName = "all" | "stories" | "debates";

/** A front, and how it is looked at. */
export interface FrontWay {
  front: FrontName;
  sort: "new" | "active";
  /** Without those that carry both perspectives. */
  only: boolean;
  standing: Standing | null;
  /** Slug of a tag. */
  tag: string | null;
}

const PATH = { all: "/", stories: "/stories", debates: "/debates" } as const;

/**
 * The address of a front seen in a way; what is usual is left out. Everything by one tag has an
 * address of its own; plain everything says its order, since `/` alone is the front page.
 */
export function frontAddress(way: FrontWay, after?: string): string {
  const { front, sort, only, standing, tag } = way;
  const ofTag = front === "all" && tag !== null;
  const query = new URLSearchParams();
  if (only && front !== "all") query.set("only", "1");
  if (standing !== null) query.set("standing", standing);
  if (sort === "active" || (front === "all" && !ofTag)) query.set("sort", sort);
  if (tag !== null && !ofTag) query.set("tag", tag);
  if (after !== undefined) query.set("after", after);
  const text = query.toString();
  const path = ofTag ? `/tags/${encodeURIComponent(tag)}` : PATH[front];
  return `${path}${text === "" ? "" : `?${text}`}`;
}
