import { words } from "#app/words/words.ts";

export type HeaderPlace = "stories" | "debates" | "write" | "help";

interface Props {
  siteName: string;
  /** Which of its pages this is, if it is one of them. */
  here: HeaderPlace | null;
}

/** The top line. Exit comes first in reading order, and stands at the right to the eye. */
export function SiteHeader({ siteName, here }: Props) {
  const { site } = words();
  return (
    <header className="top">
      <a className="exit" href="/exit" rel="nofollow noreferrer" data-exit="">
        {site.exit}
      </a>
      <a className="skip" href="#main">
        {site.skipToText}
      </a>
      <div className="top-line">
        <a className="site-name" href="/">
          {siteName}
        </a>
        <nav aria-label={site.pagesLabel}>
          <ul>
            <NavLink href="/stories" name={site.stories} current={here === "stories"} />
            <NavLink href="/debates" name={site.debates} current={here === "debates"} />
            <NavLink href="/write" name={site.write} current={here === "write"} />
            <NavLink href="/help" name={site.help} current={here === "help"} />
          </ul>
        </nav>
      </div>
    </header>
  );
}

function NavLink({ href, name, current }: { href: string; name: string; current: boolean }) {
  return (
    <li>
      <a href={href} aria-current={current ? "page" : undefined}>
        {name}
      </a>
    </li>
  );
}
