/** What becomes of a comment in the file. */
export const FATE = { visible: 0, waiting: 1, leftOut: 2 } as const;

/** The comments of one post as the first reading leaves them, in columns; no words, no names. */
export interface ThreadRows {
  ids: number[];
  parents: number[];
  /** Days since 1970. */
  days: number[];
  fates: number[];
}

/**
 * Where everything of a thread stands. Nodes are numbered: first the rows of the file, in its order,
 * then one for each parent that the file doesn't have.
 */
export interface PlacedThread {
  /** WordPress numbers, by node. */
  ids: number[];
  nodeOf: ReadonlyMap<number, number>;
  /** Node of the parent; -1 for an answer to the post. */
  parent: Int32Array;
  /** Is it here at all: a comment of the file, or an empty place that somebody answers? */
  stands: Uint8Array;
  /** Is it an empty place, because it was left out or is not in the file? */
  empty: Uint8Array;
  depth: Int32Array;
  day: Int32Array;
  /** Place among those of the same day, from 0, in the order of writing. */
  rank: Int32Array;
  brokenCycles: number;
}

/**
 * Sorts out a thread whatever its shape and order, without recursion: parents that are missing or
 * were left out become empty places, kept where they stood as far as the file tells; a parent in
 * another thread counts as missing; a ring of comments that answer each other is opened at its oldest
 * member, which then answers the post.
 *
 * The hour is not known: within a day the order is WordPress's own numbering. An empty place has the
 * day of the earliest reply below it and comes directly before that.
 */
export function placeThread(rows: ThreadRows): PlacedThread {
  const ids = [...rows.ids];
  const nodeOf = new Map<number, number>();
  for (const [node, id] of ids.entries()) nodeOf.set(id, node);
  const rowCount = ids.length;
  for (let row = 0; row < rowCount; row += 1) {
    const wanted = rows.parents[row] ?? 0;
    if (wanted === 0 || nodeOf.has(wanted)) continue;
    nodeOf.set(wanted, ids.length);
    ids.push(wanted);
  }
  const count = ids.length;
  const parent = new Int32Array(count).fill(-1);
  for (let row = 0; row < rowCount; row += 1) {
    const wanted = rows.parents[row] ?? 0;
    if (wanted !== 0) parent[row] = nodeOf.get(wanted) ?? -1;
  }
  const brokenCycles = openRings(ids, parent);
  const empty = new Uint8Array(count);
  for (let node = 0; node < count; node += 1) {
    empty[node] = node >= rowCount || rows.fates[node] === FATE.leftOut ? 1 : 0;
  }
  const order = inOrderOfWriting(rows, ids, parent, empty);
  const placed: PlacedThread = {
    ids,
    nodeOf,
    parent,
    stands: new Uint8Array(count),
    empty,
    depth: new Int32Array(count),
    day: new Int32Array(count),
    rank: new Int32Array(count),
    brokenCycles,
  };
  numberDays(placed, order);
  measureDepths(placed);
  return placed;
}

/** Cuts every ring at its smallest number. Returns how many there were. */
function openRings(ids: readonly number[], parent: Int32Array): number {
  const seenIn = new Int32Array(parent.length);
  let rings = 0;
  for (let start = 0; start < parent.length; start += 1) {
    let at = start;
    while (at !== -1 && seenIn[at] === 0) {
      seenIn[at] = start + 1;
      at = parent[at] ?? -1;
    }
    if (at === -1 || seenIn[at] !== start + 1) continue;
    let oldest = at;
    for (let node = parent[at] ?? at; node !== at; node = parent[node] ?? at) {
      if ((ids[node] ?? 0) < (ids[oldest] ?? 0)) oldest = node;
    }
    parent[oldest] = -1;
    rings += 1;
  }
  return rings;
}

/** Nodes that stand, oldest first, each with its day: `[node, day]` pairs in two arrays. */
function inOrderOfWriting(
  rows: ThreadRows,
  ids: readonly number[],
  parent: Int32Array,
  empty: Uint8Array,
): { nodes: number[]; days: number[] } {
  const kept: number[] = [];
  for (let node = 0; node < ids.length; node += 1) if (empty[node] === 0) kept.push(node);
  const day = (node: number) => rows.days[node] ?? 0;
  kept.sort((a, b) => day(a) - day(b) || (ids[a] ?? 0) - (ids[b] ?? 0));
  const placed = new Uint8Array(ids.length);
  const nodes: number[] = [];
  const days: number[] = [];
  for (const node of kept) {
    const above: number[] = [];
    let at = parent[node] ?? -1;
    while (at !== -1 && empty[at] === 1 && placed[at] === 0) {
      placed[at] = 1;
      above.push(at);
      at = parent[at] ?? -1;
    }
    for (const place of [...above.reverse(), node]) {
      nodes.push(place);
      days.push(day(node));
    }
  }
  return { nodes, days };
}

function numberDays(placed: PlacedThread, order: { nodes: number[]; days: number[] }): void {
  let rank = 0;
  let before = Number.NaN;
  for (const [index, node] of order.nodes.entries()) {
    const day = order.days[index] ?? 0;
    rank = day === before ? rank + 1 : 0;
    before = day;
    placed.stands[node] = 1;
    placed.day[node] = day;
    placed.rank[node] = rank;
  }
}

/** Depth from 1, by walking up to what is measured already and down again; linear in all. */
function measureDepths({ parent, stands, depth }: PlacedThread): void {
  const path: number[] = [];
  for (let start = 0; start < parent.length; start += 1) {
    if (stands[start] === 0) continue;
    let at = start;
    while (at !== -1 && depth[at] === 0) {
      path.push(at);
      at = parent[at] ?? -1;
    }
    let above = at === -1 ? 0 : (depth[at] ?? 0);
    for (let node = path.pop(); node !== undefined; node = path.pop()) {
      above += 1;
      depth[node] = above;
    }
  }
}
