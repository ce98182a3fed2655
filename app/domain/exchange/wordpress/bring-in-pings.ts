import { recordChanges } from "#db/queries/changes.ts";
import { importedItems, insertImportedItems, insertSourceNote } from "#db/queries/imports.ts";
import { proposeResponses } from "../../essays/proposed-responses.ts";
import { dayOf, type House } from "../../house.ts";
import { newId } from "../../ids.ts";
import { essayAt } from "./bring-in-links.ts";
import { oneLine, shortened } from "./plain-text.ts";
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

/**
 * Pingbacks and trackbacks: where both essays are here, proposed to the operator as a response; else
 * notes of the source.
 */
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
    const from = essayAt(this.run, url);
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
    const subjects = changesOf(batch.flatMap((ping) => (ping.from === null ? [ping.essayId] : [])));
    const { here, proposed } = await house.store.write(async (trx) => {
      const foreignIds = batch.map((ping) => ping.id);
      const known = importedItems(trx, { source, kinds: ["link", "note"], foreignIds });
      const done = new Set((await known.execute()).map((row) => row.foreign_id));
      for (const ping of batch.filter(({ id }) => !done.has(id))) {
        const local_id = newId();
        const kind = ping.from ? "link" : "note";
        const items = [{ kind, foreign_id: ping.id, local_id: ping.from ?? local_id } as const];
        await insertImportedItems(trx, { source, items }).execute();
        if (ping.from === null) {
          const { essayId: essay_id, title, url, day: noted_on } = ping;
          await insertSourceNote(trx, { id: local_id, essay_id, title, url, noted_on }).execute();
        }
      }
      const found = batch.flatMap(({ id, from, essayId }) =>
        from === null || done.has(id) ? [] : [{ from, to: essayId }],
      );
      const on = dayOf(house.clock());
      const proposed = await proposeResponses(trx, { found, foundIn: "pingback", on });
      if (done.size < batch.length) await recordChanges(trx, subjects);
      return { here: done, proposed };
    });
    run.proposals += proposed;
    for (const ping of batch) {
      if (here.has(ping.id)) run.skipped.add("already here", ping.line);
      else if (ping.from === null) run.notes += 1;
    }
    house.changed(subjects);
  }
}
