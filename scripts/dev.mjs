/** `npm run dev`: the site with hot reload, from its sources. */
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { root, stayOnOwnNode } from "./own-node.mjs";

stayOnOwnNode();
process.chdir(root);
process.env.NODE_ENV = "development";

const { install } = await import("./prepare.mjs");
if (!install()) process.exit(1);
const { register } = await import("tsx/esm/api");
register();
await import(pathToFileURL(join(root, "app", "server", "dev.ts")).href);
