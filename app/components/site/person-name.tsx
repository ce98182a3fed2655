import type { By } from "#app/domain/threads/types.ts";
import { words } from "#app/words/words.ts";

/** Who wrote a piece. A pen name leads to what it has published; no other kind of name leads anywhere. */
export function PersonName({ by }: { by: By | null }) {
  const name = <bdi>{by?.name ?? words().thread.withoutName}</bdi>;
  return (
    <b className="name">
      {by?.kind === "pen_name" ? (
        <a href={`/people/${encodeURIComponent(by.name)}`} rel="author">
          {name}
        </a>
      ) : (
        name
      )}
    </b>
  );
}
