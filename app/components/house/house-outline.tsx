interface Props {
  title: string;
  parts: readonly { id: string; title: string }[];
}

/** The parts of a long page of the house, at the left on wide screens. */
export function HouseOutlineColumn({ title, parts }: Props) {
  return (
    <nav className="outline outline-column" aria-label={title}>
      <p className="outline-title">{title}</p>
      <Parts parts={parts} />
    </nav>
  );
}

/** The same folded in place, for narrow screens; the style sheet shows one of the two. */
export function HouseOutlineFold({ title, parts }: Props) {
  return (
    <details className="outline outline-fold">
      <summary>{title}</summary>
      <nav aria-label={title}>
        <Parts parts={parts} />
      </nav>
    </details>
  );
}

function Parts({ parts }: Pick<Props, "parts">) {
  return (
    <ul>
      {parts.map(({ id, title }) => (
        <li key={id}>
          <a href={`#${id}`}>{title}</a>
        </li>
      ))}
    </ul>
  );
}
