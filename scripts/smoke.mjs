/**
 * One flow on Node 24: the site that was built on this machine's Node starts, answers and stops on
 * the Node of the npm package `node`. `--node PATH` takes another one.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root } from "./own-node.mjs";

const PATIENCE_MS = 60_000;

function nodeToTry() {
  const given = process.argv.indexOf("--node");
  if (given > 0) return process.argv[given + 1];
  return join(
    root,
    "node_modules",
    "node",
    "bin",
    process.platform === "win32" ? "node.exe" : "node",
  );
}

async function smoke(folder) {
  const node = nodeToTry();
  if (!existsSync(node)) throw new Error(`There is no Node at ${node}.`);
  const {
    npm_node_execpath: _own,
    SITE_URL: _site,
    DATABASE_URL: _database,
    ...rest
  } = process.env;
  const env = {
    ...rest,
    NODE_ENV: "production",
    PORT: "0",
    HOST: "127.0.0.1",
    WEB_CONCURRENCY: "1",
    DATA_DIR: join(folder, "data"),
    SECRET_FILE: join(folder, "secrets", "firsthand.key"),
  };
  const child = spawn(node, [join(root, "build", "node", "server.mjs")], {
    cwd: folder,
    env,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = once(child, "exit");
  try {
    const address = await addressOf(child, ended);
    await expectAnswer(`${address}/healthz`, 200, "");
    await expectAnswer(`${address}/readyz`, 200, "");
    await expectAnswer(`${address}/`, 200, "<main");
    await expectAnswer(`${address}/help`, 200, "<main");
    await expectAnswer(`${address}/essays/nothing-here`, 404, "<main");
    child.kill("SIGTERM");
    const [code, signal] = await ended;
    if (code !== 0) throw new Error(`It ended with ${code ?? signal} and not with 0.`);
  } finally {
    child.kill("SIGKILL");
  }
}

/** Where it is open, from its one friendly line. */
function addressOf(child, ended) {
  return new Promise((resolve, reject) => {
    let said = "";
    const late = setTimeout(() => reject(new Error(`It did not open: ${said}`)), PATIENCE_MS);
    late.unref();
    ended.then(([code]) => reject(new Error(`It ended with ${code} before it was open: ${said}`)));
    child.stdout.setEncoding("utf8").on("data", (chunk) => {
      said += chunk;
      const open = /Firsthand is open at (http:\/\/\S+)/.exec(said)?.[1];
      if (open) resolve(open.replace("localhost", "127.0.0.1"));
    });
  });
}

async function expectAnswer(address, status, part) {
  const answer = await fetch(address, { signal: AbortSignal.timeout(PATIENCE_MS) });
  const body = await answer.text();
  if (answer.status !== status || !body.includes(part)) {
    throw new Error(`${address} answered ${answer.status}, and ${status} was expected.`);
  }
}

const folder = mkdtempSync(join(tmpdir(), "firsthand-smoke-"));
try {
  await smoke(folder);
  console.log("It starts, answers and stops.");
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
