/** The bare server as the bench sees it: answers recorded from the real one, sent by `node:http`. */
import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { ask, type Reply } from "#tests/support/ask.ts";
import type { Facts, Measured } from "./measured.ts";
import type { Form } from "./posting.ts";

export interface Recorded {
  /** Method, Accept-Encoding and path; `POST` for whatever is posted. */
  name: string;
  status: number;
  /** Names and values in turn, as they came over the wire. */
  headers: string[];
  body: Buffer;
}

/** What Node puts on every answer by itself. */
const OWN = new Set(["date", "connection", "keep-alive", "transfer-encoding"]);

/** The headers as a server has to give them to Node for the same bytes. */
function withoutNodesOwn(raw: readonly string[]): string[] {
  const kept: string[] = [];
  for (let at = 0; at < raw.length; at += 2) {
    const [name = "", value = ""] = raw.slice(at, at + 2);
    if (!OWN.has(name.toLowerCase())) kept.push(name, value);
  }
  return kept;
}

/** Asks once and keeps the answer as it is on the wire. */
export async function record(origin: string, path: string, encoding: string): Promise<Recorded> {
  const reply = await ask(origin, path, { headers: { "Accept-Encoding": encoding } });
  return recorded(`GET ${encoding} ${path}`, reply);
}

/** The same for a form that is posted. */
export async function recordPost(origin: string, { path, ...form }: Form): Promise<Recorded> {
  return recorded("POST", await ask(origin, path, { method: "POST", ...form }));
}

function recorded(name: string, { status, rawHeaders, bytes }: Reply): Recorded {
  return { name, status, headers: withoutNodesOwn(rawHeaders), body: bytes };
}

/** Starts the bare server with these answers. */
export async function startBare(folder: string, answers: readonly Recorded[]): Promise<Measured> {
  await mkdir(folder, { recursive: true });
  let from = 0;
  const index = answers.map(({ body, ...answer }) => {
    const entry = { ...answer, from, length: body.length };
    from += body.length;
    return entry;
  });
  await writeFile(join(folder, "index.json"), JSON.stringify(index));
  await writeFile(join(folder, "bytes"), Buffer.concat(answers.map(({ body }) => body)));
  const child = fork(fileURLToPath(new URL("./bare-server.mjs", import.meta.url)), [folder], {
    execArgv: [],
  });
  const { port } = await told<{ port: number }>(child);
  return {
    origin: `http://127.0.0.1:${port}`,
    facts: () => {
      const facts = told<Facts>(child);
      child.send("facts");
      return facts;
    },
    stop: async () => {
      child.disconnect();
      if (child.exitCode === null) await once(child, "exit");
    },
  };
}

async function told<T>(child: ChildProcess): Promise<T> {
  const [message] = await once(child, "message");
  return message as T;
}
