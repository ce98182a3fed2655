import { words } from "#app/words/words.ts";
import type { House } from "../../house.ts";
import { cleanName, NAME_LIMIT } from "../../identity/names.ts";
import { LinkImport } from "./bring-in-links.ts";
import { PingImport } from "./bring-in-pings.ts";
import { FATE } from "./place-thread.ts";
import { oneLine, shortened } from "./plain-text.ts";

import { readWxr } from "./read-wxr.ts";
import { renderImported } from "./render-imported.ts";
import { type ImportRun, severalAtOnce } from "./run.ts";
import { isMailbox, nameHash } from "./sort-items.ts";
import { HERE, ThreadImport } from "./thread-import.ts";
import { type ReadyComment, writeComments } from "./write-comments.ts";
import type { WxrComment } from "./wxr-types.ts";

const BATCH = 200;
const AT_ONCE = 8;

/**
 * The third reading: comments, thread by thread, two hundred in a transaction; pingbacks; and which
 * essay links to which, now that all are here.
 */
export async function bringInComments(house: House, run: ImportRun): Promise<void> {
  const { plan, onBytes } = run;
  const pings = new PingImport(house, run);
  const links = new LinkImport(house, run);
  let ordinal = -1;
  let open: OpenThread | null = null;
  const keepUrl = (id: number) => plan.pings.has(id);
  for await (const event of readWxr(plan.path, { keepUrl, onBytes })) {
    if (event.kind === "item") await links.add(event.item);
    if (event.kind !== "comment") continue;
    const { comment } = event;
    if (comment.ordinal !== ordinal) {
      await open?.flush();
      ordinal = comment.ordinal;
      open = await openThread(house, run, ordinal);
    }
    if (!open || comment.id === null) continue;
    if (plan.pings.has(comment.id)) await pings.add(comment, open.thread.post.id);
    else if (open.take(comment)) await open.flush();
  }
  await open?.flush();
  await pings.flush();
  await links.flush();
}

async function openThread(house: House, run: ImportRun, ordinal: number) {
  const post = run.plan.posts.get(ordinal);
  if (post?.as !== "essay") return null;
  const essayId = run.essayIds.get(post.id);
  if (essayId === undefined) {
    run.skipped.add("essay no longer here", null, post.rows.ids.length);
    return null;
  }
  const { plan } = run;
  return new OpenThread(house, run, await ThreadImport.open(house, { essayId, post, plan }));
}

class OpenThread {
  private batch: { node: number; comment: WxrComment }[] = [];
  private readonly met = new Set<number>();

  constructor(
    private readonly house: House,
    private readonly run: ImportRun,
    readonly thread: ThreadImport,
  ) {}

  /** Takes a comment into the batch if it is to be brought in. Returns whether the batch is full. */
  take(comment: WxrComment): boolean {
    const { placed, here, post } = this.thread;
    const node = comment.id === null ? undefined : placed.nodeOf.get(comment.id);
    // A node without a row is a parent that this thread misses: the comment stands in another one.
    if (node === undefined || node >= post.rows.ids.length || this.met.has(node)) return false;
    this.met.add(node);
    if (placed.empty[node] === 1) return false;
    if (here[node] === HERE.comment) this.run.skipped.add("already here", comment.line);
    else this.batch.push({ node, comment });
    return this.batch.length >= BATCH;
  }

  async flush(): Promise<void> {
    const { batch } = this;
    this.batch = [];
    if (batch.length === 0) return;
    const ready = await severalAtOnce(batch, AT_ONCE, (entry) => this.prepare(entry));
    await writeComments(this.house, this.run, { thread: this.thread, comments: ready });
  }

  private async prepare(entry: { node: number; comment: WxrComment }): Promise<ReadyComment> {
    const { node, comment } = entry;
    const { content, line } = comment;
    const markdown = this.run.convert({ content, piece: "comment" }, line);
    const scope = this.thread.idOf(node);
    const { rendered, plain } = await renderImported(this.house, { markdown, scope });
    if (plain) this.run.noted.add("kept as plain text", line);
    return {
      node,
      ...this.nameOf(comment),
      state: this.thread.post.rows.fates[node] === FATE.waiting ? "waiting" : "visible",
      markdown,
      html: rendered.html,
      version: rendered.version,
    };
  }

  private nameOf(comment: WxrComment): { name: string; reserve: boolean } {
    const say = words().importing;
    const mailbox = isMailbox(comment.name);
    if (mailbox && this.run.plan.names === "keep") this.run.noted.add("names hidden", comment.line);
    if (mailbox || this.run.plan.names === "hide") {
      const number = this.thread.post.hidden.get(nameHash(comment.name));
      return { name: number ? say.commenter(number) : say.nobodyNamed, reserve: false };
    }
    const whole = cleanName(oneLine(comment.name));
    const name = shortened(whole, NAME_LIMIT);
    if (name !== whole) this.run.noted.add("names shortened", comment.line);
    return name === "" ? { name: say.nobodyNamed, reserve: false } : { name, reserve: true };
  }
}
