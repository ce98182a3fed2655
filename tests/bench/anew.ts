/** How long a page takes that has to be made: one request at a time, nothing else going on. */
import { Agent, get } from "node:http";
import { at } from "./load.ts";
import type { House } from "./measured.ts";

export interface Anew {
  what: string;
  pages: number;
  /** Milliseconds inside the server, from the request to its answer, compressed: the mean. */
  serverMs: number;
  /** Milliseconds as whoever asks sees it, over the loopback interface. */
  p50: number;
  p99: number;
}

/** Whoever has a cookie of the house gets a page of their own: it is made for each request. */
export const OWN_PAGE = { Cookie: "firsthand-fresh=1" };

const agent = new Agent({ keepAlive: true, maxSockets: 1 });

/** Milliseconds until the whole answer is here; throws for what is not 200. */
function timeOf(url: string, headers: Record<string, string>): Promise<number> {
  const began = performance.now();
  return new Promise((resolve, reject) => {
    get(url, { agent, headers: { "Accept-Encoding": "br", ...headers } }, (response) => {
      response.on("error", reject);
      response.on("end", () => resolve(performance.now() - began));
      response.resume();
      if (response.statusCode !== 200) reject(new Error(`${url} answered ${response.statusCode}`));
    }).on("error", reject);
  });
}

/**
 * Asks for pages one after the other.
 *
 * @param before what is done before each, not counted
 */
export async function madeAnew(
  house: House,
  what: string,
  paths: readonly string[],
  headers: Record<string, string> = {},
  before: (path: string) => Promise<void> = async () => undefined,
): Promise<Anew> {
  const times: number[] = [];
  let count = 0;
  let seconds = 0;
  for (const path of paths) {
    await before(path);
    const then = await house.made();
    times.push(await timeOf(`${house.origin}${path}`, headers));
    const now = await house.made();
    count += now.count - then.count;
    seconds += now.seconds - then.seconds;
  }
  if (count !== paths.length) throw new Error(`${what}: ${count} of ${paths.length} were made`);
  times.sort((a, b) => a - b);
  const serverMs = (seconds / count) * 1000;
  return { what, pages: count, serverMs, p50: at(times, 0.5), p99: at(times, 0.99) };
}

/** The same page so many times. */
export function times(count: number, path: string): string[] {
  return Array.from({ length: count }, () => path);
}
