import type { KyselyPlugin } from "kysely";
import type { Reader } from "#db/connect.ts";

/** A reader that counts the queries that go through it. */
export function countingReader(read: Reader): { read: Reader; asked: () => number } {
  let count = 0;
  const plugin: KyselyPlugin = {
    transformQuery: ({ node }) => {
      count += 1;
      return node;
    },
    transformResult: async ({ result }) => result,
  };
  return { read: read.withPlugin(plugin), asked: () => count };
}
