/** One turn of load on one server, by autocannon. */
import autocannon from "autocannon";
import type { Measured } from "./measured.ts";

export interface Turn {
  /** Requests answered well. */
  good: number;
  /** The same a second. */
  perSecond: number;
  /** Milliseconds. */
  p50: number;
  p99: number;
  /** Bytes over the wire for one answer, headers and all. */
  bytesEach: number;
  /** Microseconds of the server's processor time for one answer, all its threads. */
  cpuMicros: number;
  /** Answers other than 2xx, and connections that failed. */
  faults: number;
}

export interface Ask {
  path: string;
  headers: Record<string, string>;
}

export interface Load {
  connections: number;
  seconds: number;
  /** What is asked; every connection begins at another place of the list. */
  asks?: readonly Ask[];
  /** Makes the next form that is posted, in place of `asks`. */
  nextForm?: () => { path: string; body: string; headers: Record<string, string> };
}

/** Loads a server for a while, every connection asking as soon as it has its answer. */
export async function turn(server: Measured, load: Load): Promise<Turn> {
  const before = await server.facts();
  const times: number[] = [];
  let good = 0;
  let starting = 0;
  const { asks, nextForm } = load;
  const began = performance.now();
  const result = await new Promise<autocannon.Result>((resolve, reject) => {
    const running = autocannon(
      {
        url: server.origin,
        connections: load.connections,
        duration: load.seconds,
        ...(asks && {
          requests: [...asks],
          setupClient: (client) => {
            const from = Math.floor((starting * asks.length) / load.connections);
            starting += 1;
            client.setRequests([...asks.slice(from), ...asks.slice(0, from)]);
          },
        }),
        ...(nextForm && {
          requests: [
            {
              method: "POST" as const,
              setupRequest: (request) => ({ ...request, ...nextForm() }),
            },
          ],
        }),
      },
      (error, done) => (error ? reject(error) : resolve(done)),
    );
    running.on("response", (_client, status, _bytes, time) => {
      times.push(time);
      if (status >= 200 && status < 300) good += 1;
    });
  });
  const seconds = (performance.now() - began) / 1000;
  const after = await server.facts();
  const answered = Math.max(1, times.length);
  times.sort((a, b) => a - b);
  return {
    good,
    perSecond: good / Math.min(seconds, result.duration),
    p50: at(times, 0.5),
    p99: at(times, 0.99),
    bytesEach: result.throughput.total / answered,
    cpuMicros: ((after.cpuSeconds - before.cpuSeconds) / answered) * 1e6,
    faults: result.errors + result.non2xx,
  };
}

/** The value below which this share of a sorted list lies. */
export function at(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

/** The middle one of each figure over several turns. */
export function middle(turns: readonly Turn[]): Turn {
  const of = (figure: (one: Turn) => number) =>
    at(
      turns.map(figure).sort((a, b) => a - b),
      0.5,
    );
  return {
    good: of((one) => one.good),
    perSecond: of((one) => one.perSecond),
    p50: of((one) => one.p50),
    p99: of((one) => one.p99),
    bytesEach: of((one) => one.bytesEach),
    cpuMicros: of((one) => one.cpuMicros),
    faults: turns.reduce((sum, one) => sum + one.faults, 0),
  };
}
