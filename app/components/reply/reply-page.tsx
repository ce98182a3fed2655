import type { ShownComment } from "#app/domain/threads/types.ts";
import { words } from "#app/words/words.ts";
import { Revealing, type RevealingProps } from "../revealing/revealing.tsx";
import { InventedLine } from "../site/invented-line.tsx";
import { PerspectiveMarks } from "../site/perspective-mark.tsx";
import { StoredHtml } from "../site/stored-html.tsx";
import { shownName } from "../thread/comment-article.tsx";
import { NoteFold } from "../thread/note-fold.tsx";
import { ReplyForm, type ReplyFormProps } from "./reply-form.tsx";

export interface Preview {
  name: string | null;
  html: string;
}

interface Props extends ReplyFormProps {
  title: string;
  /** Is the essay an invented example? */
  invented: boolean;
  /** The comment that is answered; null: the essay. */
  answered: ShownComment | null;
  preview: Preview | null;
  /** What could tell who somebody is; null: no preview was asked for. */
  revealing?: RevealingProps["revealing"];
}

/** What is answered, how the answer will look, and the form. */
export function ReplyPage({ title, invented, answered, preview, revealing, ...form }: Props) {
  const { reply } = words();
  return (
    <div className="page reply-page">
      <h1 className="small">{reply.pageTitle(title)}</h1>
      <p>
        <a href={`/essays/${form.slug}#comments`}>{reply.backToThread}</a>
      </p>
      {invented && <InventedLine of="reply" />}
      {answered !== null && <Answered comment={answered} />}
      {preview !== null && <PreviewPane preview={preview} typed={form.typed} />}
      <Revealing revealing={revealing ?? null} />
      {form.mode === "closed" ? <ClosedForm {...form} /> : <ReplyForm {...form} />}
    </div>
  );
}

function Answered({ comment }: { comment: ShownComment }) {
  const { reply, thread } = words();
  return (
    <section className="answered" aria-labelledby="answered-title">
      <h2 id="answered-title">{reply.answeringComment(shownName(comment))}</h2>
      {comment.state === "visible" ? (
        <NoteFold note={comment.note}>
          <StoredHtml className="words" html={comment.html} />
        </NoteFold>
      ) : (
        <p className="empty-place">{thread.places[comment.state]}</p>
      )}
    </section>
  );
}

function PreviewPane({ preview, typed }: { preview: Preview; typed: ReplyFormProps["typed"] }) {
  const { reply, thread } = words();
  return (
    <section className="preview" aria-labelledby="preview-title">
      <h2 id="preview-title">{reply.preview}</h2>
      <p className="line">
        <b className="name">
          <bdi>{preview.name ?? thread.nameToCome}</bdi>
        </b>{" "}
        <PerspectiveMarks
          perspectives={typed.perspective}
          standing={typed.standing === "" ? null : typed.standing}
          guessed={false}
        />
      </p>
      {typed.note !== "" && (
        <p className="soft">
          {thread.speaksAbout} <bdi>{typed.note}</bdi>. {reply.previewFolded}
        </p>
      )}
      {preview.html === "" ? (
        <p className="soft">{reply.previewEmpty}</p>
      ) : (
        <StoredHtml className="words" html={preview.html} />
      )}
    </section>
  );
}

/** The essay was closed while somebody wrote: the words are given back. */
function ClosedForm({ typed }: ReplyFormProps) {
  const { reply } = words();
  return (
    <section className="answer">
      <p>
        <b>{reply.closed}</b>
      </p>
      {typed.body !== "" && (
        <div className="field">
          <label htmlFor="reply-body">{reply.closedMore}</label>
          <textarea id="reply-body" rows={7} readOnly dir="auto" defaultValue={typed.body} />
        </div>
      )}
    </section>
  );
}
