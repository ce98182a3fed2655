import { words } from "#app/words/words.ts";
import { markBytes, type Secret } from "./secret-ring.ts";

/** Two words nearly always do; this many further tries take three. */
const TRIES = 200;

/**
 * A name of two friendly words for somebody who typed none, three where two are taken. It follows
 * from the nonce and the essay, so that the preview shows the name that posting gives, and nothing
 * ties it to a name in another thread.
 *
 * @param isTaken is that name somebody's here?
 * @throws where not one of 200 names is free, which 40 million names rule out
 */
export async function friendlyName({
  secret,
  nonce,
  essayId,
  isTaken,
}: {
  secret: Secret;
  nonce: string;
  essayId: string;
  isTaken: (name: string) => Promise<boolean>;
}): Promise<string> {
  const { adjectives, nouns } = words().names;
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const bytes = markBytes(secret, "name", nonce, essayId, String(attempt));
    const pick = (list: readonly string[], at: number) =>
      list[bytes.readUInt32BE(at) % list.length] ?? "";
    const noun = pick(nouns, 0);
    const chosen = [pick(adjectives, 4), ...(attempt > 0 ? [pick(adjectives, 8)] : []), noun];
    const name = chosen.join(" ");
    if (new Set(chosen).size === chosen.length && !(await isTaken(name))) return name;
  }
  throw new Error("no free name was found");
}
