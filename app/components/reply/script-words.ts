import { words } from "#app/words/words.ts";

/** Attributes that give public/enhance/reply.js its sentences. */
export function scriptWords(): Record<`data-${string}`, string> {
  const { reply } = words();
  return { "data-sending": reply.sending, "data-failed": reply.notSent, "data-close": reply.close };
}
