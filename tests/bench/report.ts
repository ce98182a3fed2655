/** What a run has found, as JSON and as a table, and which aims it meets. */
import { execFileSync } from "node:child_process";
import { availableParallelism, cpus, loadavg, totalmem } from "node:os";
import type { Weight } from "#tests/support/page-weight.ts";
import type { Anew } from "./anew.ts";
import type { Turn } from "./load.ts";
import type { SignIns } from "./sign-in.ts";

interface Compared {
  what: string;
  ours: Turn;
  bare: Turn;
  /** Bytes of memory after it. */
  memory: { ours: number; bare: number };
}

export interface Result {
  machine: { processor: string; cores: number; memory: number; node: string; loadBefore: number };
  commit: string;
  takenOn: string;
  /** Of load for each server and question. */
  secondsEach: number;
  reading: Compared[];
  anew: Anew[];
  posting: { ours: Turn; bare: Turn; acknowledged: number; stored: number };
  signIns: SignIns;
  weights: Weight[];
  memory: { atStart: number; atEnd: number };
}

interface Aim {
  aim: string;
  got: string;
  met: boolean;
}

/** The least share of the bare server's requests a second that cached reading has to reach. */
const LEAST_RATIO = 0.7;
const MOST_MS = { "thread of 74": 10, "of 5,000": 40, "front page": 8 };
const LEAST_POSTS = 300;
const MOST_POST_MS = 150;
const MOST_BYTES = 45_000;
const MOST_REQUESTS = 5;

/** What the figures hang on. */
export function machine(
  secondsEach: number,
): Pick<Result, "machine" | "commit" | "takenOn" | "secondsEach"> {
  return {
    machine: {
      processor: cpus()[0]?.model ?? "unknown",
      cores: availableParallelism(),
      memory: totalmem(),
      node: process.version,
      loadBefore: loadavg()[0] ?? 0,
    },
    commit: execFileSync("git", ["rev-parse", "--short", "HEAD"], { encoding: "utf8" }).trim(),
    takenOn: new Date().toISOString().slice(0, 10),
    secondsEach,
  };
}

function ratioOf({ ours, bare }: { ours: Turn; bare: Turn }): number {
  return ours.perSecond / Math.max(1, bare.perSecond);
}

/** Every aim with what was reached of it. */
function aimsOf(result: Result): Aim[] {
  const { posting, weights } = result;
  const bytes = weights.reduce((sum, weight) => sum + weight.bytes, 0);
  return [
    ...result.reading.map((one) => ({
      aim: `${one.what}: at least ${LEAST_RATIO} of the bare server`,
      got: ratioOf(one).toFixed(2),
      met: ratioOf(one) >= LEAST_RATIO,
    })),
    ...Object.entries(MOST_MS).flatMap(([name, most]) =>
      result.anew
        .filter(({ what }) => what.includes(name))
        .map(({ what, serverMs }) => ({
          aim: `${what}: made in under ${most} ms`,
          got: `${serverMs.toFixed(1)} ms`,
          met: serverMs < most,
        })),
    ),
    {
      aim: `posting: at least ${LEAST_POSTS} comments a second`,
      got: posting.ours.perSecond.toFixed(0),
      met: posting.ours.perSecond >= LEAST_POSTS,
    },
    {
      aim: `posting: p99 under ${MOST_POST_MS} ms`,
      got: `${posting.ours.p99.toFixed(0)} ms`,
      met: posting.ours.p99 < MOST_POST_MS,
    },
    {
      aim: "posting: all that was acknowledged is stored",
      got: `${posting.stored} of ${posting.acknowledged}`,
      met: posting.stored >= posting.acknowledged,
    },
    {
      aim: `thread of 74: under ${MOST_BYTES / 1000} kB of HTML, CSS and scripts`,
      got: `${(bytes / 1000).toFixed(1)} kB`,
      met: bytes < MOST_BYTES,
    },
    {
      aim: `thread of 74: at most ${MOST_REQUESTS} requests`,
      got: String(weights.length),
      met: weights.length <= MOST_REQUESTS,
    },
  ];
}

type Line = readonly string[];

const READING_HEAD = ["", "server", "req/s", "p50 ms", "p99 ms", "CPU µs", "bytes", "MB", "ratio"];
const ANEW_HEAD = ["made anew", "pages", "server ms", "p50 ms", "p99 ms"];

function turnCells(of: Turn): string[] {
  return [
    of.perSecond.toFixed(0),
    of.p50.toFixed(1),
    of.p99.toFixed(1),
    of.cpuMicros.toFixed(0),
    of.bytesEach.toFixed(0),
  ];
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(0);
}

/** Every part of a result as lines of cells, the head first. */
export function parts(result: Result): { title: string; lines: Line[] }[] {
  const { posting, memory, machine: on } = result;
  const both = (what: string, of: { ours: Turn; bare: Turn }, used: readonly string[]) => [
    [what, "Firsthand", ...turnCells(of.ours), used[0] ?? "", ratioOf(of).toFixed(2)],
    ["", "bare", ...turnCells(of.bare), used[1] ?? "", ""],
  ];
  return [
    {
      title: `${on.processor}, ${on.cores} cores, ${(on.memory / 2 ** 30).toFixed(0)} GB, Node ${on.node}, load before ${on.loadBefore.toFixed(1)}; commit ${result.commit}, ${result.takenOn}, ${result.secondsEach} s each`,
      lines: [
        READING_HEAD,
        ...result.reading.flatMap((one) =>
          both(one.what, one, [megabytes(one.memory.ours), megabytes(one.memory.bare)]),
        ),
        ...both("posting comments", posting, [megabytes(memory.atEnd)]),
      ],
    },
    {
      title: `Pages that have to be made (memory at start ${megabytes(memory.atStart)} MB)`,
      lines: [
        ANEW_HEAD,
        ...result.anew.map((one) => [
          one.what,
          String(one.pages),
          one.serverMs.toFixed(1),
          one.p50.toFixed(1),
          one.p99.toFixed(1),
        ]),
      ],
    },
    {
      title: `A wrong passphrase, for a name that somebody has and one that nobody has (${result.signIns.tries} each, in turns)`,
      lines: [
        ["the name", "p50 ms", "p99 ms"],
        ...(["known", "unknown"] as const).map((kind) => {
          const { p50, p99 } = result.signIns[kind];
          return [kind, p50.toFixed(1), p99.toFixed(1)];
        }),
      ],
    },
    {
      title: "A thread of 74 comments over the wire (brotli, fonts apart)",
      lines: [
        ["address", "bytes"],
        ...result.weights.map(({ path, bytes }) => [path, String(bytes)]),
      ],
    },
    {
      title: "Aims",
      lines: [
        ["aim", "got", ""],
        ...aimsOf(result).map(({ aim, got, met }) => [aim, got, met ? "met" : "MISSED"]),
      ],
    },
  ];
}

/** For a terminal. */
export function table(result: Result): string {
  return parts(result)
    .map(({ title, lines }) => `\n${title}\n\n${columns(lines)}`)
    .join("\n");
}

function columns(lines: readonly Line[]): string {
  const widths = (lines[0] ?? []).map((_, at) =>
    Math.max(...lines.map((line) => (line[at] ?? "").length)),
  );
  const padded = (cell: string, at: number) =>
    at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0);
  return lines.map((line) => line.map(padded).join("  ").trimEnd()).join("\n");
}
