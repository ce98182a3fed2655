import { namesSinceLaidOut, noteLaidOut } from "#db/queries/row-order.ts";
import type { House } from "../house.ts";

/**
 * Whoever reads a database file byte by byte sees which rows came last: an account and the name it was
 * made with stand at the same place in their order. So when accounts or names have come or gone, the
 * store is laid out anew, where that is quick (docs/decisions/0019).
 *
 * @returns whether it was
 */
export async function forgetOrder({ store }: Pick<House, "store">): Promise<boolean> {
  const value = await namesSinceLaidOut(store.read);
  if (value === null || !(await store.forgetOrder())) return false;
  await store.write((trx) => noteLaidOut(trx, { value }).execute());
  return true;
}
