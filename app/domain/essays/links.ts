/** Essays that answer essays: each link is kept together with the conversation that it makes. */
import type { Reader, Writer } from "#db/connect.ts";
import { recordChanges } from "#db/queries/changes.ts";
import {
  conversationMembers,
  conversationsOf,
  deleteAcceptedLink,
  insertLink,
  linkedEssayIds,
  linksWithin,
  makeLinksPlain,
  mergeConversations,
  setConversation,
} from "#db/queries/essay-links.ts";
import type { EssayLinksTable, Relation } from "#db/schema.ts";
import type { Subject } from "../house.ts";
import { connectedGroups } from "./connected-groups.ts";

/** How many rows one statement names. */
const AT_ONCE = 500;

export interface NewLink {
  from: string;
  to: string;
  /** The comment that the essay grew out of; null: the essay as a whole is answered. */
  toComment: string | null;
  relation: Relation;
  source: EssayLinksTable["source"];
  /** The day of the link, `YYYY-MM-DD`. */
  on: string;
}

/**
 * Links one essay to another that it answers. Both stand in one conversation from then on. The
 * caller records the change of both (`linkedSubjects`).
 *
 * @returns the conversations that were joined by it, which are recorded as changed already: to be
 *   told to `house.changed` as well
 */
export async function linkEssays(trx: Writer, link: NewLink): Promise<Subject[]> {
  await insertLink(trx, {
    from_essay_id: link.from,
    to_essay_id: link.to,
    to_comment_id: link.toComment ?? "",
    relation: link.relation,
    source: link.source,
    linked_on: link.on,
  }).execute();
  const rows = await conversationsOf(trx, { ids: [link.from, link.to] }).execute();
  const of = (id: string) => rows.find((row) => row.id === id)?.conversation_id ?? null;
  const [mine, theirs] = [of(link.from), of(link.to)];
  const changed = conversationSubjects([mine, theirs]);
  await recordChanges(trx, changed);
  if (mine !== null && mine === theirs) return changed;
  if (mine !== null && theirs !== null) {
    await mergeConversations(trx, { from: mine, into: theirs }).execute();
    return changed;
  }
  const conversationId = mine ?? theirs ?? link.to;
  await setConversation(trx, { ids: [link.from, link.to], conversationId }).execute();
  return changed;
}

function conversationSubjects(ids: readonly (string | null)[]): Subject[] {
  return [...new Set(ids)].flatMap((id) => (id === null ? [] : [`conversation:${id}` as const]));
}

/**
 * Keeps where an essay stood among others, and forgets how it answered them: that was its writer's
 * word, and its words leave.
 */
export async function forgetRelations(
  trx: Writer,
  { essayId }: { essayId: string },
): Promise<void> {
  await makeLinksPlain(trx, { essayId }).execute();
}

/** Takes away one link that the operator had accepted; a writer's own stays. */
export async function dropAcceptedLink(
  trx: Writer,
  { from, to }: { from: string; to: string },
): Promise<void> {
  await deleteAcceptedLink(trx, { from, to }).execute();
  await regroupAround(trx, from);
}

async function regroupAround(trx: Writer, essayId: string): Promise<void> {
  const [row] = await conversationsOf(trx, { ids: [essayId] }).execute();
  if (!row?.conversation_id) return;
  await recordChanges(trx, conversationSubjects([row.conversation_id]));
  await regroup(trx, row.conversation_id);
}

/** Works out anew what of a conversation still hangs together. */
async function regroup(trx: Writer, conversationId: string): Promise<void> {
  const members = await conversationMembers(trx, { conversationId }).execute();
  const links = await linksWithin(trx, { conversationId }).execute();
  const groups = connectedGroups(
    members.map(({ id }) => id),
    links.map((link) => [link.from_essay_id, link.to_essay_id]),
  );
  for (const group of groups) {
    const next = group.length === 1 ? null : (group[0] ?? null);
    for (let at = 0; at < group.length; at += AT_ONCE) {
      const ids = group.slice(at, at + AT_ONCE);
      await setConversation(trx, { ids, conversationId: next }).execute();
    }
  }
}

/**
 * What cached pages must forget when an essay has changed in a way that the pages of its neighbours
 * show (title, name, state, links): its own page, those of all essays linked with it, and their
 * conversation. Of an essay that loses its links: to be asked before it loses them.
 */
export async function linkedSubjects(
  db: Reader,
  { essayId }: { essayId: string },
): Promise<Subject[]> {
  const linked = await linkedEssayIds(db, { essayId }).execute();
  const essays = [essayId, ...linked.map(({ id }) => id)].map((id) => `essay:${id}` as const);
  const [row] = await conversationsOf(db, { ids: [essayId] }).execute();
  return [...essays, ...conversationSubjects([row?.conversation_id ?? null])];
}
