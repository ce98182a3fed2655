import type { ReactNode } from "react";
import type { By } from "#app/domain/threads/types.ts";
import { words } from "#app/words/words.ts";
import type { Lead, Relation } from "#db/schema.ts";
import { LeadMark } from "../site/perspective-mark.tsx";

interface Props {
  relation: Relation;
  /** The comment that the link leads to. */
  comment: { id: string; name: string | null } | null;
  /** Is it one more, beside the first? */
  also?: boolean;
  /** The other essay: its title, as a link. */
  children: ReactNode;
}

/** What an essay does with another, in words: "Grew out of a comment by Quiet Heron under …". */
export function RelationTo({ relation, comment, also = false, children }: Props) {
  const say = words().conversations;
  const [before, after] = (also ? say.relationAlso : say.relation)[relation];
  return (
    <>
      {before}{" "}
      {comment !== null && (
        <>
          <CommentLink comment={comment} /> {say.under}{" "}
        </>
      )}
      {children}
      {after !== "" && ` ${after}`}
    </>
  );
}

/** "a comment by Quiet Heron", leading to it. */
export function CommentLink({ comment }: { comment: { id: string; name: string | null } }) {
  return (
    <a href={`/comments/${comment.id}`}>
      <bdi>{words().conversations.commentBy(comment.name)}</bdi>
    </a>
  );
}

/** Its perspective, who wrote it and when, on one soft line. */
export function WhoAndWhen({
  lead,
  by,
  publishedOn,
}: {
  lead: Lead;
  by: By | null;
  publishedOn: string;
}) {
  const { conversations, site, thread } = words();
  return (
    <span className="who-and-when soft">
      <LeadMark lead={lead} />
      {" · "}
      <bdi>{by?.name ?? thread.withoutName}</bdi>
      {by?.kind === "imported" && ` · ${conversations.fromOldBlog}`}
      {" · "}
      <time dateTime={publishedOn}>{site.day(publishedOn)}</time>
    </span>
  );
}
