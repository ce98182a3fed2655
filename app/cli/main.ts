import { runCommandLine } from "./command-line.ts";
import { commands } from "./commands.ts";

// `firsthand check | head`: whoever reads may stop reading.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(0);
  throw error;
});

process.exitCode = await runCommandLine(commands, process.argv.slice(2));
