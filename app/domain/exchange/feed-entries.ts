import { words } from "#app/words/words.ts";
import type { CommentView } from "../threads/types.ts";
import type { FeedEntry } from "./feeds.ts";

/** A feed holds this many of the newest pieces. */
const FEED_LENGTH = 100;

/** The text of a piece in a feed: folded by its note, as everywhere. */
export function feedText(piece: { note: string | null; html: string }): string {
  if (piece.note === null) return piece.html;
  const line = words().feeds.folded(piece.note);
  return `<p>${line.replaceAll("&", "&amp;").replaceAll("<", "&lt;")}</p>`;
}

/** The newest readable comments as feed entries. Folded and waiting ones are left out. */
export function commentEntries(comments: readonly CommentView[], origin: string): FeedEntry[] {
  const say = words().feeds;
  return comments
    .filter(({ state }) => state === "visible")
    .sort((a, b) => b.orderedAt - a.orderedAt || (a.id < b.id ? 1 : -1))
    .slice(0, FEED_LENGTH)
    .map((comment) => {
      const name = comment.by?.name ?? say.commentUnnamed;
      return {
        url: `${origin}/comments/${comment.id}`,
        title: comment.parentName === null ? name : say.replyTo(name, comment.parentName),
        by: comment.by?.name ?? null,
        publishedOn: comment.writtenOn,
        changedOn: comment.editedOn ?? comment.writtenOn,
        html: feedText(comment),
      };
    });
}
