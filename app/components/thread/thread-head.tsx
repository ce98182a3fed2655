import type { StateCounts } from "#app/domain/threads/types.ts";
import { words } from "#app/words/words.ts";
import { type ThreadView, threadAddress } from "./thread-address.ts";

export interface ThreadHeadProps {
  slug: string;
  view: ThreadView;
  counts: StateCounts;
  /** Comments that carry each perspective, whatever the filter. */
  carrying: { experience: number; debate: number };
  /** Are comments of the old blog among those sorted? Then the page says that it was a guess. */
  guessed: boolean;
  /** Branches that the filter leaves out as a whole. */
  hiddenBranches: number;
}

/** The heading of a thread, the counts of all states in words, and the ways to read it. */
export function ThreadHead(props: ThreadHeadProps) {
  const { slug, view, counts, carrying, guessed, hiddenBranches } = props;
  const { thread } = words();
  const others = thread.otherStates(counts);
  const some = Object.values(counts).some((value) => value > 0);
  const to = (change: Partial<ThreadView>) => threadAddress(slug, { ...view, page: 1, ...change });
  const filters = [
    { perspective: null, name: thread.all, count: null },
    { perspective: "experience", name: thread.experience, count: carrying.experience },
    { perspective: "debate", name: thread.debate, count: carrying.debate },
  ] as const;
  return (
    <div className="thread-head">
      <h2 id="comments">{thread.comments(counts.visible)}</h2>
      {others !== "" && <p className="soft">{others}</p>}
      {some && (
        <nav aria-label={thread.filterLabel}>
          <ul className="tabs">
            {filters.map(({ perspective, name, count }) => (
              <li key={name}>
                <a
                  href={to({ perspective, only: false, standing: null })}
                  aria-current={view.perspective === perspective ? "true" : undefined}
                >
                  {name}
                  {count !== null && <span className="number"> {thread.number(count)}</span>}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      {view.perspective !== null && (
        <p className="soft">
          <a href={to({ only: !view.only })}>
            {view.only ? thread.notOnly : thread.only(view.perspective)}
          </a>
        </p>
      )}
      {hiddenBranches > 0 && <p className="soft">{thread.hiddenBranches(hiddenBranches)}</p>}
      {view.perspective !== null && guessed && <p className="soft">{thread.guessed}</p>}
      {some && <Ways view={view} to={to} />}
    </div>
  );
}

function Ways({ view, to }: { view: ThreadView; to: (change: Partial<ThreadView>) => string }) {
  const { thread } = words();
  return (
    <nav aria-label={thread.orderLabel}>
      <ul className="ways">
        <Way
          name={thread.oldest}
          href={to({ newestFirst: false, flat: false })}
          on={!view.newestFirst && !view.flat}
        />
        <Way
          name={thread.newest}
          href={to({ newestFirst: true, flat: false })}
          on={view.newestFirst && !view.flat}
        />
        <Way name={thread.flat} href={to({ flat: true, newestFirst: false })} on={view.flat} />
      </ul>
    </nav>
  );
}

function Way({ name, href, on }: { name: string; href: string; on: boolean }) {
  return (
    <li>
      <a href={href} aria-current={on ? "true" : undefined}>
        {name}
      </a>
    </li>
  );
}
