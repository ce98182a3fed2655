import { defineCommand } from "citty";
import { run } from "#app/server/run.ts";
import { words } from "#app/words/words.ts";
import { environmentOrFault } from "./with-house.ts";

export const serve = defineCommand({
  meta: { name: "serve", description: words().commands.serve.summary },
  run: async () => process.exit(await run(environmentOrFault())),
});
