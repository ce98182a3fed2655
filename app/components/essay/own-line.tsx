import type { EssayView } from "#app/domain/essays/read-essay.ts";
import { words } from "#app/words/words.ts";

interface Props {
  essay: Pick<EssayView, "slug" | "state" | "keyed" | "editedOn" | "demo">;
}

/**
 * A quiet line under an essay, for its writer: change it, take it back, say that the key is lost;
 * where it came from elsewhere, have it taken away. Earlier versions are for everybody. An invented
 * example is nobody's.
 */
export function OwnLine({ essay }: Props) {
  const { own, thread } = words();
  if (essay.state !== "visible" || essay.demo) return null;
  const at = `/essays/${essay.slug}`;
  return (
    <ul className="actions own-line" aria-label={own.essay.actions}>
      {essay.editedOn !== null && (
        <li>
          <a href={`${at}/versions`} rel="nofollow">
            {own.essay.versions}
          </a>
        </li>
      )}
      <li>
        {essay.keyed ? (
          <details className="mine">
            <summary>{thread.iWrote}</summary>
            <ul>
              <li>
                <a href={`${at}/edit`} rel="nofollow">
                  {thread.edit}
                </a>
              </li>
              <li>
                <a href={`${at}/take-back`} rel="nofollow">
                  {thread.takeBack}
                </a>
              </li>
              <li>
                <a href={`${at}/lost-key`} rel="nofollow">
                  {thread.lostKey}
                </a>
              </li>
            </ul>
          </details>
        ) : (
          <a href={`${at}/my-words`} rel="nofollow">
            {thread.mine}
          </a>
        )}
      </li>
    </ul>
  );
}
