import { stat } from "node:fs/promises";
import { ImageFinder } from "./find-images.ts";
import { FATE, placeThread, type ThreadRows } from "./place-thread.ts";
import { readWxr } from "./read-wxr.ts";
import { normaliseOldPath } from "./redirects.ts";
import {
  type Becomes,
  fateOf,
  isMailbox,
  nameHash,
  publicOrDraft,
  skipReasonOf,
} from "./sort-items.ts";
import { type NoteReason, type SkipReason, Tally } from "./tally.ts";
import { ImportError, type WxrLimits } from "./wxr-limits.ts";
import type { WxrComment, WxrItem } from "./wxr-types.ts";

export type NamesChoice = "keep" | "hide";

/** A post that will be brought in: what the first reading knows of it, without its words. */
export interface PlannedPost {
  id: number;
  as: Becomes;
  /** Days since 1970. */
  day: number;
  orderedAt: number;
  rows: ThreadRows;
  /** Numbers of commenters whose name isn't shown, by a hash of it. */
  hidden: Map<string, number>;
  paths: string[];
}

export interface ImportPlan {
  path: string;
  bytes: number;
  changedAt: number;
  version: string;
  baseUrl: string;
  /** Under which name `imported_items` knows this blog. */
  source: string;
  authors: ReadonlyMap<string, string>;
  /** By place of the item in the file. */
  posts: Map<number, PlannedPost>;
  /** Post numbers by old address, for pingbacks. */
  postAtPath: Map<string, number>;
  /** Comments that are pingbacks to follow. */
  pings: Set<number>;
  names: NamesChoice;
  counts: {
    essays: number;
    comments: number;
    waiting: number;
    placeholders: number;
    drafts: number;
  };
  redirects: number;
  images: string[];
  skipped: Tally<SkipReason>;
  noted: Tally<NoteReason>;
}

const DAY_MS = 86_400_000;

/**
 * Reads a whole export once, for its structure: what will be brought in, what is left out and why,
 * which images will be missing. Writes nothing; needs some tens of bytes for each comment.
 * @param today days since 1970, for a post that has no date at all.
 * @throws ImportError
 */
export async function planImport(ask: {
  path: string;
  names: NamesChoice;
  today: number;
  limits?: WxrLimits;
  onBytes?: (bytes: number) => void;
}): Promise<ImportPlan> {
  const maker = new PlanMaker(ask.path, ask.names, ask.today);
  const { size, mtimeMs } = await stat(ask.path).catch(() => ({ size: 0, mtimeMs: 0 }));
  const { limits, onBytes } = ask;
  for await (const event of readWxr(ask.path, {
    ...(limits && { limits }),
    ...(onBytes && { onBytes }),
  })) {
    if (event.kind === "channel") maker.channel(event.channel);
    else if (event.kind === "comment") maker.comment(event.comment);
    else maker.item(event.item);
  }
  return maker.finish(size, mtimeMs);
}

/** @throws ImportError `changed`, where the file is another than the one that was planned. */
export async function expectUnchanged(plan: ImportPlan): Promise<void> {
  const now = await stat(plan.path).catch(() => null);
  if (now?.size !== plan.bytes || now.mtimeMs !== plan.changedAt) {
    throw new ImportError({ kind: "changed", line: null, detail: "" });
  }
}

interface RawComment {
  id: number | null;
  parent: number;
  day: number | null;
  fate: number;
  why: SkipReason | null;
  ping: boolean;
  line: number;
  hidden: string | null;
}

class PlanMaker {
  private version = "";
  private baseUrl = "";
  private authors: ReadonlyMap<string, string> = new Map();
  private readonly posts = new Map<number, PlannedPost>();
  private readonly postIds = new Set<number>();
  private readonly commentIds = new Set<number>();
  private readonly postAtPath = new Map<string, number>();
  private readonly pings = new Set<number>();
  private readonly skipped = new Tally<SkipReason>();
  private readonly noted = new Tally<NoteReason>();
  private images = new ImageFinder("");
  private comments: RawComment[] = [];
  private pictures: string[] = [];

  constructor(
    private readonly path: string,
    private readonly names: NamesChoice,
    private readonly today: number,
  ) {}

  channel(channel: { version: string; baseUrl: string; authors: ReadonlyMap<string, string> }) {
    this.version = channel.version;
    this.baseUrl = channel.baseUrl;
    this.authors = channel.authors;
    this.images = new ImageFinder(channel.baseUrl);
  }

  comment(comment: WxrComment): void {
    const ping = comment.type === "pingback" || comment.type === "trackback";
    const { fate, why } = fateOf(comment, ping);
    const anonymous = this.names === "hide" || isMailbox(comment.name);
    this.comments.push({
      id: comment.id,
      parent: comment.parent,
      day: comment.day === null ? null : Date.parse(comment.day) / DAY_MS,
      fate: ping ? FATE.leftOut : fate,
      why,
      ping: ping && why === null,
      line: comment.line,
      hidden: anonymous && fate !== FATE.leftOut && !ping ? nameHash(comment.name) : null,
    });
    if (fate !== FATE.leftOut && /<img\b/i.test(comment.content))
      this.pictures.push(comment.content);
  }

