import type { ShownComment } from "#app/domain/threads/types.ts";
import { words } from "#app/words/words.ts";
import type { Lead, Relation, ReplyMode } from "#db/schema.ts";
import { WritersWish } from "../essay/writers-wish.tsx";
import { Choice, ChoiceGroup } from "../forms/choice.tsx";
import { type Fault, faultOf } from "../forms/faults.ts";
import { InventedLine } from "../site/invented-line.tsx";
import { LeadMark } from "../site/perspective-mark.tsx";
import { StoredHtml } from "../site/stored-html.tsx";
import { shownName } from "../thread/comment-article.tsx";
import { NoteFold } from "../thread/note-fold.tsx";

/** What a new essay answers. */
export interface AnsweredPiece {
  slug: string;
  title: string;
  lead: Lead;
  writer: string | null;
  mode: ReplyMode;
  /** Is it an invented example? */
  invented: boolean;
  /** The comment out of which the new essay grew; null: the essay as a whole. */
  comment: ShownComment | null;
}

/** The essay, or the comment under one, that is answered; and what its writer would like. */
export function Answered({ piece }: { piece: AnsweredPiece }) {
  const { write } = words();
  const { slug, title, lead, writer, mode, invented, comment } = piece;
  return (
    <>
      <section className="answered" aria-labelledby="answered-title">
        <h2 id="answered-title">
          {comment === null ? write.answering : write.answeringComment(shownName(comment))}
        </h2>
        {comment !== null && <CommentWords comment={comment} />}
        <p>
          <LeadMark lead={lead} />{" "}
          <a href={comment === null ? `/essays/${slug}` : `/comments/${comment.id}`}>
            <bdi>{title}</bdi>
          </a>
          {writer !== null && (
            <span className="soft">
              {" "}
              {write.by} <bdi>{writer}</bdi>
            </span>
          )}
        </p>
      </section>
      {invented && <InventedLine of="write" />}
      {mode === "support" && <WritersWish mode={mode} writer={writer} />}
    </>
  );
}

function CommentWords({ comment }: { comment: ShownComment }) {
  if (comment.state !== "visible") {
    return <p className="empty-place">{words().thread.places[comment.state]}</p>;
  }
  return (
    <NoteFold note={comment.note}>
      <StoredHtml className="words" html={comment.html} />
    </NoteFold>
  );
}

const RELATIONS: readonly Relation[] = ["responds", "follows_up", "disagrees_in_part"];

interface RelationProps {
  form: string;
  /** Is a comment answered? Then it may have grown out of it. */
  ofComment: boolean;
  chosen: Relation | "";
  faults: readonly Fault[];
}

/** How the essay answers it; the first is chosen where nothing was. */
export function RelationChoice({ form, ofComment, chosen, faults }: RelationProps) {
  const { write } = words();
  const offered: readonly Relation[] = ofComment ? ["grew_out_of", ...RELATIONS] : RELATIONS;
  const checked = offered.find((relation) => relation === chosen) ?? offered[0];
  return (
    <ChoiceGroup
      id={`${form}-relation`}
      legend={write.relation}
      hint={write.relationMore}
      fault={faultOf(faults, "relation")}
    >
      {offered.map((relation) => (
        <Choice
          key={relation}
          id={`${form}-relation-${relation}`}
          type="radio"
          name="relation"
          value={relation}
          checked={relation === checked}
          label={write.relations[relation]}
        />
      ))}
    </ChoiceGroup>
  );
}
