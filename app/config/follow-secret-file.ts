import { type BigIntStats, readFileSync, statSync } from "node:fs";
import type { SecretRing } from "#app/domain/identity/secret-ring.ts";
import { loadSecretRing, readRing } from "./secret-file.ts";

/**
 * The house's secrets as SECRET_FILE says them *now*: whoever rotates them need not restart anything,
 * and a cookie or a row that another process made under a newer secret is known here at once.
 *
 * The file's state is asked for at most once in a stretch of code that doesn't wait, so what is
 * reckoned there is reckoned with one ring. A file that has gone or was damaged in the meantime
 * changes nothing: the ring stays as it was last read.
 *
 * @throws StartFault as `loadSecretRing`
 */
export async function followSecretFile(path: string): Promise<SecretRing> {
  await loadSecretRing(path);
  let read = readAgain(path, null);
  let asked = false;
  const now = (): SecretRing => {
    if (!asked) {
      asked = true;
      queueMicrotask(() => {
        asked = false;
      });
      read = readAgain(path, read);
    }
    return read.ring;
  };
  return {
    get current() {
      return now().current;
    },
    get all() {
      return now().all;
    },
  };
}

interface Read {
  ring: SecretRing;
  /** What the file was when it was read. */
  state: string;
}

/** Reads the file where it is another than the one read before. */
function readAgain(path: string, before: Read | null): Read {
  try {
    const state = stateOf(statSync(path, { bigint: true }));
    if (state === before?.state) return before;
    return { ring: readRing(path, readFileSync(path, "utf8")), state };
  } catch (error) {
    if (before === null) throw error;
    return before;
  }
}

/** A file that took this one's place has another number; one written over, another time. */
function stateOf({ ino, size, mtimeNs, ctimeNs }: BigIntStats): string {
  return [ino, size, mtimeNs, ctimeNs].join(" ");
}
