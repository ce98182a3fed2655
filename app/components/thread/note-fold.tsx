import type { ReactNode } from "react";
import { words } from "#app/words/words.ts";

interface Props {
  /** What the piece speaks about, in its writer's words; null: nothing is folded. */
  note: string | null;
  /** A place after the piece, for those who go past it. */
  past?: string;
  children: ReactNode;
}

/** Folds a piece behind its content note: a way in and, where it is long, a way round. */
export function NoteFold({ note, past, children }: Props) {
  const { thread } = words();
  if (note === null) return children;
  return (
    <>
      <details className="note">
        <summary>
          <b>{thread.speaksAbout}</b> <bdi>{note}</bdi>.{" "}
          <span className="open">{thread.openPart}</span>
        </summary>
        {children}
      </details>
      {past !== undefined && (
        <p className="past">
          <a href={past}>{thread.skipNote}</a>
        </p>
      )}
    </>
  );
}
