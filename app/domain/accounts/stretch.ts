/**
 * argon2id: slow on purpose, so that a passphrase can't be guessed fast by whoever has the store and
 * the secret. https://www.rfc-editor.org/rfc/rfc9106, with the least that OWASP asks for.
 */
import { hashRaw } from "@node-rs/argon2";

/** The package's own name for it is a constant of types only. */
const ARGON2ID = 2;
const COSTS = { memoryCost: 19 * 1_024, timeCost: 2, parallelism: 1, outputLen: 32 } as const;

/** Leaves threads of Node's pool to the database. */
const AT_ONCE = 2;
/** Some two seconds of work: whoever would wait longer is told at once. */
const MOST_WAITING = 60;

/** More to stretch than this process can; nothing was tried. Try again (503). */
class TooBusy extends Error {
  override readonly name = "TooBusy";
  readonly kind = "too_busy";
}

/**
 * Lets a few through at a time and a few wait. One for the whole process, since what it guards is
 * the process's own: its memory, and the threads that it shares with the database.
 */
class Turnstile {
  #inside = 0;
  readonly #waiting: (() => void)[] = [];

  async pass<T>(work: () => Promise<T>): Promise<T> {
    if (this.#inside >= AT_ONCE) {
      if (this.#waiting.length >= MOST_WAITING) throw new TooBusy("too many passphrases at once");
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    } else {
      this.#inside += 1;
    }
    try {
      return await work();
    } finally {
      const next = this.#waiting.shift();
      if (next) next();
      else this.#inside -= 1;
    }
  }
}

const turnstile = new Turnstile();

/**
 * argon2id of a text: 19 MiB, two passes, one lane.
 *
 * @param salt base64url
 * @returns 32 bytes as base64url
 * @throws an error of kind `too_busy` where too many wait already
 */
export async function stretch(text: string, salt: string): Promise<string> {
  const how = { ...COSTS, algorithm: ARGON2ID, salt: Buffer.from(salt, "base64url") };
  const stretched = await turnstile.pass(() => hashRaw(text, how));
  return stretched.toString("base64url");
}
