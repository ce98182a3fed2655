#!/usr/bin/env node
/** `npx firsthand …`: the commands, as they were built. `npm start` or `npm run build` builds them. */
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { stayOnOwnNode } from "../scripts/own-node.mjs";

stayOnOwnNode();
process.env.NODE_ENV ??= "production";

const commands = new URL("../build/node/cli.mjs", import.meta.url);
if (existsSync(fileURLToPath(commands))) {
  await import(commands.href);
} else {
  console.error("Firsthand is not built yet. Run: npm run build");
  process.exitCode = 1;
}
