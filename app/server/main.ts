import { readEnvironment } from "#app/config/environment.ts";
import { run } from "./run.ts";

const read = readEnvironment(process.env);
if (read.ok) {
  process.exit(await run(read.environment));
}
for (const fault of read.faults) process.stderr.write(`${fault}\n`);
process.exit(1);
