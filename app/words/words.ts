import { en } from "./en.ts";

/** Everything that a page says. A second language is a second value of this type. */
export type Words = typeof en;

let spoken: Words = en;

/** The sentences of the language that the pages speak now. */
export function words(): Words {
  return spoken;
}

/**
 * Changes the language of all pages. Only tests do so, with a pseudo-language that proves no
 * sentence is written elsewhere; the server never does.
 */
export function speak(language: Words): void {
  spoken = language;
}
