import type { WxrComment, WxrItem } from "./wxr-types.ts";

/** Where in the file the parser stands; what is `passed` is not read. */
export type Place = "outside" | "channel" | "author" | "item" | "meta" | "comment" | "passed";

/** The elements whose text is read; everything else passes by unread. */
const CHANNEL_FIELDS = new Set(["wp:wxr_version", "wp:base_site_url", "wp:base_blog_url", "link"]);
const AUTHOR_FIELDS = new Set(["wp:author_login", "wp:author_display_name"]);
const ITEM_FIELDS = new Set([
  "title",
  "link",
  "guid",
  "dc:creator",
  "content:encoded",
  "category",
  "wp:post_id",
  "pubDate",
  "wp:post_date",
  "wp:post_name",
  "wp:post_type",
  "wp:post_parent",
  "wp:post_password",
  "wp:status",
  "wp:comment_status",
  "wp:attachment_url",
]);
const META_FIELDS = new Set(["wp:meta_key", "wp:meta_value"]);
const COMMENT_FIELDS = new Set([
  "wp:comment_id",
  "wp:comment_author",
  "wp:comment_author_url",
  "wp:comment_date",
  "wp:comment_content",
  "wp:comment_approved",
  "wp:comment_type",
  "wp:comment_parent",
]);

/** Is the text of this element read, in this place? */
export function wanted(name: string, place: Place): boolean {
  if (place === "channel") return CHANNEL_FIELDS.has(name);
  if (place === "author") return AUTHOR_FIELDS.has(name);
  if (place === "item") return ITEM_FIELDS.has(name);
  if (place === "meta") return META_FIELDS.has(name);
  return place === "comment" && COMMENT_FIELDS.has(name);
}

/** An item before any of its fields is known. */
export function emptyItem(ordinal: number, line: number): WxrItem {
  return {
    ordinal,
    line,
    id: null,
    title: "",
    link: "",
    guid: "",
    creator: "",
    type: "",
    status: "",
    hasPassword: false,
    day: null,
    commentsClosed: false,
    postName: "",
    parent: 0,
    content: "",
    labels: [],
    footnotes: "",
    attachmentUrl: "",
  };
}

/** A comment before any of its fields is known. */
export function emptyComment(ordinal: number, line: number): WxrComment {
  return {
    ordinal,
    line,
    id: null,
    parent: 0,
    name: "",
    day: null,
    type: "comment",
    status: "",
    content: "",
    url: null,
  };
}

/** Puts the text of an element where it belongs. */
export function fillItem(item: WxrItem, name: string, text: string): void {
  if (name === "title") item.title = text;
  else if (name === "link") item.link = text.trim();
  else if (name === "guid") item.guid = text.trim();
  else if (name === "dc:creator") item.creator = text.trim();
  else if (name === "content:encoded") item.content = text;
  else if (name === "wp:post_id") item.id = numberOf(text);
  else if (name === "wp:post_date") item.day = dayOfText(text) ?? item.day;
  else if (name === "pubDate") item.day ??= dayOfPubDate(text);
  else if (name === "wp:post_name") item.postName = text.trim();
  else if (name === "wp:post_type") item.type = text.trim();
  else if (name === "wp:post_parent") item.parent = numberOf(text) ?? 0;
  else if (name === "wp:post_password") item.hasPassword = text !== "";
  else if (name === "wp:status") item.status = text.trim();
  else if (name === "wp:comment_status") item.commentsClosed = text.trim() === "closed";
  else if (name === "wp:attachment_url") item.attachmentUrl = text.trim();
}

/** The same for a comment. What has no place here (email, address, agent) never arrives. */
export function fillComment(comment: WxrComment, name: string, text: string): void {
  if (name === "wp:comment_id") comment.id = numberOf(text);
  else if (name === "wp:comment_author") comment.name = text;
  else if (name === "wp:comment_author_url") comment.url = text.trim();
  else if (name === "wp:comment_date") comment.day = dayOfText(text);
  else if (name === "wp:comment_content") comment.content = text;
  else if (name === "wp:comment_approved") comment.status = text.trim();
  else if (name === "wp:comment_type") comment.type = text.trim() || "comment";
  else if (name === "wp:comment_parent") comment.parent = numberOf(text) ?? 0;
}

/** A positive whole number that a store can hold exactly; null for anything else. */
function numberOf(text: string): number | null {
  if (!/^\s*\d{1,15}\s*$/.test(text)) return null;
  const number = Number(text);
  return number > 0 ? number : null;
}

/** The day of `2012-03-04 10:11:12`; the hour is let go here. Null where it is no day, or 0000-00-00. */
function dayOfText(text: string): string | null {
  const day = text.trim().slice(0, 10);
  if (!/^(19[7-9]\d|20\d\d)-\d\d-\d\d$/.test(day)) return null;
  const moment = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(moment.getTime()) || moment.toISOString().slice(0, 10) !== day) return null;
  return own(day);
}

/** The day of `Sun, 04 Mar 2012 10:11:12 +0000`, which drafts have where they have no date. */
function dayOfPubDate(text: string): string | null {
  const moment = new Date(text.trim());
  return Number.isNaN(moment.getTime()) ? null : dayOfText(moment.toISOString());
}

/**
 * A copy of a string. What the parser hands out may be a window on the whole chunk it was cut from,
 * with the addresses of others in it; it must not stay in memory for the sake of a name.
 */
export function own(text: string): string {
  return Buffer.from(text, "utf8").toString("utf8");
}
