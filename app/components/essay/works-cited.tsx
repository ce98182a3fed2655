import type { CitedWork, WorkPart } from "#app/domain/essays/works.ts";
import { words } from "#app/words/words.ts";

/** The works cited below an essay, numbered as the marks in the text name them. */
export function WorksCited({ works }: { works: readonly CitedWork[] }) {
  const { thread } = words();
  if (works.length === 0) return null;
  return (
    <section className="works">
      <h2>{thread.worksCited}</h2>
      <ol>
        {works.map(({ id, markId, parts }, index) => (
          <li key={id} id={id}>
            <bdi>
              <Parts parts={parts} />
            </bdi>
            {markId !== null && (
              <>
                {" "}
                <a
                  className="footnote-back"
                  href={`#${markId}`}
                  aria-label={thread.backToWorkMark(index + 1)}
                >
                  ↩︎
                </a>
              </>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}

/** Words, some of which lead elsewhere. */
export function Parts({ parts }: { parts: readonly WorkPart[] }) {
  return parts.map(({ text, href }, index) =>
    href === null ? (
      text
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a line never move
      <a key={index} href={href} rel="noopener noreferrer nofollow ugc">
        {text}
      </a>
    ),
  );
}
