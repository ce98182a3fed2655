import type { EssayView } from "#app/domain/essays/read-essay.ts";
import { words } from "#app/words/words.ts";
import { Parts } from "./works-cited.tsx";

/** Of a piece that stood elsewhere before: who wrote it, where it stood, under which licence. */
export function OriginalLine({ original }: { original: EssayView["original"] }) {
  const { thread } = words();
  if (original === null) return null;
  const { author, source, licence } = original;
  return (
    <p className="original">
      {author !== null && (
        <span>
          {thread.original.author} <bdi>{author}</bdi>.{" "}
        </span>
      )}
      {source.length > 0 && (
        <span>
          {thread.original.source}{" "}
          <bdi>
            <Parts parts={source} />
          </bdi>
          .{" "}
        </span>
      )}
      {licence !== null && (
        <span>
          {thread.original.licence} <bdi>{licence}</bdi>.
        </span>
      )}
    </p>
  );
}
