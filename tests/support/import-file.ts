/**
 * A process of its own that imports a file, to be killed; for tests/faults and for measuring.
 * Arguments: the database's address, the file, and `keep` or `hide`. Prints the report as JSON, with
 * the highest memory it had, in MB.
 */
import { randomBytes } from "node:crypto";
import { importWordpress } from "#app/domain/exchange/wordpress/import-wordpress.ts";
import { planImport } from "#app/domain/exchange/wordpress/plan-import.ts";
import { createRenderer } from "#app/domain/rendering/renderer.ts";
import { connect } from "#db/connect.ts";

const [address = "", path = "", names = "keep"] = process.argv.slice(2);
const store = await connect(address);
const renderer = createRenderer();
const secret = { id: "test", bytes: randomBytes(32) };
const house = {
  store,
  renderer,
  finder: { find: async () => null, close: async () => undefined },
  secrets: { current: secret, all: [secret] },
  settings: {
    ...{ name: "", tagline: "", runBy: "", contact: "", exitTo: "", help: [] },
    guests: "open" as const,
  },
  clock: () => new Date("2026-03-14T09:26:53.589Z"),
  changed: () => {},
};
const plan = await planImport({ path, names: names === "hide" ? "hide" : "keep", today: 20_000 });
process.stdout.write("planned\n");
const report = await importWordpress(house, { plan });
await renderer.close();
await store.close();
const memory = Math.round(process.resourceUsage().maxRSS / 1024);
process.stdout.write(`${JSON.stringify({ ...report, memory })}\n`);
