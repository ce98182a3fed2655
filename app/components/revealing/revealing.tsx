import type { RevealingKind } from "#app/domain/revealing/types.ts";
import { words } from "#app/words/words.ts";

export interface RevealingProps {
  /** Null: no preview was asked for, so nothing was looked at. */
  revealing:
    | { looked: false }
    | {
        looked: true;
        english: boolean;
        total: number;
        groups: readonly {
          kind: RevealingKind;
          lines: readonly { before: string; words: string; after: string }[];
          more: number;
        }[];
      }
    | null;
}

/** Beside a preview, folded: words that could tell who somebody is. Suggestions, nothing more. */
export function Revealing({ revealing }: RevealingProps) {
  const say = words().revealing;
  if (revealing === null) return null;
  if (!revealing.looked) return <p className="soft revealing">{say.notLooked}</p>;
  if (revealing.total === 0) {
    return <p className="soft revealing">{revealing.english ? say.nothing : say.nothingByShape}</p>;
  }
  return (
    <details className="plain revealing">
      <summary>{say.found(revealing.total)}</summary>
      <p className="soft">{say.intro}</p>
      <dl>
        {revealing.groups.map(({ kind, lines, more }) => (
          <div key={kind}>
            <dt>{say.kinds[kind].title}</dt>
            <dd className="soft">{say.kinds[kind].text}</dd>
            {lines.map((line) => (
              <dd key={`${line.before}${line.words}`} dir="auto">
                <bdi>
                  {line.before}
                  <b>{line.words}</b>
                  {line.after}
                </bdi>
              </dd>
            ))}
            {more > 0 && <dd className="soft">{say.more(more)}</dd>}
          </div>
        ))}
      </dl>
      <p className="soft">
        {!revealing.english && <>{say.onlyByShape} </>}
        {say.cannotSee}
      </p>
    </details>
  );
}
