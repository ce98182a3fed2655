import { defineCommand } from "citty";
import { importFolder } from "#app/domain/exchange/folder/import-folder.ts";
import { planFolder } from "#app/domain/exchange/folder/plan-folder.ts";
import { words } from "#app/words/words.ts";
import { countLines, tellingFaults } from "./folder-lines.ts";
import { progressBar } from "./progress-bar.ts";
import { withHouse } from "./with-house.ts";

export const firsthand = defineCommand({
  meta: { name: "firsthand", description: words().exchange.import.summary },
  args: {
    dir: {
      type: "positional",
      required: true,
      valueHint: "DIR",
      description: words().exchange.import.folder,
    },
    json: { type: "boolean", default: false, description: words().exchange.import.json },
  },
  run: ({ args: { dir: path, json } }) =>
    tellingFaults(async () => {
      const say = words().exchange.import;
      const told = json ? process.stderr : process.stdout;
      const checking = progressBar(say.progressReading);
      const plan = await planFolder({ path, onEssay: checking.at }).finally(checking.end);
      told.write(`${[say.heading, ...countLines(plan.counts)].join("\n")}\n`);
      const counts = await withHouse({ migrate: true }, (house) => {
        const writing = progressBar(say.progressWriting);
        return importFolder(house, { plan, onEssay: writing.at }).finally(writing.end);
      });
      told.write(`\n${say.done}\n${say.unowned}\n`);
      if (json) process.stdout.write(`${JSON.stringify(counts)}\n`);
    }),
});
