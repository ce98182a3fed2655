import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { TestServer } from "./server.ts";

const COMMANDS = fileURLToPath(new URL("../../build/node/cli.mjs", import.meta.url));

export interface CommandEnd {
  code: number | null;
  out: string;
  err: string;
}

/** Runs a built `firsthand …` as a process of its own, on the data of a test server. */
export async function firsthand(
  of: Pick<TestServer, "folder" | "dataDir" | "databaseUrl"> & { port?: number },
  ...typed: string[]
): Promise<CommandEnd> {
  const child = spawn(process.execPath, [COMMANDS, ...typed], {
    cwd: of.folder,
    env: {
      NODE_ENV: "production",
      PATH: process.env["PATH"] ?? "",
      TMPDIR: process.env["TMPDIR"] ?? "/tmp",
      PORT: String(of.port ?? 0),
      DATA_DIR: of.dataDir,
      SECRET_FILE: join(of.folder, "secrets", "firsthand.key"),
      DATABASE_URL: of.databaseUrl,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const said = { out: "", err: "" };
  child.stdout.setEncoding("utf8").on("data", (chunk: string) => {
    said.out += chunk;
  });
  child.stderr.setEncoding("utf8").on("data", (chunk: string) => {
    said.err += chunk;
  });
  await once(child, "close");
  return { code: child.exitCode, ...said };
}
