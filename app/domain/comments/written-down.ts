import { setKeyWrittenDown } from "#db/queries/thread-names.ts";
import type { House } from "../house.ts";
import { keyFromNonce, readKey } from "../identity/key.ts";
import { findKeyList, saveKeyList } from "../identity/key-list.ts";
import { ownerMarks } from "../identity/marks.ts";
import { readNonce } from "../identity/nonce.ts";

/**
 * "I have written it down": from now on neither the nonce nor the key makes this thread show the
 * key again. Saying it twice, or of a key without a name here, does nothing.
 *
 * @param key as brought; null: the key that belongs to the nonce
 */
export async function writtenDown(
  house: House,
  { essayId, nonce, key }: { essayId: string; nonce: string | null; key: string | null },
): Promise<void> {
  const keys: string[] = [];
  const brought = key === null ? null : readKey(key);
  if (brought?.ok) keys.push(brought.key);
  const read = nonce === null ? null : readNonce(house, nonce);
  if (read?.ok) keys.push(keyFromNonce(read.nonce.secret, read.nonce.text));
  const essayMarks = keys.flatMap((one) => ownerMarks(house.secrets, one, [essayId]));
  if (essayMarks.length === 0) return;
  await house.store.write(async (trx) => {
    await setKeyWrittenDown(trx, { essayId, marks: essayMarks }).execute();
    for (const one of keys) {
      const list = await findKeyList(trx, house.secrets, one);
      if (list) {
        await saveKeyList(trx, house.secrets, { key: one, list: { ...list, writtenDown: true } });
      }
    }
  });
}
