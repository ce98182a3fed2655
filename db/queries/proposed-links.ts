/** Links between imported essays of which the operator decides whether they are responses. */
import type { Insertable } from "kysely";
import type { Reader, Writer } from "../connect.ts";
import type { ProposedLinksTable } from "../schema.ts";

/** What has been proposed of these essays, and what was decided. */
export function proposalsFrom(trx: Writer, { ids }: { ids: readonly string[] }) {
  return trx
    .selectFrom("proposed_links")
    .select(["from_essay_id", "to_essay_id", "found_in", "outcome"])
    .where("from_essay_id", "in", ids);
}

/** Which essays these answer already. */
export function answersOf(trx: Writer, { ids }: { ids: readonly string[] }) {
  return trx
    .selectFrom("essay_links")
    .select(["from_essay_id", "to_essay_id"])
    .where("from_essay_id", "in", ids);
}

export function insertProposals(trx: Writer, rows: readonly Insertable<ProposedLinksTable>[]) {
  return trx.insertInto("proposed_links").values(rows);
}

interface Pair {
  from: string;
  to: string;
}

/** The link was announced by a pingback as well. */
export function foundAsPingback(trx: Writer, { from, to }: Pair) {
  return trx
    .updateTable("proposed_links")
    .set({ found_in: "pingback" })
    .where("from_essay_id", "=", from)
    .where("to_essay_id", "=", to)
    .where("outcome", "is", null);
}

/** Every proposal whose essays can both be read, decided ones too, in an order that stays. */
export function allProposals(db: Reader) {
  return db
    .selectFrom("proposed_links")
    .innerJoin("essays as source", "source.id", "proposed_links.from_essay_id")
    .innerJoin("essays as target", "target.id", "proposed_links.to_essay_id")
    .select([
      "proposed_links.found_in",
      "proposed_links.outcome",
      "source.slug as from_slug",
      "source.title as from_title",
      "source.published_on as from_day",
      "source.ordered_at as from_at",
      "target.slug as to_slug",
      "target.title as to_title",
      "target.published_on as to_day",
      "target.ordered_at as to_at",
    ])
    .where("source.state", "=", "visible")
    .where("target.state", "=", "visible")
    .orderBy("source.ordered_at")
    .orderBy("source.id")
    .orderBy("target.ordered_at")
    .orderBy("target.id");
}

/** The proposal between two essays, by their slugs. */
export function proposalBetween(trx: Writer, { from, to }: Pair) {
  return trx
    .selectFrom("proposed_links")
    .innerJoin("essays as source", "source.id", "proposed_links.from_essay_id")
    .innerJoin("essays as target", "target.id", "proposed_links.to_essay_id")
    .select([
      "source.id as from_id",
      "target.id as to_id",
      "source.state as from_state",
      "target.state as to_state",
      "proposed_links.outcome",
    ])
    .where("source.slug", "=", from)
    .where("target.slug", "=", to);
}

export function decideProposal(
  trx: Writer,
  { from, to, outcome }: Pair & { outcome: NonNullable<ProposedLinksTable["outcome"]> },
) {
  return trx
    .updateTable("proposed_links")
    .set({ outcome })
    .where("from_essay_id", "=", from)
    .where("to_essay_id", "=", to);
}
