import { defineCommand } from "citty";
import { words } from "#app/words/words.ts";
import { withHouse } from "./with-house.ts";

export const migrate = defineCommand({
  meta: { name: "migrate", description: words().commands.migrate.summary },
  run: () =>
    withHouse({ migrate: true }, async ({ migrated }) => {
      const { nothing, ran } = words().commands.migrate;
      const lines = migrated.length === 0 ? [nothing] : migrated.map(ran);
      for (const line of lines) process.stdout.write(`${line}\n`);
      return 0;
    }),
});
