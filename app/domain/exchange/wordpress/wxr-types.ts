/** What is read of a WordPress export, and nothing else: no email, address, agent, hour, user id. */

export interface WxrChannel {
  version: string;
  /** Address of the blog, as it says itself; empty where it doesn't. */
  baseUrl: string;
  /** Public names by login name. */
  authors: ReadonlyMap<string, string>;
}

export interface WxrItem {
  /** Count of the item in the file, from 0. */
  ordinal: number;
  line: number;
  id: number | null;
  title: string;
  link: string;
  guid: string;
  creator: string;
  type: string;
  status: string;
  hasPassword: boolean;
  /** `YYYY-MM-DD`, or null where the file has none. */
  day: string | null;
  commentsClosed: boolean;
  postName: string;
  parent: number;
  content: string;
  labels: string[];
  /** Kept notes of the block editor: JSON, from the post's `footnotes`. */
  footnotes: string;
  attachmentUrl: string;
}

export interface WxrComment {
  /** The item it stands in. */
  ordinal: number;
  line: number;
  id: number | null;
  parent: number;
  name: string;
  day: string | null;
  /** `comment`, `pingback`, `trackback` or a plugin's own. */
  type: string;
  /** As the file says: `1`, `0`, `spam`, `trash`, `post-trashed`. */
  status: string;
  content: string;
  /** Only for pingbacks and trackbacks that the caller asked to keep; null otherwise. */
  url: string | null;
}

export type WxrEvent =
  | { kind: "channel"; channel: WxrChannel }
  | { kind: "comment"; comment: WxrComment }
  | { kind: "item"; item: WxrItem };
