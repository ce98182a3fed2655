import { defineCommand } from "citty";
import { words } from "#app/words/words.ts";
import { examine } from "./examine.ts";

export const doctor = defineCommand({
  meta: { name: "doctor", description: words().commands.doctor.summary },
  run: async () => {
    const say = words().commands.doctor;
    const signs = await examine(process.env);
    const width = Math.max(say.ok.length, say.attention.length);
    for (const { fine, told } of signs) {
      process.stdout.write(`${(fine ? say.ok : say.attention).padEnd(width)}  ${told}\n`);
    }
    const unwell = signs.filter(({ fine }) => !fine).length;
    process.stdout.write(`\n${unwell === 0 ? say.allFine : say.someNeed(unwell)}\n`);
    return unwell === 0 ? 0 : 1;
  },
});
