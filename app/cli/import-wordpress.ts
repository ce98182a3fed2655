import { existsSync, statSync } from "node:fs";
import { basename, join, resolve, sep } from "node:path";
import { defineCommand } from "citty";
import { SingleBar } from "cli-progress";
import {
  type ImportReport,
  importWordpress,
} from "#app/domain/exchange/wordpress/import-wordpress.ts";
import { type ImportPlan, planImport } from "#app/domain/exchange/wordpress/plan-import.ts";
import type { SkipReason, TallyRow } from "#app/domain/exchange/wordpress/tally.ts";
import { asImportFault } from "#app/domain/exchange/wordpress/wxr-limits.ts";
import { words } from "#app/words/words.ts";
import { withHouse } from "./with-house.ts";

const BAD_USAGE = 2;
const DAY_MS = 86_400_000;

export const wordpress = defineCommand({
  meta: { name: "wordpress", description: words().importing.command.wordpress },
  args: {
    file: {
      type: "positional",
      required: true,
      valueHint: "FILE.xml",
      description: words().importing.command.file,
    },
    names: {
      type: "string",
      valueHint: "keep|hide",
      default: "keep",
      description: words().importing.command.names,
    },
    media: { type: "string", valueHint: "DIR", description: words().importing.command.media },
    json: { type: "boolean", default: false, description: words().importing.command.json },
  },
  run: async ({ args }) => {
    const say = words().importing.command;
    if (args.names !== "keep" && args.names !== "hide") return badUsage(say.badNames);
    if (args.media !== undefined && !isFolder(args.media)) return badUsage(say.noMedia(args.media));
    const { file: path, names, media, json } = args;
    try {
      return await bringIn({ path, names, media: media ?? null, json });
    } catch (error) {
      const fault = asImportFault(error);
      if (!fault) throw error;
      const { faults, fault: sentence } = words().importing;
      process.stderr.write(`${sentence(faults[fault.kind], fault.detail, fault.line)}\n`);
      return 1;
    }
  },
});

interface Asked {
  path: string;
  names: "keep" | "hide";
  media: string | null;
  json: boolean;
}

async function bringIn({ path, names, media, json }: Asked): Promise<number> {
  const say = words().importing.command;
  const told = json ? process.stderr : process.stdout;
  const reading = progress(say.progressReading, path);
  const today = Math.floor(Date.now() / DAY_MS);
  const plan = await planImport({ path, names, today, onBytes: reading.at }).finally(reading.end);
  told.write(`${planLines(plan, media).join("\n")}\n`);
  const report = await withHouse({ migrate: true }, async (house) => {
    const writing = progress(say.progressWriting, path);
    return importWordpress(house, { plan, onBytes: writing.at }).finally(writing.end);
  });
  const next = report.proposals > 0 ? [words().importing.responses.waiting(report.proposals)] : [];
  told.write(`\n${[say.done, ...reportLines(report), ...next].join("\n")}\n`);
  if (json) process.stdout.write(`${JSON.stringify(asJson(report))}\n`);
  return 0;
}

function badUsage(sentence: string): number {
  process.stderr.write(`${sentence}\n`);
  return BAD_USAGE;
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

/** What will happen, before anything is written. */
function planLines(plan: ImportPlan, media: string | null): string[] {
  const say = words().importing.plan;
  const { counts } = plan;
  const images = plan.images.map((url) =>
    say.image(url, media === null ? null : hasFile(media, url)),
  );
  return [
    say.heading(plan.version, plan.baseUrl),
    say.essays(counts.essays),
    say.comments(counts.comments),
    say.waiting(counts.waiting),
    say.placeholders(counts.placeholders),
    say.drafts(counts.drafts),
    say.redirects(plan.redirects),
    ...leftOut(plan.skipped.list()),
    ...(images.length > 0 ? [say.imagesHeading(images.length), ...images] : [say.noImages]),
  ];
}

function reportLines(report: ImportReport): string[] {
  const say = words().importing;
  const noted = report.noted.map((row) =>
    say.plan.skipped(say.noted[row.reason], row.count, row.lines),
  );
  return [
    say.plan.essays(report.essays),
    say.plan.comments(report.comments),
    say.plan.waiting(report.waiting),
    say.plan.placeholders(report.placeholders),
    say.plan.drafts(report.drafts),
    say.plan.redirects(report.redirects),
    ...leftOut(report.skipped),
    ...(noted.length > 0 ? [say.plan.notedHeading, ...noted] : []),
  ];
}

function leftOut(rows: readonly TallyRow<SkipReason>[]): string[] {
  const say = words().importing;
  if (rows.length === 0) return [];
  return [
    say.plan.skippedHeading,
    ...rows.map(({ reason, count, lines }) => say.plan.skipped(say.skipped[reason], count, lines)),
  ];
}

/** Does the folder hold the file of an image, by its path below `uploads` or by its name? */
function hasFile(folder: string, url: string): boolean {
  const path = decodedPath(url);
  const below = path.split("/uploads/").at(-1) ?? path;
  return [below, basename(path)].some((name) => {
    const file = resolve(join(folder, name));
    return file.startsWith(resolve(folder) + sep) && !file.includes("\0") && existsSync(file);
  });
}

function decodedPath(url: string): string {
  const { pathname } = new URL(url);
  try {
    return decodeURIComponent(pathname);
  } catch {
    return pathname;
  }
}

function asJson(report: ImportReport) {
  const { essays, comments, placeholders, waiting, drafts, images, redirects, seconds } = report;
  const { proposals } = report;
  const skipped: Record<string, number> = {};
  for (const { reason, count } of report.skipped) skipped[reason] = (skipped[reason] ?? 0) + count;
  return {
    essays,
    comments,
    placeholders,
    waiting,
    drafts,
    skipped,
    images,
    redirects,
    proposals,
    seconds,
  };
}

/** A bar on a terminal, nothing elsewhere; it runs once for each reading of the file. */
function progress(title: string, path: string) {
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  if (!process.stderr.isTTY || size === 0) return { at: () => {}, end: () => {} };
  const bar = new SingleBar({ format: `${title} {bar} {percentage}%`, stream: process.stderr });
  bar.start(size, 0);
  return { at: (bytes: number) => bar.update(bytes), end: () => bar.stop() };
}
