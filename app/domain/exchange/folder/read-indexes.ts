import type { createHash } from "node:crypto";
import type { z } from "zod";
import { tagKey } from "../../essays/tags.ts";
import { fileFault } from "./faults.ts";
import type { FolderReader } from "./folder-reader.ts";
import * as at from "./layout.ts";
import {
  type Index,
  indexShape,
  type Links,
  type LogRows,
  linksShape,
  logShape,
  type Manifest,
  manifestShape,
  type Redirects,
  redirectsShape,
  type SeriesList,
  type SourceNotes,
  seriesShape,
  shaped,
  sourceNotesShape,
  type TagList,
  tagsShape,
} from "./shapes.ts";
import { readJson } from "./strict-json.ts";

/** The files that speak of the whole site. */
export interface SiteIndexes {
  manifest: Manifest;
  index: Index;
  links: Links;
  series: SeriesList;
  tags: TagList;
  notes: SourceNotes;
  redirects: Redirects;
  log: LogRows;
}

/**
 * Reads the indexes of a folder and checks that they name nothing twice and nothing that isn't there.
 *
 * @param digest told the bytes of every file
 * @throws FolderError
 */
export async function readIndexes(
  reader: FolderReader,
  digest: ReturnType<typeof createHash>,
): Promise<SiteIndexes> {
  if (!(await reader.has([at.MANIFEST]))) throw fileFault("no_export", [at.MANIFEST]);
  const manifest = await readFile(reader, at.MANIFEST, manifestShape, digest);
  if (manifest.version !== at.FORMAT_VERSION) {
    throw fileFault("format_version", [at.MANIFEST], { detail: String(manifest.version) });
  }
  await reader.expect([], new Set(at.TOP));
  await reader.read([at.README], "index");
  const indexes: SiteIndexes = {
    manifest,
    index: await readFile(reader, at.INDEX, indexShape, digest),
    links: await readFile(reader, at.LINKS, linksShape, digest),
    series: await readFile(reader, at.SERIES, seriesShape, digest),
    tags: await readFile(reader, at.TAGS, tagsShape, digest),
    notes: await readFile(reader, at.SOURCE_NOTES, sourceNotesShape, digest),
    redirects: await readFile(reader, at.REDIRECTS, redirectsShape, digest),
    log: await readFile(reader, at.LOG, logShape, digest),
  };
  checkOnce(indexes);
  const essays = new Set(indexes.index.publication.map(({ essay }) => essay));
  await reader.expect([at.ESSAYS], essays);
  checkThere(indexes, essays);
  return indexes;
}

async function readFile<T>(
  reader: FolderReader,
  name: string,
  shape: z.ZodType<T>,
  digest: ReturnType<typeof createHash>,
): Promise<T> {
  return shaped(shape, readJson(await reader.read([name], "index", digest), [name]), [name]);
}

/** Nothing is named twice where it can be only once. */
function checkOnce({ index, links, series, tags, redirects }: SiteIndexes): void {
  once(at.INDEX, index.publication, ({ essay }) => essay);
  once(at.INDEX, index.publication, ({ slug }) => slug);
  once(at.INDEX, index.activity, ({ essay }) => essay);
  if (index.activity.length !== index.publication.length) {
    throw fileFault("disagrees", [at.INDEX], { detail: "activity" });
  }
  once(at.LINKS, links.links, ({ from, to, comment }) => `${from} ${to} ${comment ?? ""}`);
  once(at.SERIES, series.series, ({ slug }) => slug);
  for (const { parts } of series.series) {
    once(at.SERIES, parts, ({ essay }) => essay);
    once(at.SERIES, parts, ({ position }) => String(position));
  }
  once(at.TAGS, tags.tags, ({ slug }) => slug);
  once(at.TAGS, tags.tags, ({ name }) => tagKey(name));
  once(at.REDIRECTS, redirects.redirects, ({ path }) => path);
}

function once<T>(file: string, list: readonly T[], name: (entry: T) => string): void {
  const seen = new Set<string>();
  for (const entry of list) {
    const named = name(entry);
    if (seen.has(named)) throw fileFault("twice", [file], { detail: named });
    seen.add(named);
  }
}

/** What is named is an essay of this folder. */
function checkThere(indexes: SiteIndexes, essays: ReadonlySet<string>): void {
  const { index, links, series, notes, redirects } = indexes;
  const named: [file: string, ids: string[]][] = [
    [at.INDEX, index.activity.map(({ essay }) => essay)],
    [at.LINKS, links.links.flatMap(({ from, to }) => [from, to])],
    [at.SERIES, series.series.flatMap(({ parts }) => parts.map(({ essay }) => essay))],
    [at.SOURCE_NOTES, notes.notes.map(({ essay }) => essay)],
    [at.REDIRECTS, redirects.redirects.map(({ essay }) => essay)],
  ];
  for (const [file, ids] of named) {
    const unknown = ids.find((id) => !essays.has(id));
    if (unknown !== undefined) throw fileFault("no_such", [file], { detail: unknown });
  }
  const own = links.links.find(({ from, to }) => from === to);
  if (own) throw fileFault("circle", [at.LINKS], { detail: own.from });
}
