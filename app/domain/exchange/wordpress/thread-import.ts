import { importedItems, standingComments } from "#db/queries/imports.ts";
import type { House } from "../../house.ts";
import { newId } from "../../ids.ts";
import { type PlacedThread, placeThread } from "./place-thread.ts";
import type { ImportPlan, PlannedPost } from "./plan-import.ts";
import { inParts } from "./run.ts";

/** What is here of a node: nothing, an empty place, or the comment itself. */
export const HERE = { nothing: 0, emptyPlace: 1, comment: 2 } as const;

/**
 * One thread while its comments come in: where each stands by the file, and where it stands in the
 * store, which has the last word where a piece is here already.
 */
export class ThreadImport {
  readonly placed: PlacedThread;
  readonly here: Uint8Array;
  private readonly localIds: string[] = [];
  private readonly rootIds: string[] = [];
  private readonly depths: Int32Array;

  private constructor(
    readonly essayId: string,
    readonly post: PlannedPost,
  ) {
    this.placed = placeThread(post.rows);
    this.here = new Uint8Array(this.placed.ids.length);
    this.depths = new Int32Array(this.placed.ids.length);
  }

  static async open(
    house: House,
    ask: { essayId: string; post: PlannedPost; plan: ImportPlan },
  ): Promise<ThreadImport> {
    const thread = new ThreadImport(ask.essayId, ask.post);
    await thread.findWhatIsHere(house, ask.plan.source);
    return thread;
  }

  /** The id that a node has or will have. */
  idOf(node: number): string {
    const known = this.localIds[node];
    if (known !== undefined) return known;
    const id = newId();
    this.localIds[node] = id;
    return id;
  }

  /** Parent, depth and branch of a node whose parent has its place already. */
  place(node: number): { parentId: string | null; rootId: string; depth: number } {
    const parent = this.placed.parent[node] ?? -1;
    const id = this.idOf(node);
    // A parent that was here once and has left this thread since has no id: its replies stand alone.
    const parentId = (parent === -1 ? undefined : this.localIds[parent]) ?? null;
    const rootId = parentId === null ? id : (this.rootIds[parent] ?? id);
    const depth = parentId === null ? 1 : (this.depths[parent] ?? 0) + 1;
    this.rootIds[node] = rootId;
    this.depths[node] = depth;
    return { parentId, rootId, depth };
  }

  /** Nodes above these that have no place yet and are not among them, in no order. */
  missingAbove(nodes: ReadonlySet<number>): number[] {
    const missing = new Set<number>();
    for (const node of nodes) {
      let at = this.placed.parent[node] ?? -1;
      while (at !== -1 && this.here[at] === HERE.nothing && !nodes.has(at) && !missing.has(at)) {
        missing.add(at);
        at = this.placed.parent[at] ?? -1;
      }
    }
    return [...missing];
  }

  /** Parents first. */
  inDepth(nodes: readonly number[]): number[] {
    const { depth } = this.placed;
    return [...nodes].sort((a, b) => (depth[a] ?? 0) - (depth[b] ?? 0) || a - b);
  }

  private async findWhatIsHere(house: House, source: string): Promise<void> {
    const standing: number[] = [];
    for (let node = 0; node < this.placed.ids.length; node += 1) {
      if (this.placed.stands[node] === 1) standing.push(node);
    }
    for (const nodes of inParts(standing, 500)) {
      const foreignIds = nodes.map((node) => this.foreignId(node));
      const items = await importedItems(house.store.read, {
        source,
        kinds: ["comment", "placeholder"],
        foreignIds: [...foreignIds, ...nodes.map((node) => this.placeholderKey(node))],
      }).execute();
      if (items.length === 0) continue;
      const ids = items.map((item) => item.local_id);
      const rows = await standingComments(house.store.read, { ids }).execute();
      const byId = new Map(rows.map((row) => [row.id, row]));
      for (const item of items) {
        const row = byId.get(item.local_id);
        const node = this.placed.nodeOf.get(Number(item.foreign_id.split("/").at(-1)));
        if (node === undefined) continue;
        if (row?.essay_id !== this.essayId) {
          // Taken away or moved here since: it isn't brought back. A parent that this thread names
          // and that stands in another one is missing here like any other.
          if (node < this.post.rows.ids.length) this.here[node] = HERE.comment;
          continue;
        }
        this.localIds[node] = row.id;
        this.rootIds[node] = row.root_id;
        this.depths[node] = row.depth;
        this.here[node] = item.kind === "comment" ? HERE.comment : HERE.emptyPlace;
      }
    }
  }

  foreignId(node: number): string {
    return String(this.placed.ids[node] ?? 0);
  }

  /** Two threads may miss a parent of the same number: an empty place is known by both. */
  placeholderKey(node: number): string {
    return `${this.post.id}/${this.foreignId(node)}`;
  }
}
