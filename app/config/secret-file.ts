import { randomBytes } from "node:crypto";
import { mkdir, readFile, stat } from "node:fs/promises";
import { dirname } from "node:path";
import { z } from "zod";
import type { Secret, SecretRing } from "#app/domain/identity/secret-ring.ts";
import { words } from "#app/words/words.ts";
import { StartFault } from "./start-fault.ts";
import { codeOf, writeOnce } from "./write-once.ts";

const SECRET_BYTES = 32;
/** Every look-up tries each secret, and a statement takes only so many values. */
export const MOST_SECRETS = 24;
const OTHERS = 0o077;

/** `{"current": "k1a2", "secrets": {"k1a2": "<base64>"}}` */
const fileShape = z.object({
  current: z.string(),
  secrets: z.record(z.string(), z.string()),
});

/**
 * The house's secrets, read from SECRET_FILE. On the first start the file is made, with mode 0600
 * in a folder of mode 0700; of several processes that start together one makes it and all read it.
 *
 * @throws StartFault where the file can be read by others, can't be read, or is not what it should be
 */
export async function loadSecretRing(path: string): Promise<SecretRing> {
  const mode = await modeOf(path);
  if (mode === null) await makeSecretFile(path);
  const fault = faultOfMode(path, mode ?? (await modeOf(path)) ?? 0);
  if (fault !== null) throw new StartFault([fault]);
  const text = await readFile(path, "utf8").catch((error: unknown) => {
    throw new StartFault([words().secretFile.unreadable(path, codeOf(error))]);
  });
  return readRing(path, text);
}

/** The one sentence about who else may read the file; null where nobody may. */
function faultOfMode(path: string, mode: number): string | null {
  if (process.platform === "win32" || (mode & OTHERS) === 0) return null;
  return words().secretFile.openToOthers(path, (mode & 0o777).toString(8).padStart(4, "0"));
}

/** The file's permission bits, or null where there is no file yet. */
async function modeOf(path: string): Promise<number | null> {
  try {
    const found = await stat(path);
    if (!found.isFile()) throw new StartFault([words().secretFile.notAFile(path)]);
    return found.mode;
  } catch (error) {
    if (codeOf(error) === "ENOENT") return null;
    if (codeOf(error) === "") throw error;
    throw new StartFault([words().secretFile.unreadable(path, codeOf(error))]);
  }
}

async function makeSecretFile(path: string): Promise<void> {
  const made = makeSecret();
  try {
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    await writeOnce(path, ringText({ current: made, all: [made] }), 0o600);
  } catch (error) {
    throw new StartFault([words().secretFile.unwritable(path, codeOf(error))]);
  }
}

/** A fresh secret with a name of its own. */
export function makeSecret(): Secret {
  return {
    // A letter first: names that are numbers would lose their place in the file.
    id: `k${randomBytes(4).toString("hex")}`,
    bytes: new Uint8Array(randomBytes(SECRET_BYTES)),
  };
}

/** What the file of a ring says. */
export function ringText({ current, all }: SecretRing): string {
  const secrets = Object.fromEntries(
    all.map(({ id, bytes }) => [id, Buffer.from(bytes).toString("base64")]),
  );
  return `${JSON.stringify({ current: current.id, secrets }, null, 2)}\n`;
}

/**
 * Reads what the file says.
 *
 * @throws StartFault where it is not what it should be
 */
export function readRing(path: string, text: string): SecretRing {
  const damaged = (why: string) => new StartFault([words().secretFile.damaged(path, why)]);
  const parsed = fileShape.safeParse(parseJson(text));
  if (!parsed.success) {
    throw damaged(
      parseJson(text) === undefined ? words().secretFile.notJson : words().secretFile.noSecrets,
    );
  }
  const all = Object.entries(parsed.data.secrets).map(([id, base64]): Secret => {
    const bytes = Buffer.from(base64, "base64");
    const whole = bytes.toString("base64").replace(/=+$/, "") === base64.replace(/=+$/, "");
    if (!whole || bytes.length < SECRET_BYTES) throw damaged(words().secretFile.badSecret(id));
    return { id, bytes: new Uint8Array(bytes) };
  });
  const current = all.find(({ id }) => id === parsed.data.current);
  if (current === undefined) throw damaged(words().secretFile.noCurrent);
  return { current, all };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
