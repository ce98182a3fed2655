/** `npm start`: installs if needed, builds if needed, opens the house. */
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { root, stayOnOwnNode } from "./own-node.mjs";

stayOnOwnNode();
process.chdir(root);

const { build, install } = await import("./prepare.mjs");
if (!install() || !build()) {
  console.error("Firsthand could not be made ready. The reason stands above.");
  process.exit(1);
}
process.env.NODE_ENV ??= "production";
await import(pathToFileURL(join(root, "build", "node", "server.mjs")).href);
