/**
 * A process of its own that writes pairs of rows as fast as it can and tells on standard output
 * which of them were acknowledged, until it is killed; for tests/faults.
 * Arguments: the database's address, and a word that its pairs begin with.
 */
import { connect } from "#db/connect.ts";
import { writePair } from "./pairs.ts";

const [address = "", word = ""] = process.argv.slice(2);
const store = await connect(address);
let next = 0;

async function keepWriting(): Promise<never> {
  for (;;) {
    next += 1;
    const id = `${word}-${next}`;
    await store.write((trx) => writePair(trx, id));
    process.stdout.write(`${id}\n`);
  }
}

await Promise.all(Array.from({ length: 20 }, keepWriting));
