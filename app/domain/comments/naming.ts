/** Which name a comment stands under in its thread. */
import { words } from "#app/words/words.ts";
import type { Reader } from "#db/connect.ts";
import { moderatorNames } from "#db/queries/moderators.ts";
import { nameByKey, nameOfOwner, namesOfThread } from "#db/queries/thread-names.ts";
import type { House } from "../house.ts";
import { friendlyName } from "../identity/friendly-name.ts";
import { ownerMarks } from "../identity/marks.ts";
import { cleanName, isReserved, lookKey, nameKey, nameRuleFault } from "../identity/names.ts";
import type { Nonce } from "../identity/nonce.ts";
import type { NameFault } from "./types.ts";

export interface Naming {
  essay: { id: string; by_name: string | null; owner_mark: string | null };
  key: string;
  nonce: Nonce;
  typed: string | null;
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
  | { ok: false; fault: NameFault };

/** The key's name in this thread: the one it has, the one that was typed, or two friendly words. */
export async function chooseName(
  db: Reader,
  house: House,
  { essay, key, nonce, typed, seed = essay.id }: Naming,
): Promise<ChosenName> {
  const marks = ownerMarks(house.secrets, key, [essay.id]);
  const has = await nameOfOwner(db, { essayId: essay.id, marks }).executeTakeFirst();
  const wanted = cleanName(typed ?? "");
  const isAuthor = essay.owner_mark !== null && marks.includes(essay.owner_mark);
  const own = has?.name ?? (isAuthor ? essay.by_name : null);
  if (own !== null && wanted !== "" && nameKey(wanted) !== nameKey(own)) {
    return { ok: false, fault: { reason: "you_have_another", name: own } };
  }
  if (has) {
    return {
      ok: true,
      name: has.name,
      kept: {
        ownerMark: has.owner_mark ?? "",
        secretId: has.secret_id ?? "",
        keyWrittenDown: has.key_written_down === 1,
      },
    };
  }
  if (own !== null) return { ok: true, name: own, kept: null };
  const moderators = await moderatorNames(db).execute();
  const fixed = [
    ...moderators.map(({ name }) => name),
    ...(essay.by_name === null ? [] : [essay.by_name]),
  ];
  if (wanted === "") {
    const isTaken = async (name: string) =>
      fixed.some((one) => lookKey(one) === lookKey(name)) ||
      (await nameByKey(db, {
        essayId: essay.id,
        nameKey: nameKey(name),
      }).executeTakeFirst()) !== undefined;
    const name = await friendlyName({
      secret: nonce.secret,
      nonce: nonce.text,
      essayId: seed,
      isTaken,
    });
    return { ok: true, name, kept: null };
  }
  const fault = await typedNameFault(db, house, { essayId: essay.id, name: wanted, fixed });
  return fault ? { ok: false, fault } : { ok: true, name: wanted, kept: null };
}

async function typedNameFault(
  db: Reader,
  house: House,
  { essayId, name, fixed }: { essayId: string; name: string; fixed: readonly string[] },
): Promise<NameFault | null> {
  const rule = nameRuleFault(name);
  if (rule) return rule;
  const { reservedWords, reservedNames } = words().names;
  const reserved = { words: reservedWords, wholes: [...reservedNames, house.settings.name] };
  if (isReserved(name, reserved)) return { reason: "reserved" };
  const key = nameKey(name);
  const look = lookKey(name);
  const here = await namesOfThread(db, { essayId }).execute();
  const others = [...fixed, ...here.map((row) => row.name)];
  const isTaken = others.some(
    (other) => nameKey(other) === key || (look !== "" && lookKey(other) === look),
  );
  return isTaken ? { reason: "taken" } : null;
}
