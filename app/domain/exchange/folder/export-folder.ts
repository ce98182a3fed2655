import { words } from "#app/words/words.ts";
import type { Reader } from "#db/connect.ts";
import { tagsOfEssay } from "#db/queries/essays.ts";
import { essayById } from "#db/queries/essays-writing.ts";
import { inSnapshot, openVersions, unfinishedFolderImport } from "#db/queries/exports.ts";
import { threadAddresses } from "#db/queries/threads.ts";
import { dayOf, type House } from "../../house.ts";
import { storedLog } from "../../moderation/log.ts";
import { isReadable } from "../../threads/read-comments.ts";
import { FolderError } from "./faults.ts";
import { FolderWriter } from "./folder-writer.ts";
import * as at from "./layout.ts";
import { commentText, essayText, placeOf, versionText } from "./piece-files.ts";
import { type ExportedComment, type PublicSite, readSite, threadBatches } from "./read-store.ts";
import type { Manifest } from "./shapes.ts";
import { jsonText } from "./strict-json.ts";

/** How many files are written at the same time. */
const FILES_AT_ONCE = 16;

export type FolderCounts = Manifest["counts"];

/**
 * Writes all that is public into a folder, byte for byte the same for the same content: pieces as
 * Markdown with front matter, everything around them as JSON. What is waiting, removed, taken back or
 * missing leaves its place and nothing of its words or its name. Memory holds one thread's places and
 * some hundred comments.
 *
 * @param onEssay told how many essays of how many have been written
 * @throws FolderError
 */
export async function exportFolder(
  house: Pick<House, "store" | "clock">,
  { path, onEssay = () => {} }: { path: string; onEssay?: (done: number, of: number) => void },
): Promise<FolderCounts> {
  if (await unfinishedFolderImport(house.store.read).executeTakeFirst()) {
    throw new FolderError({ kind: "import_unfinished", file: "", line: null, detail: "" });
  }
  const writer = await FolderWriter.begin(path);
  try {
    const today = dayOf(house.clock());
    const counts = await inSnapshot(house.store, (db) =>
      new FolderExport(db, writer, today).run(onEssay),
    );
    await writer.finish();
    return counts;
  } catch (error) {
    await writer.giveUp();
    throw error;
  }
}

class FolderExport {
  private readonly counts: FolderCounts = {
    essays: 0,
    comments: { visible: 0, waiting: 0, folded: 0, removed: 0, taken_back: 0, missing: 0 },
    versions: 0,
    tags: 0,
    series: 0,
    links: 0,
    source_notes: 0,
    redirects: 0,
    log_rows: 0,
  };
  /** The comment by which a thread was last active; missing: the essay itself. */
  private readonly activeBy = new Map<string, string>();

  constructor(
    private readonly db: Reader,
    private readonly writer: FolderWriter,
    private readonly today: string,
  ) {}

  async run(onEssay: (done: number, of: number) => void): Promise<FolderCounts> {
    const site = await readSite(this.db);
    await this.writer.folder([at.ESSAYS]);
    for (const essay of site.essays) {
      await this.essay(essay);
      this.counts.essays += 1;
      onEssay(this.counts.essays, site.essays.length);
    }
    await this.writer.date([at.ESSAYS], this.today);
    await this.indexes(site);
    await this.writer.date([], this.today);
    return this.counts;
  }

  private async essay({ id, slug, state }: PublicSite["essays"][number]): Promise<void> {
    const { db, writer } = this;
    const folder = [at.ESSAYS, id];
    await writer.folder(folder);
    const row = await essayById(db, { id }).executeTakeFirstOrThrow();
    const readable = isReadable(state);
    const tags = readable ? await tagsOfEssay(db, { essayId: id }).execute() : [];
    const versions = readable ? await openVersions(db, { essayId: id }).execute() : [];
    const text = essayText(row, {
      slug,
      tags: tags.map(({ name }) => name),
      versions: versions.map(({ version }) => version),
    });
    const day = readable ? (row.edited_on ?? row.published_on) : row.published_on;
    await writer.file([...folder, at.ESSAY], text, day);
    await this.versions(folder, versions);
    await this.thread(folder, row);
    await writer.date(folder, day);
  }