  item(item: WxrItem): void {
    const { comments, pictures } = this;
    this.comments = [];
    this.pictures = [];
    if (item.type === "attachment" && item.id !== null) {
      this.images.attachment(item.id, item.attachmentUrl, item.parent);
    }
    const as = this.becomes(item);
    if (as === null || item.id === null) {
      this.leaveOut(comments);
      return;
    }
    const day = item.day === null ? this.today : Date.parse(item.day) / DAY_MS;
    const post: PlannedPost = {
      id: item.id,
      as,
      day,
      orderedAt: day * DAY_MS,
      rows: { ids: [], parents: [], days: [], fates: [] },
      hidden: new Map(),
      paths: [],
    };
    this.posts.set(item.ordinal, post);
    if (as !== "essay") {
      this.leaveOut(comments);
      return;
    }
    for (const text of [item.content, ...pictures]) this.images.text(text, item.id);
    for (const comment of comments) this.take(comment, post);
    this.findPaths(item, post);
  }

  finish(bytes: number, changedAt: number): ImportPlan {
    const counts = { essays: 0, comments: 0, waiting: 0, placeholders: 0, drafts: 0 };
    let redirects = 0;
    for (const post of this.posts.values()) {
      if (post.as !== "essay") {
        counts.drafts += 1;
        continue;
      }
      counts.essays += 1;
      redirects += post.paths.length;
      const placed = placeThread(post.rows);
      this.noted.add("circles opened", null, placed.brokenCycles);
      for (let node = 0; node < placed.ids.length; node += 1) {
        if (placed.stands[node] === 0) continue;
        if (placed.empty[node] === 1) counts.placeholders += 1;
        else if (post.rows.fates[node] === FATE.waiting) counts.waiting += 1;
        else counts.comments += 1;
      }
    }
    this.orderPosts();
    return {
      path: this.path,
      bytes,
      changedAt,
      version: this.version,
      baseUrl: this.baseUrl,
      source: sourceOf(this.baseUrl),
      authors: this.authors,
      posts: this.posts,
      postAtPath: this.postAtPath,
      pings: this.pings,
      names: this.names,
      counts,
      redirects,
      images: this.images.list(),
      skipped: this.skipped,
      noted: this.noted,
    };
  }

  /** What a post becomes; null, with its reason counted, where it stays behind. */
  private becomes(item: WxrItem): Becomes | null {
    const reason = skipReasonOf(item);
    if (reason) this.skipped.add(reason, item.line);
    else if (item.id === null) this.skipped.add("without a number", item.line);
    else if (this.postIds.has(item.id)) this.skipped.add("duplicate numbers", item.line);
    else {
      this.postIds.add(item.id);
      return publicOrDraft(item);
    }
    return null;
  }

  private leaveOut(comments: readonly RawComment[]): void {
    for (const { line } of comments)
      this.skipped.add("comments of posts that are not public", line);
  }

  private take(comment: RawComment, post: PlannedPost): void {
    const { id, line } = comment;
    if (id === null) this.skipped.add("without a number", line);
    else if (this.commentIds.has(id)) this.skipped.add("duplicate numbers", line);
    if (id === null || this.commentIds.has(id)) return;
    this.commentIds.add(id);
    if (comment.why) this.skipped.add(comment.why, line);
    if (comment.ping) this.pings.add(id);
    if (comment.day === null && comment.why === null) this.noted.add("without a day", line);
    post.rows.ids.push(id);
    post.rows.parents.push(comment.parent);
    post.rows.days.push(comment.day ?? post.day);
    post.rows.fates.push(comment.fate);
    if (comment.hidden && !post.hidden.has(comment.hidden)) {
      post.hidden.set(comment.hidden, post.hidden.size + 1);
    }
  }

  private findPaths(item: WxrItem, post: PlannedPost): void {
    const own = [item.link, item.guid].filter((address) => address !== "");
    for (const address of [...own, `/?p=${post.id}`]) {
      const path = normaliseOldPath(address);
      if (path === null) this.noted.add("addresses of our own", item.line);
      else if (!this.postAtPath.has(path)) {
        this.postAtPath.set(path, post.id);
        post.paths.push(path);
      }
    }
  }

  private orderPosts(): void {
    const essays = [...this.posts.values()].filter((post) => post.as === "essay");
    essays.sort((a, b) => a.day - b.day || a.id - b.id);
    let before: PlannedPost | null = null;
    for (const post of essays) {
      if (before?.day === post.day) post.orderedAt = before.orderedAt + 1;
      before = post;
    }
  }
}

/** One name for a blog, whether its address was written with `www.` and `https` or without. */
function sourceOf(baseUrl: string): string {
  const plain = baseUrl
    .toLowerCase()
    .replace(/^https?:\/\/(?:www\.)?/, "")
    .replace(/\/+$/, "");
  return `wordpress:${plain}`;
}
