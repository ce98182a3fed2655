import cluster, { type Worker } from "node:cluster";
import type { Siblings } from "./serve.ts";

/** What the processes of one server say to each other. */
type Message =
  | { firsthand: "open"; port: number }
  | { firsthand: "changed"; subjects: readonly string[] };

const RESTART_AFTER_MS = 1_000;

/** In a worker: the others hear through the first process. */
export function workerSiblings(): Siblings {
  return {
    tell: (subjects) => {
      process.send?.({ firsthand: "changed", subjects } satisfies Message);
    },
    onTold: (heard) => {
      process.on("message", (message) => {
        if (isMessage(message) && message.firsthand === "changed") heard(message.subjects);
      });
    },
  };
}

/** In a worker: it serves now. */
export function tellOpen(port: number): void {
  process.send?.({ firsthand: "open", port } satisfies Message);
}

/**
 * In the first process: starts the workers, passes on what they tell, replaces one that dies, stops
 * them together.
 *
 * @param opened called once, when all of them serve.
 * @returns 0 after a stop that was asked for, 1 where one of them could not start.
 */
export function runWorkers(count: number, opened: (port: number) => void): Promise<number> {
  return new Promise((resolve) => {
    let stopping = false;
    let failed = false;
    const open = new Set<number>();
    const workers = () => Object.values(cluster.workers ?? {}).filter(isWorker);
    const stop = () => {
      stopping = true;
      for (const worker of workers()) worker.process.kill("SIGTERM");
      if (workers().length === 0) resolve(failed ? 1 : 0);
    };
    process.on("SIGTERM", stop);
    process.on("SIGINT", stop);
    cluster.on("message", (from, message) => {
      if (!isMessage(message)) return;
      if (message.firsthand === "changed") {
        for (const worker of workers()) if (worker.id !== from.id) worker.send(message);
      } else {
        const all = open.size === count;
        open.add(from.id);
        if (!all && open.size === count) opened(message.port);
      }
    });
    cluster.on("exit", (worker) => {
      const hadOpened = open.delete(worker.id);
      if (!hadOpened && !stopping) {
        failed = true;
        stop();
      }
      if (!stopping) setTimeout(() => !stopping && cluster.fork(), RESTART_AFTER_MS);
      if (stopping && workers().length === 0) resolve(failed ? 1 : 0);
    });
    for (let started = 0; started < count; started += 1) cluster.fork();
  });
}

function isWorker(worker: Worker | undefined): worker is Worker {
  return worker !== undefined && !worker.isDead();
}

function isMessage(message: unknown): message is Message {
  return typeof message === "object" && message !== null && "firsthand" in message;
}
