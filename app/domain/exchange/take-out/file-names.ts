/** Names of folders and files that every system can unpack, whatever people call themselves. */
import { slugOf } from "../../essays/slug.ts";

const LONGEST = 40;
/** Names that mean a device on Windows. */
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)$/;

/** Small Latin letters, figures and hyphens; `fallback` where nothing of it is left. */
function plainName(text: string, fallback: string): string {
  const plain = slugOf(text)
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, LONGEST)
    .replace(/^-+|-+$/g, "");
  return plain === "" || RESERVED.test(plain) ? fallback : plain;
}

/** Gives each text a name of its own: numbered from 2 where it is taken. */
export class FileNames {
  readonly #taken = new Set<string>();

  /** @param before stands in front of every name, for example a day */
  free(text: string, { fallback, before = "" }: { fallback: string; before?: string }): string {
    const first = `${before}${plainName(text, fallback)}`;
    let name = first;
    for (let number = 2; this.#taken.has(name); number += 1) name = `${first}-${number}`;
    this.#taken.add(name);
    return name;
  }
}
