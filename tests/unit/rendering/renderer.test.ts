import { rm } from "node:fs/promises";
import { dirname } from "node:path";
import { performance } from "node:perf_hooks";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { afterAll, afterEach, describe, expect, test } from "vitest";
import { createRenderer, type RendererOptions } from "#app/domain/rendering/renderer.ts";
import { RENDERER_VERSION, type Renderer, type RenderResult } from "#app/domain/rendering/types.ts";

const opened: Renderer[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((renderer) => renderer.close()));
});

function open(options: RendererOptions = {}): Renderer {
  const renderer = createRenderer({ threads: 1, waitMs: 60_000, renderMs: 20_000, ...options });
  opened.push(renderer);
  return renderer;
}

const worker = (name: string) => fileURLToPath(new URL(`./workers/${name}.mjs`, import.meta.url));

function renderedOf(result: RenderResult) {
  if (!result.ok) throw new Error(`refused: ${result.reason}`);
  return result.rendered;
}

const typed = "First *line* <b>\nsecond line\n\nAnother & more.";
const escaped =
  '<p dir="auto">First *line* &lt;b&gt;<br>\nsecond line</p>\n<p dir="auto">Another &amp; more.</p>';

describe("where rendering fails, the escaped text comes back with version 0", () => {
  test.each(["hangs", "dies", "grows", "is-not-there"])("a worker that %s", async (name) => {
    const renderer = open({ workerFile: worker(name), renderMs: 300 });
    const rendered = renderedOf(await renderer.render({ markdown: typed, scope: "a" }));
    expect(rendered).toEqual({
      html: escaped,
      firstLines: "First *line* <b> second line Another & more.",
      text: "First *line* <b>\nsecond line\n\nAnother & more.",
      words: 7,
      headings: [],
      links: 0,
      version: 0,
    });
  });

  test("the next text finds a new worker", async () => {
    const renderer = open({ workerFile: worker("dies-sometimes") });
    const versions = [];
    for (const markdown of ["a", "die", "b", "die", "c"]) {
      versions.push(renderedOf(await renderer.render({ markdown, scope: "a" })).version);
    }
    expect(versions).toEqual([1, 0, 1, 0, 1]);
  });

  test("those that waited behind the one that died are rendered", async () => {
    const renderer = open({ workerFile: worker("dies-sometimes") });
    const texts = ["a", "die", "b", "c"];
    const results = await Promise.all(
      texts.map((markdown) => renderer.render({ markdown, scope: "a" })),
    );
    expect(results.map((result) => renderedOf(result).version)).toEqual([1, 0, 1, 1]);
  });

  test("a full queue escapes at once and keeps those that wait", async () => {
    const renderer = open({ workerFile: worker("hangs"), queue: 3, renderMs: 100 });
    const results = await Promise.all(
      Array.from({ length: 12 }, (_, n) => renderer.render({ markdown: `text ${n}`, scope: "a" })),
    );
    expect(results.map((result) => renderedOf(result).html)).toEqual(
      Array.from({ length: 12 }, (_, n) => `<p dir="auto">text ${n}</p>`),
    );
  });

  test("nobody waits longer for a worker than is allowed", async () => {
    const renderer = open({ workerFile: worker("hangs"), startMs: 200, renderMs: 60_000 });
    const first = renderer.render({ markdown: "first", scope: "a" });
    expect(renderedOf(await renderer.render({ markdown: "second", scope: "a" })).version).toBe(0);
    await renderer.close();
    expect(renderedOf(await first).version).toBe(0);
  });

  test("after closing too", async () => {
    const renderer = open();
    await renderer.close();
    expect(renderedOf(await renderer.render({ markdown: "x", scope: "a" })).version).toBe(0);
  });
});

