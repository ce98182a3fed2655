import { defineCommand } from "citty";
import { acceptNameClaim, declineNameClaim } from "#app/domain/accounts/decide-name-claims.ts";
import { words } from "#app/words/words.ts";
import { withHouse } from "./with-house.ts";

const code = {
  code: {
    type: "positional",
    required: true,
    description: words().claim.command.code,
  },
} as const;

export const accept = defineCommand({
  meta: { name: "accept", description: words().claim.command.accept },
  args: code,
  run: ({ args }) =>
    withHouse({ migrate: true }, async (house) => {
      const say = words().claim.command;
      const outcome = await acceptNameClaim(house, args);
      if (!outcome.ok) {
        process.stderr.write(`${say.faults[outcome.reason](args.code)}\n`);
        return 1;
      }
      const { name, essays, comments, asPrinted, declined } = outcome;
      const lines = [
        say.accepted(name, essays, comments),
        ...(asPrinted > 0 ? [say.asPrinted(asPrinted)] : []),
        ...(declined > 0 ? [say.othersDeclined(declined)] : []),
      ];
      process.stdout.write(`${lines.join("\n")}\n`);
      return 0;
    }),
});

export const decline = defineCommand({
  meta: { name: "decline", description: words().claim.command.decline },
  args: code,
  run: ({ args }) =>
    withHouse({ migrate: true }, async (house) => {
      const say = words().claim.command;
      const outcome = await declineNameClaim(house, args);
      if (outcome.ok) process.stdout.write(`${say.declined(outcome.name)}\n`);
      else process.stderr.write(`${say.faults[outcome.reason](args.code)}\n`);
      return outcome.ok ? 0 : 1;
    }),
});
