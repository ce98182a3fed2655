import { defineCommand } from "citty";
import { openProposals, type Proposal } from "#app/domain/essays/proposed-responses.ts";
import { words } from "#app/words/words.ts";
import { accept, decline } from "./responses-decide.ts";
import { withHouse } from "./with-house.ts";

export const responses = defineCommand({
  meta: { name: "responses", description: words().importing.responses.summary },
  subCommands: { accept, decline },
  run: () =>
    withHouse({ migrate: true }, async (house) => {
      const proposals = await openProposals(house.store.read);
      process.stdout.write(`${linesOf(proposals).join("\n")}\n`);
      return 0;
    }),
});

function linesOf(proposals: readonly Proposal[]): string[] {
  const say = words().importing.responses;
  if (proposals.length === 0) return [say.nothing];
  return [say.heading(proposals.length), "", ...proposals.flatMap(linesAbout), ...say.how];
}

function linesAbout({ number, foundIn, from, to, olderToNewer }: Proposal): string[] {
  const say = words().importing.responses;
  const found = [say.foundIn[foundIn], ...(olderToNewer ? [say.olderToNewer] : [])];
  return [
    say.proposal(number, from.title, from.day, to.title, to.day),
    `   ${found.join("; ")}`,
    `   ${from.slug} ${to.slug}`,
    "",
  ];
}
