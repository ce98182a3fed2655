/** Comments as guests post them: each by somebody new, with a form and a key of their own. */
import { loadSecretRing } from "#app/config/secret-file.ts";
import { makeNonce } from "#app/domain/identity/nonce.ts";
import { connect } from "#db/connect.ts";
import type { House } from "./measured.ts";
import { lotFrom } from "./random.ts";
import { Writer } from "./text.ts";

export interface Form {
  path: string;
  body: string;
  headers: Record<string, string>;
}

/** Texts made beforehand; each is posted many times, under another nonce. */
const TEXTS = 200;

/**
 * Makes forms as the reply pages of these threads would hand them out. The nonces are signed with
 * the house's own secret, so that the time to fetch a form is not in the time to post one.
 */
export async function formsFor(
  house: House,
  slugs: readonly string[],
  seed: number,
): Promise<() => Form> {
  const secrets = await loadSecretRing(house.secretFile);
  const lot = lotFrom(seed);
  const writer = new Writer(lot);
  const texts = Array.from({ length: TEXTS }, () => writer.prose(lot.between(10, 180)).markdown);
  return () => {
    const fields = new URLSearchParams({
      body: lot.of(texts),
      parent: "",
      name: "",
      leave_empty: "",
      nonce: makeNonce({ secrets, clock: () => new Date() }),
      intent: "post",
    });
    if (lot.chance(0.5)) fields.append("perspective", lot.of(["experience", "debate"]));
    return {
      path: `/essays/${lot.of(slugs)}/reply`,
      body: fields.toString(),
      headers: {
        Origin: house.origin,
        "Content-Type": "application/x-www-form-urlencoded",
      },
    };
  };
}

/** Posts one form. */
export async function postOne(house: House, { path, body, headers }: Form): Promise<void> {
  const response = await fetch(`${house.origin}${path}`, { method: "POST", body, headers });
  await response.arrayBuffer();
  if (response.status !== 200) throw new Error(`Posting answered ${response.status}.`);
}

/** How many comments the store holds, asked of the file itself. */
export async function storedComments(house: House): Promise<number> {
  const store = await connect(house.databaseUrl);
  try {
    const { count } = await store.read
      .selectFrom("comments")
      .select((eb) => eb.fn.countAll<number>().as("count"))
      .executeTakeFirstOrThrow();
    return Number(count);
  } finally {
    await store.close();
  }
}
