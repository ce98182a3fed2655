import type { ReactNode } from "react";
import { words } from "#app/words/words.ts";
import type { Fault } from "../forms/faults.ts";
import { faultOf } from "../forms/faults.ts";
import { LineField } from "../forms/field.tsx";
import { StoredHtml } from "../site/stored-html.tsx";

/** The comment that a page about one's own words is about. */
export interface OwnComment {
  id: string;
  name: string;
  html: string;
}

interface FrameProps {
  title: string;
  comment: OwnComment;
  /** Shows the words; left out where they stand in the form. */
  showWords: boolean;
  children: ReactNode;
}

/** A page about one comment: what it says, then the form. */
export function OwnCommentPage({ title, comment, showWords, children }: FrameProps) {
  const { own } = words();
  return (
    <div className="page house">
      <h1>{title}</h1>
      {showWords && comment.html !== "" && (
        <section className="quoted" aria-label={own.theComment}>
          <p className="line">
            <b className="name">
              <bdi>{comment.name}</bdi>
            </b>
          </p>
          <StoredHtml className="words" html={comment.html} />
        </section>
      )}
      {children}
      <p>
        <a href={`/comments/${comment.id}`}>{own.backToThread}</a>
      </p>
    </div>
  );
}

interface AskProps {
  form: string;
  commentId: string;
  /** A take-back code will do as well. */
  orCode: boolean;
  faults: readonly Fault[];
}

/** Asks for the key where none is open in this browser. Field: `key`. */
export function AskKey({ form, commentId, orCode, faults }: AskProps) {
  const { askKey } = words().own;
  return (
    <>
      <p>{orCode ? askKey.textOrCode : askKey.text}</p>
      <LineField
        form={form}
        name="key"
        label={orCode ? askKey.keyOrCode : askKey.key}
        value=""
        secret
        fault={faultOf(faults, "key")}
      />
      <p>
        <a href={`/comments/${commentId}/lost-key`}>{askKey.lost}</a>
      </p>
    </>
  );
}
