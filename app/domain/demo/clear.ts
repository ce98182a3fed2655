import type { Writer } from "#db/connect.ts";
import { recordChanges } from "#db/queries/changes.ts";
import {
  commentsBelow,
  deleteComments,
  deleteDemoLinks,
  deleteEssays,
  deleteUnusedTags,
  demoEssays,
  emptyDemoEssay,
  emptyInvented,
  forgetInvented,
  tagsOf,
  wordedComments,
} from "#db/queries/demo.ts";
import { setTags } from "#db/queries/listings.ts";
import type { House, Subject } from "../house.ts";

/**
 * Takes the invented examples away; to be called in the transaction that writes the first real
 * piece. Words of visitors stay, and what they answered becomes an empty place above them; all else
 * is deleted. Without examples it costs one look at an empty index.
 *
 * @returns what cached pages must forget, recorded already; for `house.changed` after the commit.
 *   Empty where there were no examples.
 */
export async function clearDemo(trx: Writer): Promise<Subject[]> {
  const essays = await demoEssays(trx).execute();
  if (essays.length === 0) return [];
  const essayIds = essays.map(({ id }) => id);
  const comments = await commentsBelow(trx, { essayIds }).execute();
  const { staying, going } = sorted(comments);
  await deleteComments(trx, going);
  const invented = comments.filter((comment) => comment.invented && staying.has(comment.id));
  await emptyInvented(
    trx,
    invented.map(({ id }) => id),
  );
  const tags = await tagsOf(trx, { essayIds }).execute();
  for (const essayId of essayIds) await setTags(trx, { essayId, slugs: [] });
  if (tags.length > 0) {
    await deleteUnusedTags(trx, { slugs: tags.map((row) => row.tag_slug) }).execute();
  }
  await deleteDemoLinks(trx, { essayIds });
  const answered = new Set(
    comments.filter(({ id }) => staying.has(id)).map((comment) => comment.essay_id),
  );
  for (const essayId of answered) await emptyDemoEssay(trx, { essayId });
  const unanswered = essayIds.filter((id) => !answered.has(id));
  if (unanswered.length > 0) await deleteEssays(trx, { ids: unanswered }).execute();
  await forgetInvented(trx).execute();
  const subjects: Subject[] = [...essayIds.map((id): Subject => `essay:${id}`), "fronts"];
  await recordChanges(trx, subjects);
  return subjects;
}

/**
 * Takes the invented examples away because somebody asked for it, and for good: they don't come back
 * by themselves.
 *
 * @returns how many essays went, and how many comments of visitors stayed
 */
export async function removeDemo(house: House): Promise<{ essays: number; kept: number }> {
  const { subjects, kept } = await house.store.write(async (trx) => {
    const subjects = await clearDemo(trx);
    return { subjects, kept: subjects.length === 0 ? 0 : await wordedComments(trx) };
  });
  house.changed(subjects);
  return { essays: subjects.filter((subject) => subject.startsWith("essay:")).length, kept };
}

interface Below {
  id: string;
  parent_id: string | null;
  depth: number;
  invented: boolean | number;
  worded: boolean | number;
}

/** Which comments stay: those of visitors that have words, and all above them. The others, deepest first. */
function sorted(comments: readonly Below[]): { staying: Set<string>; going: string[] } {
  const byId = new Map(comments.map((comment) => [comment.id, comment]));
  const staying = new Set<string>();
  for (const comment of comments) {
    if (comment.invented || !comment.worded) continue;
    let at: Below | undefined = comment;
    while (at && !staying.has(at.id)) {
      staying.add(at.id);
      at = at.parent_id === null ? undefined : byId.get(at.parent_id);
    }
  }
  const going = comments
    .filter(({ id }) => !staying.has(id))
    .sort((a, b) => b.depth - a.depth)
    .map(({ id }) => id);
  return { staying, going };
}