  private async versions(
    folder: readonly string[],
    versions: Awaited<ReturnType<ReturnType<typeof openVersions>["execute"]>>,
  ): Promise<void> {
    const inside = [...folder, at.VERSIONS];
    for (const [index, version] of versions.entries()) {
      if (index === 0) await this.writer.folder(inside);
      const { replaced_on: day } = version;
      const name = at.versionFile(version.version);
      await this.writer.file([...inside, name], versionText(version), day);
      if (index === versions.length - 1) await this.writer.date(inside, day);
    }
    this.counts.versions += versions.length;
  }

  private async thread(
    folder: readonly string[],
    essay: { id: string; ordered_at: number; active_on: string },
  ): Promise<void> {
    const addressed = await this.addressed(essay.id);
    const places: ReturnType<typeof placeOf>[] = [];
    let hasFolder = false;
    for await (const batch of threadBatches(this.db, essay.id)) {
      const readable = batch.filter((row) => isReadable(row.state));
      if (readable.length > 0 && !hasFolder) {
        await this.writer.folder([...folder, at.COMMENTS]);
        hasFolder = true;
      }
      for (let from = 0; from < readable.length; from += FILES_AT_ONCE) {
        const some = readable.slice(from, from + FILES_AT_ONCE);
        await Promise.all(
          some.map((row) => this.comment(folder, row, addressed.get(row.id) ?? [])),
        );
      }
      for (const row of batch) {
        if (!at.isPieceId(row.id)) throw new Error(`A comment has an id that is none: ${row.id}`);
        places.push(placeOf(row));
        this.counts.comments[row.state] += 1;
        if (row.state === "visible" && row.ordered_at > essay.ordered_at) {
          this.activeBy.set(essay.id, row.id);
        }
      }
    }
    const day = essay.active_on;
    await this.writer.file([...folder, at.THREAD], jsonText({ comments: places }), day);
    if (hasFolder) await this.writer.date([...folder, at.COMMENTS], day);
  }

  private async comment(
    folder: readonly string[],
    row: ExportedComment,
    addresses: readonly string[],
  ): Promise<void> {
    const inside = [...folder, at.COMMENTS, at.commentFile(row.id)];
    await this.writer.file(inside, commentText(row, addresses), row.edited_on ?? row.written_on);
  }

  private async addressed(essayId: string): Promise<Map<string, string[]>> {
    const addressed = new Map<string, string[]>();
    for (const row of await threadAddresses(this.db, { essayId }).execute()) {
      const list = addressed.get(row.comment_id);
      if (list) list.push(row.addressed_id);
      else addressed.set(row.comment_id, [row.addressed_id]);
    }
    return addressed;
  }

  private async indexes(site: PublicSite): Promise<void> {
    const { counts } = this;
    const rows = await storedLog(this.db);
    counts.tags = site.tags.length;
    counts.series = site.series.length;
    counts.links = site.links.length;
    counts.source_notes = site.notes.length;
    counts.redirects = site.redirects.length;
    counts.log_rows = rows.length;
    const publication = site.essays.map(({ id, slug }) => ({ essay: id, slug }));
    const activity = site.activity.map((essay) => {
      const comment = this.activeBy.get(essay);
      return comment === undefined ? { essay } : { essay, comment };
    });
    const links = site.links.map(({ comment, ...link }) =>
      comment === null ? link : { ...link, comment },
    );
    const files: Record<string, Readonly<Record<string, unknown>>> = {
      [at.INDEX]: { publication, activity },
      [at.LINKS]: { links },
      [at.SERIES]: { series: site.series },
      [at.TAGS]: { tags: site.tags },
      [at.SOURCE_NOTES]: { notes: site.notes },
      [at.REDIRECTS]: { redirects: site.redirects },
      [at.LOG]: { rows },
      [at.MANIFEST]: { format: at.FORMAT, version: at.FORMAT_VERSION, counts },
    };
    await this.writer.file([at.README], words().exchange.readme, this.today);
    for (const [name, fields] of Object.entries(files)) {
      await this.writer.file([name], jsonText(fields), this.today);
    }
  }
}
