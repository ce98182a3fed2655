import type { EssayView } from "#app/domain/essays/read-essay.ts";
import { words } from "#app/words/words.ts";
import { PersonName } from "../site/person-name.tsx";

/** Words a minute; a slow and comfortable reader. */
const READING_SPEED = 220;

/** Who wrote an essay, when, how long it is, and where it comes from. */
export function Byline({ essay }: { essay: EssayView }) {
  const { site, thread } = words();
  const { by, standpoint, editedOn } = essay;
  const rest = [
    <time key="day" dateTime={essay.publishedOn}>
      {site.day(essay.publishedOn)}
    </time>,
    editedOn !== null && <span key="changed">{thread.changedOn(editedOn)}</span>,
    <span key="minutes">
      {thread.minutes(Math.max(1, Math.round(essay.words / READING_SPEED)))}
    </span>,
    by?.kind === "imported" && <span key="old">{thread.fromOldBlog}</span>,
    essay.perspectiveSource === "guess" && <span key="guess">{thread.sortedByGuess}</span>,
  ].filter((part) => part !== false);
  return (
    <p className="byline">
      <PersonName by={by} />
      {standpoint !== null && (
        <>
          , <bdi>{standpoint}</bdi>
        </>
      )}
      {rest.map((part) => (
        <span key={part.key}> · {part}</span>
      ))}
    </p>
  );
}
