/**
 * Runs the script again on the Node that started npm.
 *
 * The npm package `node` (Node 24, for one test) puts a `node` into node_modules/.bin, and npm puts
 * that folder first on PATH: from the second start on, "node scripts/start.mjs" would silently run
 * on another Node than the one of this machine. Only Node's own modules here: nothing is installed.
 */
import { spawnSync } from "node:child_process";
import { realpathSync } from "node:fs";
import { delimiter, dirname, join, sep } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of package.json. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)));

const OLDEST = [20, 19];

export function stayOnOwnNode() {
  const packaged = join(realpathSync(root), "node_modules", "node") + sep;
  const own = process.env.npm_node_execpath;
  if (realpathSync(process.execPath).startsWith(packaged) && own && !own.startsWith(packaged)) {
    replaceProcess(own);
  }
  process.env.PATH = (process.env.PATH ?? "")
    .split(delimiter)
    .filter((folder) => folder !== join(root, "node_modules", ".bin"))
    .join(delimiter);
  refuseOldNode();
}

/** Ends this process; where the system can do so, the new one takes its place and its signals. */
function replaceProcess(node) {
  const args = [...process.execArgv, ...process.argv.slice(1)];
  if (typeof process.execve === "function") process.execve(node, [node, ...args], process.env);
  process.on("SIGINT", () => {}); // the new process hears it too, and decides
  const { status } = spawnSync(node, args, { stdio: "inherit" });
  process.exit(status ?? 1);
}

function refuseOldNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1])) return;
  console.error(
    `Firsthand needs Node ${OLDEST.join(".")} or newer; this is Node ${process.versions.node}. A newer one is at https://nodejs.org.`,
  );
  process.exit(1);
}
