import { words } from "#app/words/words.ts";
import { recordChanges } from "#db/queries/changes.ts";
import type { House } from "../../house.ts";
import { appendLog } from "../../moderation/log.ts";
import { bringInComments } from "./bring-in-comments.ts";
import { bringInPosts } from "./bring-in-posts.ts";
import { expectUnchanged, type ImportPlan } from "./plan-import.ts";
import { ImportRun } from "./run.ts";
import type { NoteReason, SkipReason, TallyRow } from "./tally.ts";

/** What one run has brought in; a second run of the same file brings in nothing. */
export interface ImportReport {
  essays: number;
  /** Visible ones; those that wait and empty places are counted apart. */
  comments: number;
  placeholders: number;
  waiting: number;
  drafts: number;
  skipped: TallyRow<SkipReason>[];
  noted: TallyRow<NoteReason>[];
  /** Links between essays that wait for the operator's word. */
  proposals: number;
  images: number;
  redirects: number;
  seconds: number;
}

/**
 * Brings in what `planImport` has planned, in small transactions: it may be ended at any moment and
 * run again, and then does what was left. What is here already is left as it is, changes included.
 * @param onBytes told how far each of the two readings is.
 * @throws ImportError where the file is another now; what the store throws.
 */
export async function importWordpress(
  house: House,
  { plan, onBytes = () => {} }: { plan: ImportPlan; onBytes?: (bytes: number) => void },
): Promise<ImportReport> {
  const began = performance.now();
  const run = new ImportRun(plan, onBytes);
  await expectUnchanged(plan);
  await bringInPosts(house, run);
  await expectUnchanged(plan);
  await bringInComments(house, run);
  await tellInLog(house, run);
  return {
    essays: run.essays,
    comments: run.comments,
    placeholders: run.placeholders,
    waiting: run.waiting,
    drafts: run.drafts,
    skipped: [...plan.skipped.list(), ...run.skipped.list()],
    noted: [...plan.noted.list(), ...run.noted.list(), ...links(run)],
    proposals: run.proposals,
    images: plan.images.length,
    redirects: run.redirects,
    seconds: Math.round((performance.now() - began) / 100) / 10,
  };
}

function links(run: ImportRun): TallyRow<NoteReason>[] {
  const rows: TallyRow<NoteReason>[] = [
    { reason: "possible responses", count: run.proposals, lines: [] },
    { reason: "source notes", count: run.notes, lines: [] },
  ];
  return rows.filter((row) => row.count > 0);
}

/** The public log says that pieces came in by the operator's hand. */
async function tellInLog(house: House, run: ImportRun): Promise<void> {
  if (run.essays + run.comments + run.waiting === 0) return;
  await house.store.write(async (trx) => {
    await appendLog(trx, house, {
      action: "imported",
      reason_class: "operator",
      reason_text: words().importing.logReason(run.essays, run.comments + run.waiting),
      by: words().names.operator,
      subject: null,
    });
    await recordChanges(trx, ["site"]);
  });
  house.changed(["site"]);
}
