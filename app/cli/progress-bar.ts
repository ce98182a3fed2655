import { SingleBar } from "cli-progress";

/** How long something may take before a bar is worth showing. */
const AFTER_MS = 1_000;

export interface ProgressBar {
  at: (done: number, of: number) => void;
  end: () => void;
}

/** A bar on a terminal for what takes over a second, nothing elsewhere. */
export function progressBar(title: string): ProgressBar {
  if (!process.stderr.isTTY) return { at: () => {}, end: () => {} };
  const began = performance.now();
  const bar = new SingleBar({
    format: `${title} {bar} {percentage}%`,
    stream: process.stderr,
    clearOnComplete: true,
  });
  return {
    at: (done, of) => {
      if (bar.isActive) bar.update(done);
      else if (performance.now() - began > AFTER_MS && done < of) bar.start(of, done);
    },
    end: () => bar.stop(),
  };
}
