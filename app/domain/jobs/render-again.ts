import { recordChanges } from "#db/queries/changes.ts";
import {
  commentsToRender,
  essaysToRender,
  setCommentHtml,
  setEssayHtml,
  setLookedAt,
} from "#db/queries/rendering-again.ts";
import { subjectsOf } from "../comments/counts.ts";
import { worksFrom } from "../essays/read-essay.ts";
import type { House } from "../house.ts";
import { RENDERER_VERSION, type Rendered } from "../rendering/types.ts";

const BATCH = 50;

type Kind = "comments" | "essays";

interface Piece {
  id: string;
  essayId: string;
  markdown: string;
  /** How many works an essay cites. */
  works: number;
  revision: number;
}

/**
 * Renders again what is older than the renderer, and what stands escaped because rendering had
 * failed. What fails once more is left for the next time.
 *
 * @returns how many pieces have fresh HTML now
 */
export async function renderAgain(house: House): Promise<number> {
  return (await renderAll(house, "comments")) + (await renderAll(house, "essays"));
}

async function renderAll(house: House, kind: Kind): Promise<number> {
  let done = 0;
  let afterId = "";
  for (;;) {
    const pieces = await oldPieces(house, kind, afterId);
    for (const piece of pieces) if (await renderOne(house, kind, piece)) done += 1;
    const last = pieces.at(-1);
    if (!last) return done;
    afterId = last.id;
  }
}

async function oldPieces(house: House, kind: Kind, afterId: string): Promise<Piece[]> {
  const batch = { version: RENDERER_VERSION, afterId, limit: BATCH };
  const { read } = house.store;
  if (kind === "essays") {
    const rows = await essaysToRender(read, batch).execute();
    return rows.map(({ works_cited, ...row }) => {
      return { ...row, essayId: row.id, works: worksFrom(works_cited).length };
    });
  }
  const rows = await commentsToRender(read, batch).execute();
  return rows.map(({ essay_id, ...row }) => ({ ...row, essayId: essay_id, works: 0 }));
}

async function renderOne(house: House, kind: Kind, piece: Piece): Promise<boolean> {
  const { id, essayId, markdown, works, revision } = piece;
  const text = await house.renderer.render({ markdown, scope: id, works });
  if (!text.ok) {
    const version = RENDERER_VERSION;
    await house.store.write((trx) => setLookedAt(trx, { table: kind, id, version }).execute());
    return false;
  }
  const { rendered } = text;
  if (rendered.version < RENDERER_VERSION) return false;
  const subjects = subjectsOf(essayId);
  await house.store.write(async (trx) => {
    if (kind === "essays") {
      await setEssayHtml(trx, { id, revision, set: essayColumns(rendered) }).execute();
    } else {
      const { html, version } = rendered;
      await setCommentHtml(trx, { id, revision, html, version }).execute();
    }
    await recordChanges(trx, subjects);
  });
  house.changed(subjects);
  return true;
}

function essayColumns({ html, version, firstLines, words }: Rendered) {
  return { html, renderer_version: version, first_lines: firstLines, words };
}
