import type { LogRow } from "#app/domain/moderation/types.ts";
import { words } from "#app/words/words.ts";

interface Props {
  rows: readonly LogRow[];
  /** The address of older decisions; null at the end. */
  older: string | null;
}

/** `/moderation/log`: minutes of a well-kept meeting, the newest first. */
export function LogPage({ rows, older }: Props) {
  const { fronts, moderation } = words();
  return (
    <div className="page house wide">
      <h1>{moderation.logTitle}</h1>
      <p>{moderation.logIntro}</p>
      {rows.length === 0 ? <p>{moderation.logEmpty}</p> : <LogTable rows={rows} />}
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
function LogTable({ rows }: Pick<Props, "rows">) {
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
        {rows.map(({ seq, entry }) => (
          <tr key={seq} id={`decision-${seq}`}>
            <td data-column={columns.day}>
              <time dateTime={entry.day}>{site.day(entry.day)}</time>
            </td>
            <td data-column={columns.decision}>{named(moderation.actions, entry.action)}</td>
            <td data-column={columns.what}>
              <Subject entry={entry} />
            </td>
            <td data-column={columns.reason}>
              <Reason entry={entry} />
            </td>
            <td data-column={columns.by}>
              <bdi>{entry.by}</bdi>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type Entry = LogRow["entry"];

/** Decisions that are about no piece. */
const ABOUT_PEOPLE: Readonly<Record<string, () => string>> = {
  appointed: () => words().moderation.moderator,
  dismissed: () => words().moderation.moderator,
  paused: () => words().moderation.name,
  pause_ended: () => words().moderation.name,
};

/** The log names nothing: what stands here is a salted hash, of which the eye needs only the kind. */
function Subject({ entry: { action, subject } }: { entry: Entry }) {
  const { moderation } = words();
  if (subject === "") return <>–</>;
  const piece = subject.startsWith("essay:") ? moderation.essay : moderation.comment;
  return <span title={subject}>{ABOUT_PEOPLE[action]?.() ?? piece}</span>;
}

/** The kind of reason and what was said; only what was said where it is a reason of its own. */
function Reason({ entry: { reason_class: kind, reason_text: text } }: { entry: Entry }) {
  const { reasons } = words().moderation;
  if (text === "") return <>{named(reasons, kind)}</>;
  if (kind === "other") return <bdi>{text}</bdi>;
  return (
    <>
      {named(reasons, kind)}: <bdi>{text}</bdi>
    </>
  );
}

/** The words for a code of the log. A code that is newer than this page stands as it is. */
function named(sentences: Readonly<Record<string, string>>, code: string): string {
  return sentences[code] ?? code;
}
