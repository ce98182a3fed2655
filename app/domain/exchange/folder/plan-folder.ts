import { createHash } from "node:crypto";
import { connectedGroups } from "../../essays/connected-groups.ts";
import { tagKey } from "../../essays/tags.ts";
import { verifyLogRows } from "../../moderation/log.ts";
import { isReadable } from "../../threads/read-comments.ts";
import type { FolderCounts } from "./export-folder.ts";
import { type FolderLimits, fileFault } from "./faults.ts";
import { FolderReader } from "./folder-reader.ts";
import * as at from "./layout.ts";
import { type Moments, momentsOf, type ToOrder } from "./order.ts";
import { readIndexes, type SiteIndexes } from "./read-indexes.ts";
import { type EssayFolder, readCommentFile, readEssayFolder } from "./read-pieces.ts";
import type { Links, SourceNotes } from "./shapes.ts";

/** An essay of the folder: what the whole folder says of it beside its own files. */
export interface PlannedEssay extends Moments {
  id: string;
  /** Over its files, to see whether they are the same in the second reading. */
  digest: string;
  notes: SourceNotes["notes"];
  /** Addresses of the old blog. */
  paths: string[];
}

export interface FolderPlan {
  reader: FolderReader;
  indexes: SiteIndexes;
  /** In the order of publication. */
  essays: PlannedEssay[];
  counts: FolderCounts;
  /** What hangs together by links; each has at least two essays. */
  conversations: { essays: string[]; links: Links["links"] }[];
  /** By the folded name. */
  tagSlugs: ReadonlyMap<string, string>;
  /** Over all files: tells one folder from another. */
  digest: string;
}

/**
 * Reads a whole folder once and checks everything in it, before anything is written.
 *
 * @param onEssay told how many essays of how many have been read
 * @throws FolderError the first fault, with its file and line
 */
export async function planFolder({
  path,
  limits,
  onEssay = () => {},
}: {
  path: string;
  limits?: FolderLimits;
  onEssay?: (done: number, of: number) => void;
}): Promise<FolderPlan> {
  const reader = await FolderReader.open(path, limits);
  const whole = createHash("sha256");
  const indexes = await readIndexes(reader, whole);
  const planner = new Planner(reader, indexes);
  const { publication } = indexes.index;
  for (const [done, { essay, slug }] of publication.entries()) {
    whole.update(await planner.essay(essay, slug));
    onEssay(done + 1, publication.length);
  }
  await planner.together();
  return {
    reader,
    indexes,
    essays: planner.essays(),
    counts: indexes.manifest.counts,
    conversations: conversationsOf(indexes),
    tagSlugs: new Map(indexes.tags.tags.map(({ name, slug }) => [tagKey(name), slug])),
    digest: whole.digest("hex"),
  };
}

/** What is known of an essay whose files have been read. */
interface Read {
  id: string;
  digest: string;
  order: ToOrder;
}

class Planner {
  private readonly read: Read[] = [];
  /** The essay that each comment stands under. */
  private readonly threads = new Map<string, string>();
  private readonly tags: Set<string>;
  private readonly active: Map<string, string | null>;
  private readonly counts: FolderCounts;

  constructor(
    private readonly reader: FolderReader,
    private readonly indexes: SiteIndexes,
  ) {
    const { index, tags, links, series, notes, redirects, log } = indexes;
    this.tags = new Set(tags.tags.map(({ name }) => tagKey(name)));
    this.active = new Map(index.activity.map(({ essay, comment }) => [essay, comment]));
    this.counts = {
      essays: index.publication.length,
      comments: { visible: 0, waiting: 0, folded: 0, removed: 0, taken_back: 0, missing: 0 },
      versions: 0,
      tags: tags.tags.length,
      series: series.series.length,
      links: links.links.length,
      source_notes: notes.notes.length,
      redirects: redirects.redirects.length,
      log_rows: log.rows.length,
    };
  }

  /** @returns the digest of its files */
  async essay(id: string, slug: string): Promise<string> {
    const hash = createHash("sha256");
    const folder = await readEssayFolder(this.reader, id, hash);
    const file = [at.ESSAYS, id, at.ESSAY];
    if (folder.fields.slug !== slug) throw fileFault("disagrees", file, { detail: "slug" });
    for (const tag of folder.fields.tags) {
      if (!this.tags.has(tagKey(tag))) throw fileFault("no_such", file, { detail: tag });
    }
    await this.comments(folder, hash);
    this.counts.versions += folder.versions.length;
    const digest = hash.digest("hex");
    this.read.push({ id, digest, order: this.orderOf(folder) });
    return digest;
  }

