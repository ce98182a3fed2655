import type { ReactNode } from "react";
import { words } from "#app/words/words.ts";
import type { Fault } from "../forms/faults.ts";
import { faultOf } from "../forms/faults.ts";
import { LineField } from "../forms/field.tsx";
import { StoredHtml } from "../site/stored-html.tsx";

/** The comment or the essay that a page about one's own words is about. */
export interface OwnPiece {
  of: "comment" | "essay";
  /** Its own address, `/comments/:id` or `/essays/:slug`; its forms stand below it. */
  at: string;
  /** Of an essay, where it may be shown. Its words stand on its own page, behind its note. */
  title?: string;
  name: string;
  /** Of a comment; empty where nothing is to be shown. */
  html: string;
  /** It waits to be read, so there is no page yet to go back to. */
  noPage?: boolean;
}

interface FrameProps {
  title: string;
  piece: OwnPiece;
  /** Shows the words; left out where they stand in the form. */
  showWords: boolean;
  /** Holds a whole composer, with a preview as wide as an essay. */
  long?: boolean;
  children: ReactNode;
}

/** A page about one piece: what it says, then the form. */
export function OwnPiecePage({ title, piece, showWords, long = false, children }: FrameProps) {
  const { own } = words();
  const isEssay = piece.of === "essay";
  return (
    <div className={long ? "page house write-page" : "page house"}>
      <h1>{title}</h1>
      {showWords && (piece.html !== "" || piece.title !== undefined) && (
        <section className="quoted" aria-label={isEssay ? own.theEssay : own.theComment}>
          {piece.title !== undefined && (
            <p className="quoted-title">
              <bdi>{piece.title}</bdi>
            </p>
          )}
          <p className="line">
            <b className="name">
              <bdi>{piece.name}</bdi>
            </b>
          </p>
          {piece.html !== "" && <StoredHtml className="words" html={piece.html} />}
        </section>
      )}
      {children}
      {!piece.noPage && (
        <p>
          <a href={piece.at}>{isEssay ? own.backToEssay : own.backToThread}</a>
        </p>
      )}
    </div>
  );
}

interface AskProps {
  form: string;
  /** The piece's own address. */
  at: string;
  /** A take-back code will do as well. */
  orCode: boolean;
  faults: readonly Fault[];
}

/** Asks for the key where none is open in this browser. Field: `key`. */
export function AskKey({ form, at, orCode, faults }: AskProps) {
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
        <a href={`${at}/lost-key`}>{askKey.lost}</a>
      </p>
    </>
  );
}
