/** Which name a comment stands under in its thread. */
import type { Reader } from "#db/connect.ts";
import { nameByKey, nameOfOwner, namesOfThread } from "#db/queries/thread-names.ts";
import { isHouseName, nameIsSomebodys } from "../accounts/free-name.ts";
import { type Speaking, stillSpeaks } from "../accounts/speaking.ts";
import type { House } from "../house.ts";
import { friendlyName } from "../identity/friendly-name.ts";
import { ownerMarks } from "../identity/marks.ts";
import { cleanName, lookKey, nameKey, nameRuleFault } from "../identity/names.ts";
import type { Nonce } from "../identity/nonce.ts";
import type { NameFault, SpeakerFault } from "./types.ts";

export interface Naming {
  essay: { id: string; by_name: string | null; owner_mark: string | null };
  key: string;
  nonce: Nonce;
  typed: string | null;
  /** The pen name or thread name that a member has chosen. */
  speaker: Speaking | undefined;
  /** What two friendly words are drawn from, beside the nonce; left out: the essay's id. */
  seed?: string;
}

export type ChosenName =
  | {
      ok: true;
      name: string;
      /** The marks under which the key stands in this thread already; null: the name is new here. */
      kept: { ownerMark: string; secretId: string; keyWrittenDown: boolean } | null;
    }
  | { ok: false; fault: ({ field: "name" } & NameFault) | ({ field: "as" } & SpeakerFault) };

/** The key's name in this thread: the one it has, the one that was typed, or two friendly words. */
export async function chooseName(
  db: Reader,
  house: House,
  { essay, key, nonce, typed, speaker, seed = essay.id }: Naming,
): Promise<ChosenName> {
  const marks = ownerMarks(house.secrets, key, [essay.id]);
  const has = await nameOfOwner(db, { essayId: essay.id, marks }).executeTakeFirst();
  if (speaker && !(await stillSpeaks(db, house, speaker))) {
    return { ok: false, fault: { field: "as", reason: "retired" } };
  }
  if (speaker?.kind === "pen_name") {
    return await penNameHere(db, { essay, marks, speaker, kept: has && keptOf(has) });
  }
  const wanted = cleanName(typed ?? "");
  const isAuthor = essay.owner_mark !== null && marks.includes(essay.owner_mark);
  const own = has?.name ?? (isAuthor ? essay.by_name : null);
  if (own !== null && wanted !== "" && nameKey(wanted) !== nameKey(own)) {
    return { ok: false, fault: { field: "name", reason: "you_have_another", name: own } };
  }
  if (has) return { ok: true, name: has.name, kept: keptOf(has) };
  if (own !== null) return { ok: true, name: own, kept: null };
  const fixed = essay.by_name === null ? [] : [essay.by_name];
  if (wanted === "") {
    const isTaken = async (name: string) =>
      fixed.some((one) => lookKey(one) === lookKey(name)) ||
      (await nameByKey(db, {
        essayId: essay.id,
        nameKey: nameKey(name),
      }).executeTakeFirst()) !== undefined ||
      (await nameIsSomebodys(db, house, name));
    const name = await friendlyName({
      secret: nonce.secret,
      nonce: nonce.text,
      essayId: seed,
      isTaken,
    });
    return { ok: true, name, kept: null };
  }
  const fault = await typedNameFault(db, house, { essayId: essay.id, name: wanted, fixed });
  return fault
    ? { ok: false, fault: { field: "name", ...fault } }
    : { ok: true, name: wanted, kept: null };
}

type NameRow = NonNullable<Awaited<ReturnType<ReturnType<typeof nameOfOwner>["executeTakeFirst"]>>>;

function keptOf(row: NameRow) {
  return {
    ownerMark: row.owner_mark ?? "",
    secretId: row.secret_id ?? "",
    keyWrittenDown: row.key_written_down === 1,
  };
}

/** A pen name stands in every thread, unless somebody there has been called so, or nearly so. */
async function penNameHere(
  db: Reader,
  {
    essay,
    marks,
    speaker,
    kept = null,
  }: {
    essay: Naming["essay"];
    marks: readonly string[];
    speaker: Speaking;
    kept: ReturnType<typeof keptOf> | null | undefined;
  },
): Promise<ChosenName> {
  const name = speaker.name ?? "";
  if (kept) return { ok: true, name, kept };
  const isMine = (mark: string | null) => mark !== null && marks.includes(mark);
  const here = await namesOfThread(db, { essayId: essay.id }).execute();
  const others = here.filter((row) => !isMine(row.owner_mark)).map((row) => row.name);
  if (essay.by_name !== null && !isMine(essay.owner_mark)) others.push(essay.by_name);
  const look = lookKey(name);
  const isTaken = others.some((one) => nameKey(one) === nameKey(name) || lookKey(one) === look);
  if (isTaken) return { ok: false, fault: { field: "as", reason: "taken_here", name } };
  return { ok: true, name, kept: null };
}

async function typedNameFault(
  db: Reader,
  house: House,
  { essayId, name, fixed }: { essayId: string; name: string; fixed: readonly string[] },
): Promise<NameFault | null> {
  const rule = nameRuleFault(name);
  if (rule) return rule;
  if (isHouseName(house, name)) return { reason: "reserved" };
  const key = nameKey(name);
  const look = lookKey(name);
  const here = await namesOfThread(db, { essayId }).execute();
  const others = [...fixed, ...here.map((row) => row.name)];
  const isTaken = others.some(
    (other) => nameKey(other) === key || (look !== "" && lookKey(other) === look),
  );
  return isTaken || (await nameIsSomebodys(db, house, name)) ? { reason: "taken" } : null;
}
