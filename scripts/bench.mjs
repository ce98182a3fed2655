/**
 * `npm run bench`: installs and builds if needed, then measures the built server beside a bare one.
 * `npm run bench -- --short` for a quick look, `-- --publish` to put the figures into
 * docs/performance.md.
 */
import { root, stayOnOwnNode } from "./own-node.mjs";

stayOnOwnNode();
process.chdir(root);

const { build, install } = await import("./prepare.mjs");
if (!install() || !build()) process.exit(1);
const { register } = await import("tsx/esm/api");
register();
const { bench } = await import("../tests/bench/bench.ts");
process.exit(await bench(process.argv.slice(2)));
