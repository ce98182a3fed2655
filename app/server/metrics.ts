import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";

/** How a request was answered; the only thing that is counted of it, beside its status and time. */
export type Route = "health" | "static" | "refused" | "kept" | "made" | "shed";

export interface Metrics {
  count(route: Route, status: number, seconds: number): void;
  text(): Promise<string>;
}

export interface Gauges {
  inside: () => number;
  waiting: () => number;
  keptBytes: () => number;
}

/** Prometheus text of this process. No label holds an address of a page or a visitor. */
export function makeMetrics(gauges: Gauges): Metrics {
  const register = new Registry();
  const registers = [register];
  collectDefaultMetrics({ register });
  const answers = new Counter({
    name: "firsthand_answers_total",
    help: "Requests answered, by how and with which status",
    labelNames: ["route", "status"],
    registers,
  });
  const seconds = new Histogram({
    name: "firsthand_answer_seconds",
    help: "Time to answer, by how",
    labelNames: ["route"],
    buckets: [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers,
  });
  gauge("firsthand_work_inside", "Pages and posts being worked on", gauges.inside, registers);
  gauge("firsthand_work_waiting", "Pages and posts waiting for a slot", gauges.waiting, registers);
  gauge("firsthand_kept_bytes", "Size of the page cache", gauges.keptBytes, registers);
  // Labels are looked up once; for a kept page that would be a good part of all work.
  const counters = new Map<string, { inc: () => void }>();
  const timers = new Map<Route, { observe: (time: number) => void }>();
  return {
    count(route, status, time) {
      const name = `${route} ${status}`;
      const counter = counters.get(name) ?? answers.labels({ route, status });
      counters.set(name, counter);
      counter.inc();
      const timer = timers.get(route) ?? seconds.labels({ route });
      timers.set(route, timer);
      timer.observe(time);
    },
    text: () => register.metrics(),
  };
}

function gauge(name: string, help: string, read: () => number, registers: Registry[]): void {
  new Gauge({
    name,
    help,
    registers,
    collect() {
      this.set(read());
    },
  });
}