/** Texts that cost marked the most for their size; none may be refused for what people do write. */
const pathological: [string, string][] = [
  ["20 KB of nested <b>", "<b>".repeat(7_000)],
  ["brackets that open", "[".repeat(100_000)],
  ["brackets that close", "]".repeat(100_000)],
  ["images that open", "![".repeat(50_000)],
  ["stars", "*".repeat(100_000)],
  ["stars before letters", "*a ".repeat(30_000)],
  ["stars and lines", "*_".repeat(50_000)],
  ["emphasis that overlaps", "**a*".repeat(25_000)],
  ["lines between letters", "a_".repeat(50_000)],
  ["double quotes", '"'.repeat(100_000)],
  ["single quotes", "'".repeat(100_000)],
  ["a title that never ends", `[a](b "${'"'.repeat(100_000)}`],
  ["backticks in pairs of unequal length", "`a ``b ".repeat(14_000)],
  ["tildes", "~~a ".repeat(25_000)],
  ["100 KB without a space", "a".repeat(100_000)],
  ["100 KB without a space, then @", `${"a".repeat(100_000)}@`],
  ["dots without a space", "a.".repeat(50_000)],
  ["a host of 50,000 parts", `http://${"a.".repeat(50_000)}`],
  ["a bare link that ends in brackets", `http://a.example/${")".repeat(100_000)}`],
  ["tags that open", "<a ".repeat(33_000)],
  ["comments that open", "<!--".repeat(25_000)],
  ["processing instructions", "<?".repeat(50_000)],
  ["CDATA", "<![CDATA[".repeat(11_000)],
  ["a quotation with 40,000 lazy lines", `> x\n${"a\n".repeat(40_000)}`],
  ["quotations nineteen deep with lazy lines", `${"> ".repeat(19)}x\n${"a\n".repeat(20_000)}`],
  ["hard breaks", "a  \n".repeat(25_000)],
  ["a heading that never comes", `${"a\n".repeat(50_000)}`],
  ["spaces inside a line", `a${" ".repeat(100_000)}b`],
  ["footnote marks without notes", "[^".repeat(50_000)],
  ["fences", "```\n".repeat(25_000)],
  ["combining marks", `a${"\u0301".repeat(100_000)}`],
  ["8,000 quotation marks", ">".repeat(8_000)],
  ["many nested lists", "- ".repeat(50_000)],
  ["many rows", "|a|\n|-|\n".repeat(20_000)],
];

describe("no text keeps the main thread", () => {
  const renderer = createRenderer({ threads: 1, waitMs: 60_000, renderMs: 1_000 });
  afterAll(() => renderer.close());

  test.each(pathological)("%s", { timeout: 60_000 }, async (_, markdown) => {
    // The worker has started, again if the text before this one ended it.
    await renderer.render({ markdown: "a", scope: "a" });
    let turns = 0;
    const timer = setInterval(() => {
      turns += 1;
    }, 1);
    const began = performance.now();
    const utilization = performance.eventLoopUtilization();
    const result = await renderer.render({ markdown, scope: "a" });
    const took = performance.now() - began;
    const busy = performance.eventLoopUtilization(utilization).active;
    clearInterval(timer);
    // Refused, rendered, or escaped because the worker's limit ended it.
    if (result.ok) expect([0, RENDERER_VERSION]).toContain(result.rendered.version);
    else expect(result.limit).toBeGreaterThan(0);
    // The event loop turned meanwhile and was idle for most of a long wait.
    if (took > 500) {
      expect(turns).toBeGreaterThan(5);
      expect(busy).toBeLessThan(took / 2);
    }
  });

  test("a measurement that waits is noticed", () => {
    const utilization = performance.eventLoopUtilization();
    const until = performance.now() + 50;
    while (performance.now() < until);
    expect(performance.eventLoopUtilization(utilization).active).toBeGreaterThan(25);
  });
});

describe("the bundled worker", () => {
  test("renders as the one of the sources does", { timeout: 60_000 }, async () => {
    const root = fileURLToPath(new URL("../../../", import.meta.url));
    const outfile = `${root}.cache/rendering-test-${process.pid}/worker.mjs`;
    await build({
      entryPoints: [`${root}app/domain/rendering/worker.ts`],
      outfile,
      bundle: true,
      packages: "external",
      platform: "node",
      format: "esm",
      target: "node20",
    });
    try {
      const request = { markdown: "# A\n\nb[^1] <i>c</i>\n\n[^1]: d", scope: "a" };
      const bundled = open({ workerFile: outfile });
      const result = await bundled.render(request);
      expect(renderedOf(result).version).toBe(RENDERER_VERSION);
      expect(result).toEqual(await open().render(request));
    } finally {
      await rm(dirname(outfile), { recursive: true });
    }
  });
});

describe("many texts", () => {
  test("give the same again, whatever was rendered between", async () => {
    const renderer = open({ threads: 2 });
    const markdown = "# A\n\nb[^1] [up](#a)\n\n[^1]: c";
    const first = await renderer.render({ markdown, scope: "a" });
    await Promise.all(
      Array.from({ length: 20 }, (_, n) => renderer.render({ markdown, scope: `other-${n}` })),
    );
    expect(await renderer.render({ markdown, scope: "a" })).toEqual(first);
  });
});
