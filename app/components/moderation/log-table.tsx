import { words } from "#app/words/words.ts";

export interface LogLine {
  seq: number;
  on: string;
  /** Already in words, see `words().moderation.actions`. */
  decision: string;
  /** What it is about: a comment that may still be there, or something in words. */
  about: { commentId: string } | { text: string } | null;
  reason: string;
  by: string;
}

interface Props {
  lines: readonly LogLine[];
  /** The address of older decisions; null at the end. */
  older: string | null;
}

/** `/moderation/log`: minutes of a well-kept meeting, the newest first. */
export function LogPage({ lines, older }: Props) {
  const { fronts, moderation } = words();
  return (
    <div className="page house wide">
      <h1>{moderation.logTitle}</h1>
      <p>{moderation.logIntro}</p>
      {lines.length === 0 ? <p>{moderation.logEmpty}</p> : <LogTable lines={lines} />}
      <p>
        {older !== null && (
          <>
            <a href={older} rel="next">
              {fronts.older}
            </a>
            {" · "}
          </>
        )}
        <a href="/moderation/log.json">{moderation.asData}</a>
      </p>
    </div>
  );
}

/** On narrow screens each row becomes a short list, its headings before its cells. */
function LogTable({ lines }: Pick<Props, "lines">) {
  const { moderation, site } = words();
  const { columns } = moderation;
  return (
    <table className="minutes">
      <caption>{moderation.logCaption}</caption>
      <thead>
        <tr>
          <th scope="col">{columns.day}</th>
          <th scope="col">{columns.decision}</th>
          <th scope="col">{columns.what}</th>
          <th scope="col">{columns.reason}</th>
          <th scope="col">{columns.by}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ seq, on, decision, about, reason, by }) => (
          <tr key={seq} id={`decision-${seq}`}>
            <td data-column={columns.day}>
              <time dateTime={on}>{site.day(on)}</time>
            </td>
            <td data-column={columns.decision}>{decision}</td>
            <td data-column={columns.what}>
              {about !== null && "commentId" in about ? (
                <a href={`/comments/${about.commentId}`}>{moderation.comment}</a>
              ) : (
                about?.text
              )}
            </td>
            <td data-column={columns.reason} dir="auto">
              {reason}
            </td>
            <td data-column={columns.by}>
              <bdi>{by}</bdi>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
