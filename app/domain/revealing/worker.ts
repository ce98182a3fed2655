import { findRevealingIn } from "./find-revealing.ts";
import type { Found } from "./types.ts";

/** The task that piscina runs, one at a time. */
export default async function find(texts: readonly string[]): Promise<Found> {
  return await findRevealingIn(texts);
}
