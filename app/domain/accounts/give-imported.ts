import type { Writer } from "#db/connect.ts";
import { recordChanges } from "#db/queries/changes.ts";
import {
  essaysAround,
  type GivenThread,
  giveComments,
  giveEssays,
  importedEssays,
  namesInThreads,
  ownNames,
  releaseNames,
  threadsOfImported,
  writersOfEssays,
} from "#db/queries/giving-imported.ts";
import type { House, Subject } from "../house.ts";
import type { KeyList } from "../identity/key-list.ts";
import { saveKeyList } from "../identity/key-list.ts";
import { marksFor, ownerMarks } from "../identity/marks.ts";
import { lookKey, nameKey } from "../identity/names.ts";
import { secretById } from "../identity/secret-ring.ts";
import type { Given } from "./name-claim-types.ts";

/** How many threads one statement names. */
const AT_ONCE = 400;

interface Giving {
  /** As it is printed. */
  name: string;
  key: string;
  list: KeyList;
  /** The pen name that the pieces stand under from now on; null: the name they have. */
  penName: string | null;
}

/**
 * Gives everything that stands under a name of the old blog, and is nobody's yet, to a key, in a
 * number of statements that grows by a dozen for each 400 threads. In a thread in which somebody else
 * is called like the pen name, or nearly so, the pieces are the key's and keep the name they had.
 *
 * @returns what was given, and what cached pages must forget
 */
export async function giveImported(
  trx: Writer,
  house: Pick<House, "secrets">,
  giving: Giving,
): Promise<Given & { subjects: Subject[] }> {
  const { name, key, list } = giving;
  const essays = await importedEssays(trx, { name }).execute();
  const commented = await threadsOfImported(trx, { name }).execute();
  const orderOf = new Map([...essays, ...commented].map((row) => [row.id, row.ordered_at]));
  const threads = [...orderOf.keys()].sort(
    (a, b) => (orderOf.get(a) ?? 0) - (orderOf.get(b) ?? 0) || (a < b ? -1 : 1),
  );
  const given: Given = { essays: 0, comments: 0, asPrinted: 0 };
  const subjects = new Set<Subject>(threads.length > 0 ? ["fronts"] : []);
  for (let at = 0; at < threads.length; at += AT_ONCE) {
    const essayIds = threads.slice(at, at + AT_ONCE);
    for (const subject of await givePart(trx, house, { ...giving, essayIds, given })) {
      subjects.add(subject);
    }
  }
  // What is new of the newest threads is looked for first: what is old goes before them.
  const known = new Set(list.threads);
  const added = threads.filter((essayId) => !known.has(essayId));
  await saveKeyList(trx, house.secrets, {
    key,
    list: { ...list, threads: [...added, ...list.threads] },
  });
  const changed = [...subjects];
  for (let at = 0; at < changed.length; at += AT_ONCE) {
    await recordChanges(trx, changed.slice(at, at + AT_ONCE));
  }
  return { ...given, subjects: changed };
}

interface Part extends Giving {
  essayIds: readonly string[];
  given: Given;
}

async function givePart(
  trx: Writer,
  house: Pick<House, "secrets">,
  part: Part,
): Promise<Subject[]> {
  const { name, penName, essayIds, given } = part;
  const { threads, writers, taken, has } = await lookAround(trx, house, part);
  const printed = penName === null ? threads : threads.filter(({ essayId }) => taken.has(essayId));
  const renamed = penName === null ? [] : threads.filter(({ essayId }) => !taken.has(essayId));
  for (const [some, shownAs] of [
    [printed, null],
    [renamed, penName],
  ] as const) {
    if (some.length === 0) continue;
    const giving = { name, threads: some, penName: shownAs };
    given.comments += await giveComments(trx, giving);
    given.essays += await giveEssays(trx, giving);
  }
  if (penName === null) {
    await ownNames(trx, { name, nameKey: nameKey(name), threads }).execute();
  } else {
    given.asPrinted += printed.length;
    const released = renamed.map(({ essayId }) => essayId);
    if (released.length > 0) {
      await releaseNames(trx, { essayIds: released, nameKey: nameKey(name) }).execute();
    }
    const fresh = renamed.filter(({ essayId }) => !has.has(essayId));
    if (fresh.length > 0) {
      const own = { name: penName, nameKey: nameKey(penName), threads: fresh };
      await ownNames(trx, own).execute();
    }
  }
  const around = await essaysAround(trx, { essayIds }).execute();
  const shown = [...essayIds, ...around.map(({ id }) => id)].map((id) => `essay:${id}` as const);
  const conversations = writers.flatMap(({ conversation_id: id }) =>
    id === null ? [] : [`conversation:${id}` as const],
  );
  return [...shown, ...conversations];
}

/** The marks in each thread, where the pen name speaks already, and where it can't. */
async function lookAround(
  trx: Writer,
  { secrets }: Pick<House, "secrets">,
  { key, list, name, penName, essayIds }: Part,
) {
  const names = await namesInThreads(trx, { essayIds }).execute();
  const writers = await writersOfEssays(trx, { essayIds }).execute();
  const mine = new Map(essayIds.map((id) => [id, new Set(ownerMarks(secrets, key, [id]))]));
  const isMine = (id: string, mark: string | null) =>
    mark !== null && mine.get(id)?.has(mark) === true;
  const has = new Map<string, string>();
  const taken = new Set<string>();
  const look = lookKey(penName ?? "");
  const alike = new Map<string, boolean>();
  const isAlike = (other: string): boolean => {
    const known = alike.get(other);
    if (known !== undefined) return known;
    const is =
      nameKey(other) === nameKey(penName ?? "") || (look !== "" && lookKey(other) === look);
    alike.set(other, is);
    return is;
  };
  for (const row of names) {
    if (isMine(row.essay_id, row.owner_mark)) has.set(row.essay_id, row.secret_id ?? "");
    else if (penName === null) continue;
    // The name itself was kept for the one who takes it up now.
    else if (row.owner_mark === null && row.name_key === nameKey(name)) continue;
    else if (isAlike(row.name)) taken.add(row.essay_id);
  }
  for (const { id, by_name: by, by_kind: kind, owner_mark: owner } of writers) {
    const isTheirs = owner === null && kind === "imported" && by === name;
    if (penName === null || by === null || isTheirs || isMine(id, owner)) continue;
    if (isAlike(by)) taken.add(id);
  }
  const threads = essayIds.map((essayId): GivenThread => {
    const secret = secretById(secrets, has.get(essayId) ?? "") ?? secrets.current;
    const marks = marksFor(secret, { key, takeBackCode: list.takeBackCode, essayId });
    return {
      essayId,
      ownerMark: marks.owner_mark,
      takeBackMark: marks.take_back_mark,
      secretId: marks.secret_id,
    };
  });
  return { threads, writers, taken, has };
}
