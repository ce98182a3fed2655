import type { Inbox, InboxAnswer, InboxPiece, InboxResponse } from "#app/domain/identity/types.ts";
import { words } from "#app/words/words.ts";
import { RelationTo, WhoAndWhen } from "../essay/relation.tsx";
import { StoredHtml } from "../site/stored-html.tsx";
import { NoteFold } from "../thread/note-fold.tsx";
import { type NameLink, NameRow } from "./name-row.tsx";

interface Props {
  /** `null`: no key is open in this browser. */
  inbox: Inbox | null;
  /** The address of older answers; null: that was all. */
  older: string | null;
  /** The names of whoever is signed in, each with an inbox of its own; null: nobody is. */
  names: readonly NameLink[] | null;
}

/** `/inbox`: what was answered to me, and what I wrote. */
export function InboxPage({ inbox, older, names }: Props) {
  const { fronts, own } = words();
  const say = own.inbox;
  if (inbox === null) {
    return (
      <div className="page house">
        <h1>{say.title}</h1>
        <NoKey title={say.noKeyTitle} text={say.noKeyText} />
      </div>
    );
  }
  return (
    <div className="page house">
      <h1>{say.title}</h1>
      <NameRow names={names} />
      {inbox.answers.length === 0 && inbox.responses.length === 0 && (
        <>
          <h2>{say.emptyTitle}</h2>
          <p>{names === null ? say.emptyText : say.emptyTextOfName}</p>
        </>
      )}
      {inbox.answers.length > 0 && (
        <>
          <p>{say.intro}</p>
          <ol className="entries">
            {inbox.answers.map((answer) => (
              <Answer key={answer.id} answer={answer} />
            ))}
          </ol>
          {older !== null && (
            <p>
              <a href={older} rel="next">
                {fronts.older}
              </a>
            </p>
          )}
        </>
      )}
      {inbox.responses.length > 0 && (
        <section>
          <h2>{say.responses}</h2>
          <ol className="entries tight">
            {inbox.responses.map((response) => (
              <Response key={response.slug} response={response} />
            ))}
          </ol>
        </section>
      )}
      {inbox.pieces.length > 0 && (
        <section>
          <h2>{say.pieces}</h2>
          <ol className="entries tight">
            {inbox.pieces.map((piece) => (
              <OwnPiece key={`${piece.of} ${piece.id}`} piece={piece} />
            ))}
          </ol>
        </section>
      )}
    </div>
  );
}

function Answer({ answer }: { answer: InboxAnswer }) {
  const { own, reply, thread } = words();
  const name = answer.by?.name ?? thread.withoutName;
  return (
    <li>
      <p className="line">
        <b className="name">
          <bdi>{name}</bdi>
        </b>{" "}
        <span className="soft">
          {own.inbox.answered}{" "}
          <a
            href={
              answer.answersId === null ? `/essays/${answer.slug}` : `/comments/${answer.answersId}`
            }
          >
            {own.inbox.yourWords}
          </a>{" "}
          {own.inbox.to(answer.title)} ·{" "}
          <time dateTime={answer.writtenOn}>{own.inbox.on(answer.writtenOn)}</time>
        </span>
      </p>
      <NoteFold note={answer.note}>
        <StoredHtml className="words" html={answer.html} />
      </NoteFold>
      <ul className="actions">
        <li>
          <a className="reply" href={`/essays/${answer.slug}/reply?parent=${answer.id}`}>
            {thread.reply}
            <span className="for-ears"> {thread.replyTo(name)}</span>
          </a>
        </li>
        <li>
          <a href={`/comments/${answer.id}`}>
            {own.inbox.read}
            <span className="for-ears"> {reply.answerName(name)}</span>
          </a>
        </li>
      </ul>
    </li>
  );
}

/** An essay that answers mine, with what it does with it. */
function Response({ response }: { response: InboxResponse }) {
  const { thread } = words();
  const { slug, title, relation, comment, to, ...rest } = response;
  return (
    <li>
      <p>
        <a href={`/essays/${slug}`}>
          <bdi>{title}</bdi>
        </a>{" "}
        <WhoAndWhen {...rest} />
      </p>
      <p className="soft">
        <RelationTo relation={relation} comment={comment}>
          <a href={`/essays/${to.slug}`}>
            <bdi>{to.title ?? thread.notShownEssay}</bdi>
          </a>
        </RelationTo>
      </p>
    </li>
  );
}

/** Something of mine: where it stands, how it stands there, and what can be done with it. */
function OwnPiece({ piece }: { piece: InboxPiece }) {
  const { own, thread } = words();
  const isEssay = piece.of === "essay";
  const at = isEssay ? `/essays/${piece.slug}` : `/comments/${piece.id}`;
  const title = piece.title ?? thread.notShownEssay;
  // Before it is public an essay has no page that others see; its writer reads it where it is changed.
  const seen = isEssay && piece.state === "waiting" ? `${at}/edit` : at;
  return (
    <li>
      <p>
        {isEssay && <span className="soft">{own.inbox.essay} </span>}
        <a href={seen}>
          <bdi>{title}</bdi>
        </a>{" "}
        <span className="soft">
          {piece.name !== null && <bdi>{own.inbox.asName(piece.name)} </bdi>}·{" "}
          <time dateTime={piece.writtenOn}>{own.inbox.on(piece.writtenOn)}</time>
          {piece.state !== "visible" && <> · {thread.places[piece.state]}</>}
        </span>
      </p>
      <ul
        className="actions"
        aria-label={isEssay ? own.inbox.actionsForEssay(title) : own.inbox.actionsFor(title)}
      >
        {piece.state !== "taken_back" && piece.state !== "removed" && (
          <>
            <li>
              <a href={`${at}/edit`}>{thread.edit}</a>
            </li>
            <li>
              <a href={`${at}/take-back`}>{thread.takeBack}</a>
            </li>
          </>
        )}
        {piece.undoUntil !== null && (
          <li>
            <a href={`${at}/take-back`}>{own.takeBack.undo}</a>
          </li>
        )}
      </ul>
    </li>
  );
}

/** Where something is one's own and no key is open. */
export function NoKey({ title, text }: { title: string; text: string }) {
  return (
    <>
      <h2>{title}</h2>
      <p>{text}</p>
      <p>
        <a href="/key">{words().own.inbox.noKeyLink}</a>
      </p>
    </>
  );
}
