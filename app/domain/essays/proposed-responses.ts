/** Links between imported essays: whether they are responses is for the operator to say. */
import type { Reader, Writer } from "#db/connect.ts";
import { recordChanges } from "#db/queries/changes.ts";
import {
  allProposals,
  answersOf,
  decideProposal,
  foundAsPingback,
  insertProposals,
  proposalBetween,
  proposalsFrom,
} from "#db/queries/proposed-links.ts";
import type { ProposedLinksTable, Relation } from "#db/schema.ts";
import { dayOf, type House } from "../house.ts";
import { dropAcceptedLink, linkEssays, linkedSubjects } from "./links.ts";

export type FoundIn = ProposedLinksTable["found_in"];
/** What an accepted link may say; out of which comment an essay grew, an import can't tell. */
export type AcceptedRelation = Exclude<Relation, "grew_out_of">;

export interface FoundLink {
  from: string;
  to: string;
}

const keyOf = (from: string, to: string) => `${from} ${to}`;

/**
 * Proposes links between essays. What was proposed or decided before, or is a response already,
 * stays as it is.
 *
 * @param found at most some hundreds, by the essays' ids; none from an essay to itself
 * @returns how many are new
 */
export async function proposeResponses(
  trx: Writer,
  { found, foundIn, on }: { found: readonly FoundLink[]; foundIn: FoundIn; on: string },
): Promise<number> {
  if (found.length === 0) return 0;
  const unique = new Map(found.map((link) => [keyOf(link.from, link.to), link]));
  const ids = [...new Set(found.map(({ from }) => from))];
  const proposed = await proposalsFrom(trx, { ids }).execute();
  const answered = await answersOf(trx, { ids }).execute();
  for (const { from_essay_id: from, to_essay_id: to } of answered) unique.delete(keyOf(from, to));
  for (const { from_essay_id: from, to_essay_id: to, found_in } of proposed) {
    const again = unique.delete(keyOf(from, to));
    if (again && foundIn === "pingback" && found_in === "text") {
      await foundAsPingback(trx, { from, to }).execute();
    }
  }
  const rows = [...unique.values()].map(({ from, to }) => ({
    ...{ from_essay_id: from, to_essay_id: to, found_in: foundIn },
    ...{ proposed_on: on, outcome: null },
  }));
  if (rows.length > 0) await insertProposals(trx, rows).execute();
  return rows.length;
}

/** A link that waits for the operator's word. */
export interface Proposal {
  /** Stays the same when others are decided. */
  number: number;
  foundIn: FoundIn;
  from: { slug: string; title: string; day: string };
  to: { slug: string; title: string; day: string };
  /** The older essay links to the newer one: it may have been added to it later. */
  olderToNewer: boolean;
}

/** What waits to be decided, by the day of the essay that links. */
export async function openProposals(db: Reader): Promise<Proposal[]> {
  const rows = await allProposals(db).execute();
  return rows.flatMap((row, index) =>
    row.outcome === null
      ? [
          {
            number: index + 1,
            foundIn: row.found_in,
            from: { slug: row.from_slug, title: row.from_title, day: row.from_day },
            to: { slug: row.to_slug, title: row.to_title, day: row.to_day },
            olderToNewer: row.from_at < row.to_at,
          },
        ]
      : [],
  );
}

export type DecisionOutcome = "done" | "unknown" | "not_shown";

/**
 * Makes a proposed link a response: both essays show it, and stand in one conversation. Also where
 * it was declined before, and again with another relation.
 *
 * @param from slug of the essay that answers
 * @param to slug of the one that is answered
 * @returns `unknown` where nothing of the kind was proposed; `not_shown` where one of them can't be
 *   read now
 */
export async function acceptResponse(
  house: House,
  { from, to, relation }: { from: string; to: string; relation: AcceptedRelation },
): Promise<DecisionOutcome> {
  const { outcome, subjects } = await house.store.write(async (trx) => {
    const row = await proposalBetween(trx, { from, to }).executeTakeFirst();
    if (!row) return { outcome: "unknown" as const, subjects: [] };
    if (row.from_state !== "visible" || row.to_state !== "visible") {
      return { outcome: "not_shown" as const, subjects: [] };
    }
    const pair = { from: row.from_id, to: row.to_id };
    await decideProposal(trx, { ...pair, outcome: "accepted" }).execute();
    const on = dayOf(house.clock());
    const link = { ...pair, toComment: null, relation, source: "pingback", on } as const;
    const joined = await linkEssays(trx, link);
    const subjects = [...joined, ...(await linkedSubjects(trx, { essayId: pair.from }))];
    await recordChanges(trx, subjects);
    return { outcome: "done" as const, subjects };
  });
  house.changed(subjects);
  return outcome;
}

/**
 * Says that a proposed link is no response. One that was accepted by mistake is taken away again;
 * a writer's own is not touched.
 */
export async function declineResponse(
  house: House,
  { from, to }: { from: string; to: string },
): Promise<Exclude<DecisionOutcome, "not_shown">> {
  const { outcome, subjects } = await house.store.write(async (trx) => {
    const row = await proposalBetween(trx, { from, to }).executeTakeFirst();
    if (!row) return { outcome: "unknown" as const, subjects: [] };
    const pair = { from: row.from_id, to: row.to_id };
    await decideProposal(trx, { ...pair, outcome: "declined" }).execute();
    if (row.outcome !== "accepted") return { outcome: "done" as const, subjects: [] };
    const subjects = await linkedSubjects(trx, { essayId: pair.from });
    await dropAcceptedLink(trx, pair);
    await recordChanges(trx, subjects);
    return { outcome: "done" as const, subjects };
  });
  house.changed(subjects);
  return outcome;
}
