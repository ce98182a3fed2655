import { words } from "#app/words/words.ts";

export interface InboxEntry {
  /** The comment that answers. */
  id: string;
  by: string | null;
  on: string;
  essayTitle: string;
  note: string | null;
  /** First lines as plain text; empty where a note is set. */
  firstLines: string;
}

/** `/inbox`. `null`: no key is open in this browser. */
export function InboxPage({ answers }: { answers: readonly InboxEntry[] | null }) {
  const { inbox } = words().own;
  return (
    <div className="page house">
      <h1>{inbox.title}</h1>
      {answers === null ? (
        <NoKey title={inbox.noKeyTitle} text={inbox.noKeyText} />
      ) : answers.length === 0 ? (
        <>
          <h2>{inbox.emptyTitle}</h2>
          <p>{inbox.emptyText}</p>
        </>
      ) : (
        <>
          <p>{inbox.intro}</p>
          <ol className="entries">
            {answers.map((answer) => (
              <Answer key={answer.id} answer={answer} />
            ))}
          </ol>
        </>
      )}
    </div>
  );
}

function Answer({ answer }: { answer: InboxEntry }) {
  const { own, thread } = words();
  return (
    <li>
      <p className="line">
        <b className="name">
          <bdi>{answer.by ?? thread.withoutName}</bdi>
        </b>{" "}
        <span className="soft">
          {own.inbox.answeredYou} {own.inbox.to(answer.essayTitle)} ·{" "}
          <time dateTime={answer.on}>{own.inbox.on(answer.on)}</time>
        </span>
      </p>
      <p className="first-lines" dir="auto">
        {answer.note === null ? answer.firstLines : own.inbox.speaksAbout(answer.note)}
      </p>
      <p>
        <a href={`/comments/${answer.id}`}>
          {own.inbox.read}
          <span className="for-ears"> {thread.linkOf(answer.by ?? thread.withoutName)}</span>
        </a>
      </p>
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
