// Runs beside a test cluster, and ends with the run that started it, however that ends: when the
// pipe to it closes, what is left of the cluster is stopped and its directory removed.
// Argument: the directory.
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";

const directory = process.argv[2] ?? "";

function postmaster() {
  try {
    return Number.parseInt(readFileSync(join(directory, "cluster", "postmaster.pid"), "utf8"), 10);
  } catch {
    return null;
  }
}

process.stdin.resume();
process.stdin.on("end", () => {
  const pid = postmaster();
  if (pid !== null) {
    try {
      process.kill(pid, "SIGQUIT");
    } catch {
      // It has ended by itself.
    }
  }
  setTimeout(() => rmSync(directory, { recursive: true, force: true }), pid === null ? 0 : 1_000);
});
