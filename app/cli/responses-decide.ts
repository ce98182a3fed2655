import { defineCommand } from "citty";
import {
  type AcceptedRelation,
  acceptResponse,
  type DecisionOutcome,
  declineResponse,
  openProposals,
} from "#app/domain/essays/proposed-responses.ts";
import type { House } from "#app/domain/house.ts";
import { words } from "#app/words/words.ts";
import { withHouse } from "./with-house.ts";

const BAD_USAGE = 2;
const RELATIONS: readonly AcceptedRelation[] = ["responds", "follows_up", "disagrees_in_part"];

interface Pair {
  from: string;
  to: string;
}

const which = {
  from: {
    type: "positional",
    required: false,
    description: words().importing.responses.from,
  },
  to: { type: "positional", required: false, description: words().importing.responses.to },
  all: { type: "boolean", default: false, description: words().importing.responses.all },
} as const;

export const accept = defineCommand({
  meta: { name: "accept", description: words().importing.responses.accept },
  args: {
    ...which,
    relation: {
      type: "string",
      valueHint: RELATIONS.join("|"),
      default: "responds",
      description: words().importing.responses.relation,
    },
  },
  run: ({ args }) => {
    const say = words().importing.responses;
    const relation = RELATIONS.find((known) => known === args.relation);
    if (relation === undefined) return badUsage(say.badRelation);
    return decide(args, say.accepted, (house, pair) =>
      acceptResponse(house, { ...pair, relation }),
    );
  },
});

export const decline = defineCommand({
  meta: { name: "decline", description: words().importing.responses.decline },
  args: which,
  run: ({ args }) => decide(args, words().importing.responses.declined, declineResponse),
});

/** Decides about one pair, or about everything that waits. */
async function decide(
  args: { from?: string | undefined; to?: string | undefined; all: boolean },
  done: (from: string, to: string) => string,
  one: (house: House, pair: Pair) => Promise<DecisionOutcome>,
): Promise<number> {
  const say = words().importing.responses;
  const { from, to, all } = args;
  const named = from !== undefined && to !== undefined ? { from, to } : null;
  if (all ? from !== undefined : named === null) return badUsage(say.bothOrAll);
  return withHouse({ migrate: true }, async (house) => {
    const waiting = all ? await openProposals(house.store.read) : [];
    const pairs = named ? [named] : waiting.map((p) => ({ from: p.from.slug, to: p.to.slug }));
    if (pairs.length === 0) process.stdout.write(`${say.nothing}\n`);
    let code = 0;
    for (const pair of pairs) {
      const outcome = await one(house, pair);
      if (outcome === "done") {
        process.stdout.write(`${done(pair.from, pair.to)}\n`);
        continue;
      }
      const fault = outcome === "unknown" ? say.unknown : say.notShown;
      process.stderr.write(`${fault(pair.from, pair.to)}\n`);
      code = 1;
    }
    return code;
  });
}

function badUsage(sentence: string): number {
  process.stderr.write(`${sentence}\n`);
  return BAD_USAGE;
}
