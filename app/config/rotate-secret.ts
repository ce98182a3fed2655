import { readFile } from "node:fs/promises";
import type { SecretRing } from "#app/domain/identity/secret-ring.ts";
import { words } from "#app/words/words.ts";
import { MOST_SECRETS, makeSecret, readRing, ringText } from "./secret-file.ts";
import { StartFault } from "./start-fault.ts";
import { codeOf, replaceFile } from "./write-once.ts";

/**
 * Puts a fresh secret on top of the ring in SECRET_FILE; the old ones stay. The file is replaced as a
 * whole, with mode 0600 and its owner. Only one process at a time may do so: the caller sees to it.
 *
 * @returns the ring as it is now
 * @throws StartFault where the file can't be read, is damaged or full, or can't be replaced
 */
export async function rotateSecretFile(path: string): Promise<SecretRing> {
  const say = words().secretFile;
  const text = await readFile(path, "utf8").catch((error: unknown) => {
    throw new StartFault([say.unreadable(path, codeOf(error))]);
  });
  const { all } = readRing(path, text);
  if (all.length >= MOST_SECRETS) throw new StartFault([say.full(path, all.length)]);
  const current = makeSecret();
  const ring = { current, all: [...all, current] };
  try {
    await replaceFile(path, ringText(ring), 0o600);
  } catch (error) {
    throw new StartFault([say.notReplaced(path, codeOf(error))]);
  }
  return ring;
}
