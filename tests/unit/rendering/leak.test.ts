import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { MessageChannel } from "node:worker_threads";
import { expect, test } from "vitest";
import render from "#app/domain/rendering/worker.ts";

const markdown = "Words *in* [a row](https://e.example) and a `mark`.[^1]\n\n".repeat(4);
const labels = { footnotes: "Footnotes", backToMark: "Back to {mark}" };

async function renderTimes(times: number): Promise<void> {
  for (let n = 0; n < times; n += 1) {
    const { port1, port2 } = new MessageChannel();
    port1.close();
    await render({
      markdown: `${markdown}[^1]: note ${n}`,
      scope: "a",
      works: 0,
      labels,
      started: port2,
    });
  }
}

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc") as () => void;

async function used(): Promise<number> {
  await new Promise((resolve) => setImmediate(resolve));
  collect();
  return process.memoryUsage().heapUsed / 1024 / 1024;
}

// Without the turn of the event loop, or with `body` cut out, 500 renders hold 40 to 90 MB.
test("500 renders one after the other hold on to nothing", { timeout: 60_000 }, async () => {
  await renderTimes(50);
  const before = await used();
  await renderTimes(500);
  expect((await used()) - before).toBeLessThan(15);
});
