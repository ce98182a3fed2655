import type { KyselyPlugin } from "kysely";
import type { Store } from "#db/connect.ts";

export interface CountedStore extends Store {
  /** How many statements have been asked for since the last look, in writes and beside them. */
  counted(): { reading: number; writing: number };
}

/** The same store, its statements counted (those of the write queue itself are not). */
export function countingStore(store: Store): CountedStore {
  let counts = { reading: 0, writing: 0 };
  const counting = (which: keyof typeof counts): KyselyPlugin => ({
    transformQuery: ({ node }) => node,
    // Once a statement, also where it is put together from several.
    transformResult: async ({ result }) => {
      counts[which] += 1;
      return result;
    },
  });
  return {
    dialect: store.dialect,
    read: store.read.withPlugin(counting("reading")),
    get waiting() {
      return store.waiting;
    },
    write: (work, options) =>
      store.write((trx) => work(trx.withPlugin(counting("writing"))), options),
    forgetDeleted: () => store.forgetDeleted(),
    forgetOrder: () => store.forgetOrder(),
    close: () => store.close(),
    counted: () => {
      const now = counts;
      counts = { reading: 0, writing: 0 };
      return now;
    },
  };
}
