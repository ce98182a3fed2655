import { defineCommand } from "citty";
import { exportFolder } from "#app/domain/exchange/folder/export-folder.ts";
import { words } from "#app/words/words.ts";
import { countLines, tellingFaults } from "./folder-lines.ts";
import { progressBar } from "./progress-bar.ts";
import { withHouse } from "./with-house.ts";

export const exportCommand = defineCommand({
  meta: { name: "export", description: words().exchange.export.summary },
  args: {
    dir: {
      type: "positional",
      required: true,
      valueHint: "DIR",
      description: words().exchange.export.folder,
    },
    json: { type: "boolean", default: false, description: words().exchange.export.json },
  },
  run: ({ args: { dir: path, json } }) =>
    tellingFaults(async () => {
      const say = words().exchange.export;
      const counts = await withHouse({ migrate: true }, (house) => {
        const bar = progressBar(say.progress);
        return exportFolder(house, { path, onEssay: bar.at }).finally(bar.end);
      });
      const told = json ? process.stderr : process.stdout;
      told.write(`${[say.done(path), ...countLines(counts), say.without].join("\n")}\n`);
      if (json) process.stdout.write(`${JSON.stringify(counts)}\n`);
    }),
});
