import { defineCommand } from "citty";
import { dismissModerator } from "#app/domain/moderation/moderators.ts";
import { words } from "#app/words/words.ts";
import { withHouse } from "./with-house.ts";

export const dismiss = defineCommand({
  meta: { name: "dismiss", description: words().commands.moderator.dismiss.summary },
  args: {
    name: {
      type: "positional",
      required: true,
      description: words().commands.moderator.name,
    },
  },
  run: ({ args }) =>
    withHouse({ migrate: true }, async (house) => {
      const say = words().commands.moderator.dismiss;
      const outcome = await dismissModerator(house, { name: args.name });
      if (outcome.ok) process.stdout.write(`${say.done(outcome.name)}\n`);
      else process.stderr.write(`${say.unknown(args.name)}\n`);
      return outcome.ok ? 0 : 1;
    }),
});
