/**
 * Groups what is connected, whichever way the links point.
 *
 * @param ids all that is to be grouped, each once; groups and their members keep this order
 * @param links pairs of ids; those with an unknown id are left aside
 */
export function connectedGroups(
  ids: readonly string[],
  links: readonly (readonly [string, string])[],
): string[][] {
  const leaders = new Map(ids.map((id) => [id, id]));
  const leaderOf = (id: string): string => {
    let at = id;
    for (let next = leaders.get(at); next !== undefined && next !== at; next = leaders.get(at)) {
      at = next;
    }
    leaders.set(id, at);
    return at;
  };
  for (const [one, other] of links) {
    if (leaders.has(one) && leaders.has(other)) leaders.set(leaderOf(one), leaderOf(other));
  }
  const groups = new Map<string, string[]>();
  for (const id of ids) {
    const leader = leaderOf(id);
    const group = groups.get(leader);
    if (group) group.push(id);
    else groups.set(leader, [id]);
  }
  return [...groups.values()];
}
