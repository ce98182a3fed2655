import { fileFault } from "./faults.ts";
import type { Inside } from "./layout.ts";
import type { PlaceFields } from "./shapes.ts";

/** A thread as it stands in its index, with what follows from it. */
export interface PlacedThread {
  /** In the order of writing. */
  places: PlaceFields[];
  /** 1 for an answer to the essay. */
  depths: number[];
  /** The top comment of each one's branch. */
  roots: string[];
  /** Places with parents before their answers. */
  parentsFirst: number[];
}

/**
 * Finds out where each comment stands. A comment may have been dated before what it answers.
 *
 * @throws FolderError twice, no_such, circle
 */
export function placeThread(places: PlaceFields[], file: Inside): PlacedThread {
  const placeOfId = new Map<string, number>();
  for (const [place, { id }] of places.entries()) {
    if (placeOfId.has(id)) throw fileFault("twice", file, { detail: id });
    placeOfId.set(id, place);
  }
  const parents = places.map(({ parent }) => {
    if (parent === null) return -1;
    const place = placeOfId.get(parent);
    if (place === undefined) throw fileFault("no_such", file, { detail: parent });
    return place;
  });
  const depths = new Array<number>(places.length).fill(0);
  const roots = new Array<string>(places.length).fill("");
  for (let start = 0; start < places.length; start += 1) {
    const line: number[] = [];
    let at = start;
    while (at >= 0 && depths[at] === 0) {
      depths[at] = -1;
      line.push(at);
      at = parents[at] ?? -1;
    }
    if (at >= 0 && depths[at] === -1) {
      throw fileFault("circle", file, { detail: places[at]?.id ?? "" });
    }
    for (let above = at, next = line.pop(); next !== undefined; next = line.pop()) {
      depths[next] = above < 0 ? 1 : (depths[above] ?? 0) + 1;
      roots[next] = above < 0 ? (places[next]?.id ?? "") : (roots[above] ?? "");
      above = next;
    }
  }
  const parentsFirst = places.map((_, place) => place);
  parentsFirst.sort((a, b) => (depths[a] ?? 0) - (depths[b] ?? 0) || a - b);
  return { places, depths, roots, parentsFirst };
}
