import { words } from "#app/words/words.ts";
import { HouseOutlineColumn, HouseOutlineFold } from "./house-outline.tsx";

interface Table {
  what: string;
  readBy: string;
  person: string;
  columns: Readonly<Record<string, readonly [why: string, kept: string]>>;
}

/** `/promises/data`: the short answer first, then every table and column of the store. */
export function DataPage() {
  const { dataHeld } = words();
  const { answers, elsewhere, traces, tables, groups } = dataHeld;
  const sections = Object.entries(groups);
  const parts = [
    ...Object.entries(answers).map(([id, { title }]) => ({ id, title })),
    { id: "elsewhere", title: elsewhere.title },
    { id: "traces", title: traces.title },
    { id: "tables", title: tables.title },
    ...sections.map(([id, { title }]) => ({ id, title })),
  ];
  return (
    <div className="page reading">
      <HouseOutlineColumn title={dataHeld.outline} parts={parts} />
      <div className="house about">
        <h1>{dataHeld.title}</h1>
        <p className="intro">{dataHeld.intro}</p>
        <p>
          <a href="/promises">{dataHeld.back}</a>
        </p>
        <HouseOutlineFold title={dataHeld.outline} parts={parts} />
        {Object.entries(answers).map(([id, answer]) => (
          <Answer key={id} id={id} answer={answer} />
        ))}
        <section aria-labelledby="elsewhere">
          <h2 id="elsewhere">{elsewhere.title}</h2>
          <dl className="secrets">
            {elsewhere.list.map(({ title, text }) => (
              <div key={title}>
                <dt>{title}</dt>
                <dd>{text}</dd>
              </div>
            ))}
          </dl>
        </section>
        <section aria-labelledby="traces">
          <h2 id="traces">{traces.title}</h2>
          <Paragraphs text={traces.text} />
        </section>
        <section aria-labelledby="tables">
          <h2 id="tables">{tables.title}</h2>
          <Paragraphs text={tables.text} />
        </section>
        {sections.map(([id, group]) => (
          <section key={id} aria-labelledby={id}>
            <h2 id={id}>{group.title}</h2>
            {Object.entries<Table>(group.tables).map(([name, table]) => (
              <TableNote key={name} name={name} table={table} />
            ))}
          </section>
        ))}
      </div>
    </div>
  );
}

function Paragraphs({ text }: { text: readonly string[] }) {
  return text.map((paragraph) => <p key={paragraph}>{paragraph}</p>);
}

type Answers = ReturnType<typeof words>["dataHeld"]["answers"];

function Answer({ id, answer }: { id: string; answer: Answers[keyof Answers] }) {
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{answer.title}</h2>
      <Paragraphs text={answer.text} />
      <h3>{answer.yieldsTitle}</h3>
      <List lines={answer.yields} />
      <h3>{answer.notTitle}</h3>
      <List lines={answer.nots} />
    </section>
  );
}

function List({ lines }: { lines: readonly string[] }) {
  return (
    <ul>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

/** One table, folded: on narrow screens each of its rows becomes a short list. */
function TableNote({ name, table }: { name: string; table: Table }) {
  const { tables } = words().dataHeld;
  const { columns } = tables;
  return (
    <details className="table-note">
      <summary>
        <code>{name}</code> {table.what}
      </summary>
      <p>
        {tables.readBy} {table.readBy}
      </p>
      <p>
        {tables.person} {table.person}
      </p>
      <table className="minutes columns">
        <caption>{tables.caption(name)}</caption>
        <thead>
          <tr>
            <th scope="col">{columns.column}</th>
            <th scope="col">{columns.why}</th>
            <th scope="col">{columns.kept}</th>
          </tr>
        </thead>
        <tbody>
          {Object.entries(table.columns).map(([column, [why, kept]]) => (
            <tr key={column}>
              <th scope="row">
                <code>{column}</code>
              </th>
              <td data-column={columns.why}>{why}</td>
              <td data-column={columns.kept}>{kept}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
