import { defineCommand } from "citty";
import { type Environment, siteOrigins } from "#app/config/environment.ts";
import { appointModerator } from "#app/domain/moderation/moderators.ts";
import { words } from "#app/words/words.ts";
import { withHouse } from "./with-house.ts";

export const appoint = defineCommand({
  meta: { name: "appoint", description: words().commands.moderator.appoint.summary },
  args: {
    name: {
      type: "positional",
      required: true,
      description: words().commands.moderator.name,
    },
  },
  run: ({ args }) =>
    withHouse({ migrate: true }, async (house, environment) => {
      const say = words().commands.moderator;
      const outcome = await appointModerator(house, { name: args.name });
      if (!outcome.ok) {
        process.stderr.write(`${say.refused[outcome.reason]}\n`);
        return 1;
      }
      const { again, name, token, until } = outcome;
      const told = again ? say.appoint.again(name, until) : say.appoint.done(name, until);
      const more =
        token === null
          ? [say.appoint.joined(name)]
          : [say.appoint.link, ...linksFor(environment, token)];
      process.stdout.write(`${[told, ...more].join("\n")}\n`);
      return 0;
    }),
});

function linksFor(environment: Environment, token: string): string[] {
  const links = siteOrigins(environment, environment.port).map(
    (origin) => `${origin}/join?token=${token}`,
  );
  // On this machine both names lead to the same place; one link is enough.
  return environment.siteUrls.length === 0 ? links.slice(0, 1) : links;
}
