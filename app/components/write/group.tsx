import type { ReactNode } from "react";

interface Props {
  id: string;
  title: string;
  children: ReactNode;
}

/** A part of a long form, under its own heading. */
export function Group({ id, title, children }: Props) {
  return (
    <section className="group" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  );
}

interface FoldedProps {
  title: string;
  /** What is chosen in it now, or that it may be left alone. */
  now: string;
  open: boolean;
  children: ReactNode;
}

/** A part that most people leave as it is: one line until it is opened. */
export function FoldedGroup({ title, now, open, children }: FoldedProps) {
  return (
    <details className="group folded-group" open={open}>
      <summary>
        <span className="group-title">{title}</span> <span className="soft">{now}</span>
      </summary>
      <div className="group-fields">{children}</div>
    </details>
  );
}
