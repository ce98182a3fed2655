/**
 * Texts as long and as hard to compress as those that people write. Two words in three are drawn as
 * often as English has them (from a specification that is written in it), the others are made of
 * syllables: with brotli the result takes as many bytes a word as a blog's comments do.
 */
import { createRequire } from "node:module";
import type { Lot } from "./random.ts";

const spec: { text: string } = createRequire(import.meta.url)("commonmark-spec");

const COMMON = (spec.text.match(/\b[A-Za-z]{1,12}\b/g) ?? []).map((word) => word.toLowerCase());
const SYLLABLES =
  "an be cor der el fer gra hin is jo kel lin mor nes ol pre qui ran sta ten un ver wil yon ard ing ble tion ment ous".split(
    " ",
  );
const MADE_WORDS = 6_000;

export interface Prose {
  markdown: string;
  /** As the renderer makes it. */
  html: string;
  words: number;
}

export class Writer {
  readonly #lot: Lot;
  readonly #made: readonly string[];

  constructor(lot: Lot) {
    this.#lot = lot;
    this.#made = Array.from({ length: MADE_WORDS }, () =>
      Array.from({ length: lot.between(2, 3) }, () => lot.of(SYLLABLES)).join(""),
    );
  }

  /** Exactly so many words, in sentences and paragraphs. */
  prose(count: number): Prose {
    const paragraphs: string[] = [];
    let left = count;
    while (left > 0) {
      const sentences: string[] = [];
      for (let wanted = this.#lot.between(2, 6); wanted > 0 && left > 0; wanted -= 1) {
        const length = Math.min(left, this.#lot.between(5, 28));
        sentences.push(this.#sentence(length));
        left -= length;
      }
      paragraphs.push(sentences.join(" "));
    }
    return {
      markdown: paragraphs.join("\n\n"),
      html: paragraphs.map((text) => `<p dir="auto">${text}</p>`).join("\n"),
      words: count,
    };
  }

  title(): string {
    return this.#sentence(this.#lot.between(3, 9)).slice(0, -1);
  }

  /** Two words, as a thread names those who chose no name. */
  name(): string {
    return `${capital(this.#word())} ${capital(this.#word())}`;
  }

  #sentence(length: number): string {
    let text = capital(this.#word());
    for (let at = 1; at < length; at += 1) {
      text += this.#lot.chance(0.07) ? `, ${this.#word()}` : ` ${this.#word()}`;
    }
    return `${text}${this.#lot.chance(0.12) ? "?" : "."}`;
  }

  #word(): string {
    if (this.#lot.chance(0.67)) return this.#lot.of(COMMON);
    // Squared, so that some come often and most come seldom.
    const place = Math.floor(this.#lot.number() ** 2 * this.#made.length);
    return this.#made[place] ?? "";
  }
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
