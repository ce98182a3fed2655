import { type FoundLink, proposeResponses } from "../../essays/proposed-responses.ts";
import { dayOf, type House } from "../../house.ts";
import { oldPathsOf } from "./redirects.ts";
import type { ImportRun } from "./run.ts";
import type { WxrItem } from "./wxr-types.ts";

const BATCH = 200;

/**
 * Links in the texts of essays to other essays of the same blog become proposals for the operator.
 * It runs when all posts are in, so that every link finds its essay.
 */
export class LinkImport {
  private batch: FoundLink[] = [];

  constructor(
    private readonly house: House,
    private readonly run: ImportRun,
  ) {}

  async add(item: WxrItem): Promise<void> {
    const { essayIds, plan } = this.run;
    const from = item.id === null ? undefined : essayIds.get(item.id);
    // An item with the number of one before was left behind.
    if (from === undefined || plan.posts.get(item.ordinal)?.as !== "essay") return;
    const targets = new Set<string>();
    for (const address of addressesIn(item.content, plan.baseUrl)) {
      const to = essayAt(this.run, address);
      if (to !== null && to !== from) targets.add(to);
    }
    for (const to of targets) this.batch.push({ from, to });
    if (this.batch.length >= BATCH) await this.flush();
  }

  async flush(): Promise<void> {
    const { batch, house, run } = this;
    this.batch = [];
    const on = dayOf(house.clock());
    for (let from = 0; from < batch.length; from += BATCH) {
      const found = batch.slice(from, from + BATCH);
      run.proposals += await house.store.write((trx) =>
        proposeResponses(trx, { found, foundIn: "text", on }),
      );
    }
  }
}

/** The essay here that stood at an address of the old blog, or null. */
export function essayAt({ plan, essayIds }: ImportRun, address: string): string | null {
  if (hostOf(address) !== hostOf(plan.baseUrl)) return null;
  for (const path of oldPathsOf(address)) {
    const post = plan.postAtPath.get(path);
    const essayId = post === undefined ? undefined : essayIds.get(post);
    if (essayId !== undefined) return essayId;
  }
  return null;
}

/** Whole addresses anywhere in a text, and those of its links, which may be relative. */
function addressesIn(html: string, baseUrl: string): string[] {
  const whole = html.match(/https?:\/\/[^\s"'<>[\]]{1,1000}/gi) ?? [];
  const linked = [...html.matchAll(/\bhref\s{0,5}=\s{0,5}["'](\/[^"']{1,1000})["']/gi)];
  const relative = linked.flatMap(([, path]) => (path ? absolute(path, baseUrl) : []));
  return [...new Set([...whole, ...relative])].map((address) =>
    address.replaceAll("&amp;", "&").replace(/[).,;:!?]+$/, ""),
  );
}

function absolute(path: string, baseUrl: string): string[] {
  return URL.canParse(path, baseUrl) ? [new URL(path, baseUrl).href] : [];
}

function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).hostname.replace(/^www\./, "") : "";
}
