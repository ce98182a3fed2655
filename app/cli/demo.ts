import { defineCommand } from "citty";
import { removeDemo } from "#app/domain/demo/clear.ts";
import { loadDemo } from "#app/domain/demo/load.ts";
import { words } from "#app/words/words.ts";
import { withHouse } from "./with-house.ts";

export const demo = defineCommand({
  meta: { name: "demo", description: words().demo.command.summary },
  args: {
    clear: { type: "boolean", default: false, description: words().demo.command.clear },
  },
  run: ({ args }) => (args.clear ? clear() : load()),
});

async function load(): Promise<number> {
  const say = words().demo.command;
  const done = await withHouse({ migrate: true }, (house) => loadDemo(house));
  if (done.outcome === "loaded") {
    process.stdout.write(`${say.loaded(done.essays, done.comments)}\n`);
    return 0;
  }
  if (done.outcome === "there_already") {
    process.stdout.write(`${say.thereAlready}\n`);
    return 0;
  }
  process.stderr.write(`${say.notEmpty}\n`);
  return 1;
}

async function clear(): Promise<number> {
  const say = words().demo.command;
  const { essays, kept } = await withHouse({ migrate: true }, removeDemo);
  process.stdout.write(`${essays === 0 ? say.nothingToClear : say.cleared(essays, kept)}\n`);
  return 0;
}
