import { ask } from "./ask.ts";

export interface Weight {
  path: string;
  /** Bytes of the body as it comes over the wire with brotli. */
  bytes: number;
}

/**
 * What a browser fetches to show a page, fonts and the icon apart: the page, its style sheets, its
 * scripts and what these import.
 */
export async function weightOf(origin: string, path: string): Promise<Weight[]> {
  const found = [path];
  const weights: Weight[] = [];
  for (const address of found) {
    const asked = { headers: { "Accept-Encoding": "br" } };
    const { status, bytes, text } = await ask(origin, address, asked);
    if (status !== 200) throw new Error(`${address} answered ${status}.`);
    weights.push({ path: address, bytes: bytes.length });
    const named = address === path ? addressesOn(text) : importsIn(text);
    for (const one of named) {
      const next = new URL(one, `${origin}${address}`).pathname;
      if (!found.includes(next)) found.push(next);
    }
  }
  return weights;
}

function addressesOn(html: string): string[] {
  const head = /<(?:script|link)\b[^>]*>/g;
  return [...html.matchAll(head)].flatMap(([tag]) => {
    const of = (name: string) => new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? "";
    if (tag.startsWith("<script")) return of("src") === "" ? [] : [of("src")];
    return ["stylesheet", "modulepreload"].includes(of("rel")) ? [of("href")] : [];
  });
}

function importsIn(text: string): string[] {
  const scripts = [...text.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*["'](\.?\.?\/[^"']+)["']/g)];
  const sheets = [...text.matchAll(/@import\s+(?:url\()?["']?([^"')\s;]+)/g)];
  return [...scripts, ...sheets].map(([, address = ""]) => address);
}
