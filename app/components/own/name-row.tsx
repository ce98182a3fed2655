import { words } from "#app/words/words.ts";

/** A name in the row, and whether its list is shown. */
export interface NameLink {
  href: string;
  name: string;
  here: boolean;
}

interface Props {
  names: readonly NameLink[] | null;
}

/** The names of a member, each with a list of its own; nothing for a guest. */
export function NameRow({ names }: Props) {
  if (names === null) return null;
  return (
    <nav className="name-row" aria-label={words().speaking.whose}>
      <ul>
        {names.map(({ href, name, here }) => (
          <li key={href}>
            <a href={href} aria-current={here ? "page" : undefined}>
              <bdi>{name}</bdi>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