  private async comments(
    { id, thread }: EssayFolder,
    digest: ReturnType<typeof createHash>,
  ): Promise<void> {
    const file = [at.ESSAYS, id, at.THREAD];
    for (const place of thread.places) {
      if (this.threads.has(place.id)) throw fileFault("twice", file, { detail: place.id });
      this.threads.set(place.id, id);
      this.counts.comments[place.state] += 1;
    }
    for (const index of thread.parentsFirst) {
      const place = thread.places[index];
      if (!place || !isReadable(place.state)) continue;
      const { fields } = await readCommentFile(this.reader, { essayId: id, place, digest });
      for (const other of fields.addresses) {
        if (other === place.id || this.threads.get(other) !== id) {
          const inside = [at.ESSAYS, id, at.COMMENTS, at.commentFile(place.id)];
          throw fileFault("no_such", inside, { detail: other });
        }
      }
    }
  }

  private orderOf({ id, fields, thread }: EssayFolder): ToOrder {
    const lastVisible = thread.places.findLastIndex(({ state }) => state === "visible");
    const last = thread.places[lastVisible]?.id ?? null;
    const active = this.active.get(id) ?? null;
    if (active !== null && active !== last) {
      throw fileFault("disagrees", [at.INDEX], { detail: active });
    }
    return {
      publishedOn: Date.parse(fields.published_on),
      days: thread.places.map((place) => Date.parse(place.written_on)),
      lastVisible,
      byComment: active !== null,
    };
  }

  /** What only all files together tell. */
  async together(): Promise<void> {
    const { links, log, manifest } = this.indexes;
    for (const { comment, to } of links.links) {
      if (comment !== null && this.threads.get(comment) !== to) {
        throw fileFault("no_such", [at.LINKS], { detail: comment });
      }
    }
    const [broken] = await verifyLogRows(log.rows);
    if (broken) throw fileFault("log_broken", [at.LOG], { detail: String(broken.seq) });
    const told = JSON.stringify(manifest.counts);
    if (told !== JSON.stringify(this.counts)) throw fileFault("disagrees", [at.MANIFEST]);
  }

  essays(): PlannedEssay[] {
    const places = new Map(this.read.map(({ id }, place) => [id, place]));
    const activity = this.indexes.index.activity.map(({ essay }) => places.get(essay) ?? -1);
    const moments = momentsOf(
      this.read.map(({ order }) => order),
      activity,
    );
    if (moments === null) throw fileFault("order", [at.INDEX]);
    const { notes, redirects } = this.indexes;
    const notesOf = grouped(notes.notes, (note) => note);
    const pathsOf = grouped(redirects.redirects, ({ path }) => path);
    return this.read.flatMap(({ id, digest }, place) => {
      const of = moments[place];
      if (!of) return [];
      const around = { notes: notesOf.get(id) ?? [], paths: pathsOf.get(id) ?? [] };
      return [{ id, digest, ...around, ...of }];
    });
  }
}

/** Essays that are linked, whichever way and over however many others, and their links. */
function conversationsOf({ index, links }: SiteIndexes): FolderPlan["conversations"] {
  const groups = connectedGroups(
    index.publication.map(({ essay }) => essay),
    links.links.map(({ from, to }) => [from, to]),
  );
  const linksOf = grouped(
    links.links.map((link) => ({ essay: link.from, link })),
    ({ link }) => link,
  );
  return groups
    .filter((essays) => essays.length > 1)
    .map((essays) => ({ essays, links: essays.flatMap((essay) => linksOf.get(essay) ?? []) }));
}

/** Lists by essay. */
function grouped<T extends { essay: string }, V>(
  list: readonly T[],
  value: (entry: T) => V,
): Map<string, V[]> {
  const groups = new Map<string, V[]>();
  for (const entry of list) {
    const group = groups.get(entry.essay);
    if (group) group.push(value(entry));
    else groups.set(entry.essay, [value(entry)]);
  }
  return groups;
}
