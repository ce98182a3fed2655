import { recordChanges } from "#db/queries/changes.ts";
import {
  importedItems,
  insertImportedItems,
  insertPingbackLink,
  insertSourceNote,
} from "#db/queries/imports.ts";
import type { House } from "../../house.ts";
import { newId } from "../../ids.ts";
import { oneLine, shortened } from "./plain-text.ts";
import { normaliseOldPath } from "./redirects.ts";
import { changesOf, dayText, type ImportRun } from "./run.ts";
import { absoluteAddress } from "./tidy-html.ts";
import type { WxrComment } from "./wxr-types.ts";

const BATCH = 200;
const TITLE_LIMIT = 150;
const ADDRESS_LIMIT = 1_000;

interface Ping {
  id: string;
  essayId: string;
  day: string;
  title: string;
  url: string;
  /** The essay here that links, where it came from the same blog. */
  from: string | null;
  line: number;
}

/** Pingbacks and trackbacks: links between essays where both are here, else notes of the source. */
export class PingImport {
  private batch: Ping[] = [];

  constructor(
    private readonly house: House,
    private readonly run: ImportRun,
  ) {}

  async add(comment: WxrComment, post: number): Promise<void> {
    const essayId = this.run.essayIds.get(post);
    const url = absoluteAddress(comment.url ?? "", "");
    if (essayId === undefined || comment.id === null) return;
    if (url === null || url.length > ADDRESS_LIMIT) {
      this.run.skipped.add("pingbacks without an address", comment.line);
      return;
    }
    const from = this.essayAt(url);
    const planned = comment.day ?? dayText(Math.floor(this.house.clock().getTime() / 86_400_000));
    const title = shortened(oneLine(comment.name), TITLE_LIMIT) || new URL(url).hostname;
    const { line } = comment;
    const ping = { id: String(comment.id), essayId, day: planned, title, url, from, line };
    // A blog that pings itself from the same post says nothing.
    if (from !== essayId) this.batch.push(ping);
    if (this.batch.length >= BATCH) await this.flush();
  }

  async flush(): Promise<void> {
    const { batch, house, run } = this;
    this.batch = [];
    if (batch.length === 0) return;
    const { source } = run.plan;
    const subjects = changesOf(
      batch.flatMap((ping) => [ping.essayId, ...(ping.from ? [ping.from] : [])]),
    );
    const here = await house.store.write(async (trx) => {
      const foreignIds = batch.map((ping) => ping.id);
      const known = importedItems(trx, { source, kinds: ["link", "note"], foreignIds });
      const done = new Set((await known.execute()).map((row) => row.foreign_id));
      for (const ping of batch.filter(({ id }) => !done.has(id))) {
        const local_id = newId();
        const kind = ping.from ? "link" : "note";
        const items = [{ kind, foreign_id: ping.id, local_id: ping.from ?? local_id } as const];
        await insertImportedItems(trx, { source, items }).execute();
        if (ping.from) {
          await insertPingbackLink(trx, {
            from_essay_id: ping.from,
            to_essay_id: ping.essayId,
            relation: "responds",
            source: "pingback",
            linked_on: ping.day,
          }).execute();
        } else {
          const { essayId: essay_id, title, url, day: noted_on } = ping;
          await insertSourceNote(trx, { id: local_id, essay_id, title, url, noted_on }).execute();
        }
      }
      if (done.size < batch.length) await recordChanges(trx, subjects);
      return done;
    });
    for (const ping of batch) {
      if (here.has(ping.id)) run.skipped.add("already here", ping.line);
      else if (ping.from) run.links += 1;
      else run.notes += 1;
    }
    house.changed(subjects);
  }

  private essayAt(url: string): string | null {
    const { plan, essayIds } = this.run;
    if (hostOf(url) !== hostOf(plan.baseUrl)) return null;
    const path = normaliseOldPath(url);
    const post = path === null ? undefined : plan.postAtPath.get(path);
    return post === undefined ? null : (essayIds.get(post) ?? null);
  }
}

function hostOf(address: string): string {
  try {
    return new URL(address).hostname.replace(/^www\./, "");
  } catch {
    return "";
  }
}
