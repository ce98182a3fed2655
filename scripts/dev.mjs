/** `npm run dev`: the site with hot reload, from its sources. */
import { root, stayOnOwnNode } from "./own-node.mjs";

stayOnOwnNode();
process.chdir(root);
process.env.NODE_ENV = "development";

const { install } = await import("./prepare.mjs");
if (!install()) process.exit(1);
const { register } = await import("tsx/esm/api");
register();
const { develop } = await import("../app/server/dev.ts");
const { createServer } = await import("vite");
const startVite = () => createServer({ server: { middlewareMode: true }, appType: "custom" });
process.exit(await develop(startVite));
