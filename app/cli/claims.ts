import { defineCommand } from "citty";
import { waitingNameClaims } from "#app/domain/accounts/decide-name-claims.ts";
import type { OpenNameClaim } from "#app/domain/accounts/name-claim-types.ts";
import { words } from "#app/words/words.ts";
import { accept, decline } from "./claims-decide.ts";
import { withHouse } from "./with-house.ts";

export const claims = defineCommand({
  meta: { name: "claims", description: words().claim.command.summary },
  subCommands: { accept, decline },
  run: () =>
    withHouse({ migrate: true }, async (house) => {
      process.stdout.write(`${linesOf(await waitingNameClaims(house)).join("\n")}\n`);
      return 0;
    }),
});

function linesOf(waiting: readonly OpenNameClaim[]): string[] {
  const say = words().claim.command;
  if (waiting.length === 0) return [say.nothing];
  const lines = waiting.flatMap(({ code, name, essays, comments, askedOn, shownAs }) => [
    "",
    say.line(code, name),
    say.about(essays, comments, askedOn),
    say.shownAs[shownAs],
  ]);
  return [say.heading(waiting.length), ...lines, ...say.how];
}
