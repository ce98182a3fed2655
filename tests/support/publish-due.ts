/**
 * A process of its own that publishes what is due, again and again, until it is killed; for
 * tests/faults. Arguments: the database's address, and the secret in base64.
 */
import { publishDue } from "#app/domain/later/publish.ts";
import { createRenderer } from "#app/domain/rendering/renderer.ts";
import { connect } from "#db/connect.ts";

const [address = "", secretText = ""] = process.argv.slice(2);
const secret = { id: "test", bytes: Buffer.from(secretText, "base64") };
const house = {
  store: await connect(address),
  renderer: createRenderer({ threads: 1 }),
  finder: { find: async () => null, close: async () => undefined },
  secrets: { current: secret, all: [secret] },
  settings: {
    ...{ name: "", tagline: "", runBy: "", contact: "", exitTo: "", help: [] },
    guests: "open" as const,
  },
  clock: () => new Date("2026-03-16T09:26:53.589Z"),
  changed: () => {},
};
process.stdout.write("ready\n");
for (;;) await publishDue(house);
