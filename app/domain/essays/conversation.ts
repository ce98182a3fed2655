/** The order in which essays that answer each other are read. */

export interface Placed<T> {
  essay: T;
  /** The essay under which it stands; null at the top. */
  parentId: string | null;
  /** 1 at the top. */
  depth: number;
}

/**
 * Puts essays under those they answer. One that answers several stands under the oldest of them.
 * Whatever the links are (an import may bring circles), each essay comes out once, after the one it
 * stands under.
 *
 * @param essays oldest first, each once
 * @param links who answers whom; links to or from others are left aside
 * @returns in reading order: an essay, then what answers it, the oldest first
 */
export function readingOrderOf<T extends { id: string }>(
  essays: readonly T[],
  links: readonly { from: string; to: string }[],
): Placed<T>[] {
  const parents = parentsOf(essays, links);
  const answers = new Map<string | null, T[]>();
  for (const essay of essays) {
    const under = parents.get(essay.id) ?? null;
    const list = answers.get(under);
    if (list) list.push(essay);
    else answers.set(under, [essay]);
  }
  const order: Placed<T>[] = [];
  const waiting: Placed<T>[] = [];
  const later = (under: string | null, depth: number) => {
    for (const essay of [...(answers.get(under) ?? [])].reverse()) {
      waiting.push({ essay, parentId: under, depth });
    }
  };
  later(null, 1);
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    order.push(next);
    later(next.essay.id, next.depth + 1);
  }
  return order;
}

function parentsOf(
  essays: readonly { id: string }[],
  links: readonly { from: string; to: string }[],
): Map<string, string> {
  const places = new Map(essays.map(({ id }, place) => [id, place]));
  const answered = new Map<string, string[]>();
  for (const { from, to } of links) {
    if (from === to || !places.has(from) || !places.has(to)) continue;
    const list = answered.get(from);
    if (list) list.push(to);
    else answered.set(from, [to]);
  }
  const placeOf = (id: string) => places.get(id) ?? 0;
  const parents = new Map<string, string>();
  const onlyLater: string[] = [];
  for (const { id } of essays) {
    const list = (answered.get(id) ?? []).sort((a, b) => placeOf(a) - placeOf(b));
    answered.set(id, list);
    const [oldest] = list;
    if (oldest === undefined) continue;
    // Under an older one no circle can close.
    if (placeOf(oldest) < placeOf(id)) parents.set(id, oldest);
    else onlyLater.push(id);
  }
  for (const id of onlyLater) {
    const to = answered.get(id)?.find((other) => !standsUnder(parents, other, id));
    if (to !== undefined) parents.set(id, to);
  }
  return parents;
}

function standsUnder(parents: ReadonlyMap<string, string>, id: string, above: string): boolean {
  for (let at: string | undefined = id; at !== undefined; at = parents.get(at)) {
    if (at === above) return true;
  }
  return false;
}
