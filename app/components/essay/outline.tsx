import type { BranchLine } from "#app/domain/threads/read-thread.ts";
import { words } from "#app/words/words.ts";

/** So many branches are named; the rest is one line. */
const BRANCHES_NAMED = 8;

export interface OutlineProps {
  lead: "story" | "debate";
  headings: readonly { id: string; text: string; level: number }[];
  branches: readonly BranchLine[];
  /** Comments that can be read. */
  comments: number;
  /** The address of a page of the thread, without a fragment. */
  pageAddress: (page: number) => string;
  /** The page that is shown. */
  page: number;
}

/**
 * The parts of the essay and the branches of its thread. It stands in the page twice, and the style
 * sheet shows one: a column at the left on wide screens, folded in place on narrow ones.
 */
export function OutlineColumn(props: OutlineProps) {
  if (props.headings.length === 0 && props.branches.length === 0) return null;
  return (
    <nav className="outline outline-column" aria-label={titleOf(props)}>
      <Lists {...props} />
    </nav>
  );
}

export function OutlineFold(props: OutlineProps) {
  if (props.headings.length === 0 && props.branches.length === 0) return null;
  return (
    <details className="outline outline-fold">
      <summary>{titleOf(props)}</summary>
      <nav aria-label={titleOf(props)}>
        <Lists {...props} />
      </nav>
    </details>
  );
}

function titleOf({ lead }: OutlineProps): string {
  const { thread } = words();
  return lead === "story" ? thread.outlineOfStory : thread.outlineOfDebate;
}

function Lists(props: OutlineProps) {
  const { thread } = words();
  const { headings, branches, comments, page, pageAddress } = props;
  const more = branches.length - BRANCHES_NAMED;
  return (
    <>
      {headings.length > 0 && (
        <>
          <p className="outline-title">{titleOf(props)}</p>
          <ul>
            {headings.map(({ id, text, level }) => (
              <li key={id} data-level={level}>
                <a href={`#${id}`}>{text}</a>
              </li>
            ))}
          </ul>
        </>
      )}
      {branches.length > 0 && (
        <>
          <p className="outline-title">
            <a href="#comments">{thread.comments(comments)}</a>
          </p>
          <ul>
            {branches.slice(0, BRANCHES_NAMED).map((branch) => (
              <li key={branch.id}>
                <a
                  href={`${branch.page === page ? "" : pageAddress(branch.page)}#comment-${branch.id}`}
                >
                  <bdi>{branch.name ?? thread.someBranch}</bdi>
                  <span className="number"> · {thread.number(branch.size)}</span>
                </a>
              </li>
            ))}
            {more > 0 && (
              <li>
                <a href="#comments">{thread.moreBranches(more)}</a>
              </li>
            )}
          </ul>
        </>
      )}
    </>
  );
}
