import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const LOCK = join(ROOT, ".cache", "test-build");
const OPEN_WITHIN_MS = 30_000;

export interface TestServer {
  port: number;
  /** `http://127.0.0.1:<port>`, one of its origins. */
  origin: string;
  pid: number;
  /** Holds `data/` and `secrets/`. */
  folder: string;
  dataDir: string;
  databaseUrl: string;
  /** All it has written to both its outputs. */
  output: () => string;
  /** Sends a signal and waits; gives the exit code, or null where the signal ended it. */
  end: (signal?: NodeJS.Signals) => Promise<number | null>;
  /** Ends it and removes its folder. */
  stop: () => Promise<void>;
}

export interface ServerOptions {
  /** Left out: a SQLite file in its own data folder. */
  databaseUrl?: string;
  /** To start again where another ended, or beside it: its folder, which is then kept by `stop`. */
  folder?: string;
  env?: Record<string, string>;
  /** Left out: the kernel's choice. */
  port?: number;
}

/**
 * Starts the real, built server as its own process, building it first where a source has changed.
 * Rate limits are off and an empty store stays empty unless `env` says otherwise.
 */
export async function startServer(options: ServerOptions = {}): Promise<TestServer> {
  await buildOnce();
  const started = await launch(options);
  const { child, output } = started;
  const port = await openPort(child, output);
  const { folder, dataDir, databaseUrl } = started;
  const end = async (signal: NodeJS.Signals = "SIGTERM") => {
    if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
    child.kill(signal);
    await once(child, "exit");
    return child.exitCode;
  };
  return {
    port,
    origin: `http://127.0.0.1:${port}`,
    pid: child.pid ?? 0,
    folder,
    dataDir,
    databaseUrl,
    output,
    end,
    stop: async () => {
      await end();
      if (options.folder === undefined) await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Runs the built server until it ends by itself; for what must not start. */
export async function runServer(
  options: ServerOptions,
): Promise<{ code: number | null; output: string }> {
  await buildOnce();
  const { child, output, folder } = await launch(options);
  await once(child, "exit");
  if (options.folder === undefined) await rm(folder, { recursive: true, force: true });
  return { code: child.exitCode, output: output() };
}

async function launch(options: ServerOptions) {
  const folder = options.folder ?? (await mkdtemp(join(tmpdir(), "firsthand-server-")));
  const dataDir = join(folder, "data");
  const databaseUrl = options.databaseUrl ?? `sqlite:${join(dataDir, "firsthand.db")}`;
  const child = spawn(process.execPath, [join(ROOT, "build", "node", "server.mjs")], {
    cwd: folder,
    env: {
      NODE_ENV: "production",
      PATH: process.env["PATH"] ?? "",
      PORT: String(options.port ?? 0),
      DATA_DIR: dataDir,
      SECRET_FILE: join(folder, "secrets", "firsthand.key"),
      DATABASE_URL: databaseUrl,
      RATE_LIMITS: "off",
      DEMO: "off",
      ...options.env,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let written = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8");
    stream.on("data", (chunk: string) => {
      written += chunk;
    });
  }
  return { child, folder, dataDir, databaseUrl, output: () => written };
}

/** Waits for the line that says where it is open. */
async function openPort(child: ChildProcess, output: () => string): Promise<number> {
  const until = Date.now() + OPEN_WITHIN_MS;
  while (Date.now() < until && child.exitCode === null) {
    const port = /^Firsthand is open at .*:(\d+)$/m.exec(output())?.[1];
    if (port !== undefined) return Number(port);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  child.kill("SIGKILL");
  throw new Error(`The server did not open:\n${output()}`);
}

let built: Promise<void> | null = null;

/** As `npm start` does: nothing where no source has changed. One process at a time. */
function buildOnce(): Promise<void> {
  built ??= lockedBuild();
  return built;
}

async function lockedBuild(): Promise<void> {
  const unlock = await lock();
  try {
    const command =
      "const { build } = await import('./scripts/prepare.mjs'); process.exit(build() ? 0 : 1)";
    const { VITEST: _vitest, ...env } = process.env;
    const child = spawn(process.execPath, ["--input-type=module", "--eval", command], {
      cwd: ROOT,
      env: { ...env, NODE_ENV: "production" },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let said = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.on("data", (chunk) => {
        said += String(chunk);
      });
    }
    await once(child, "exit");
    if (child.exitCode !== 0) throw new Error(`The site could not be built:\n${said}`);
  } finally {
    await unlock();
  }
}

async function lock(): Promise<() => Promise<void>> {
  await mkdir(join(ROOT, ".cache"), { recursive: true });
  for (;;) {
    try {
      await writeFile(LOCK, String(process.pid), { flag: "wx" });
      return () => rm(LOCK, { force: true });
    } catch {
      const holder = Number(await readFile(LOCK, "utf8").catch(() => "0"));
      if (holder > 0 && !isRunning(holder)) await rm(LOCK, { force: true });
      else await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
