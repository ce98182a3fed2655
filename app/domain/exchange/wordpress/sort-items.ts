import { createHash } from "node:crypto";
import { FATE } from "./place-thread.ts";
import { withoutTags } from "./plain-text.ts";
import type { SkipReason } from "./tally.ts";
import type { WxrComment, WxrItem } from "./wxr-types.ts";

/** What a post becomes: an essay, or a draft of the operator's for the reason named. */
export type Becomes = "essay" | "private" | "draft" | "pending" | "future" | "password";

/** Is this piece without anything to read or look at? */
function isBlank(html: string): boolean {
  if (/<(?:img|iframe|embed|object|video|audio)\b/i.test(html)) return false;
  return withoutTags(html).replace(/&nbsp;|[\s\p{C}]/gu, "") === "";
}

/** An address of somebody's mailbox, typed where the name belongs. */
export function isMailbox(name: string): boolean {
  return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(name.trim());
}

/** Tells one commenter from another in a thread, without keeping the name. */
export function nameHash(name: string): string {
  return createHash("sha256").update(name.trim().toLowerCase()).digest("base64url").slice(0, 16);
}

const PUBLIC_OR_DRAFT = new Map<string, Becomes>([
  ["publish", "essay"],
  ["private", "private"],
  ["draft", "draft"],
  ["pending", "pending"],
  ["future", "future"],
]);

/** What a post that comes along becomes. */
export function publicOrDraft(item: WxrItem): Becomes | null {
  return item.hasPassword ? "password" : (PUBLIC_OR_DRAFT.get(item.status) ?? null);
}

/** Why an item stays behind; null: it comes along. */
export function skipReasonOf(item: WxrItem): SkipReason | null {
  if (item.type === "page") return "pages";
  if (item.type === "attachment") return "attachments";
  if (item.status === "trash") return "trash";
  const known = item.type === "post" && PUBLIC_OR_DRAFT.has(item.status);
  return known ? null : "other types";
}

/** What becomes of a comment, and why where it is left out. */
export function fateOf(
  comment: WxrComment,
  ping: boolean,
): { fate: number; why: SkipReason | null } {
  const leftOut = (why: SkipReason) => ({ fate: FATE.leftOut, why });
  const { status, type } = comment;
  if (status === "spam") return leftOut("spam");
  if (status === "trash" || status === "post-trashed") return leftOut("trash");
  const approved = status === "1" || status === "approve" || status === "approved";
  const waits = status === "0" || status === "hold";
  if (ping) return approved ? { fate: FATE.visible, why: null } : leftOut("pingbacks not approved");
  if (type !== "comment" || !(approved || waits)) return leftOut("other kinds of comments");
  if (isBlank(comment.content)) return leftOut("empty comments");
  return { fate: approved ? FATE.visible : FATE.waiting, why: null };
}
