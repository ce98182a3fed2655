import { words } from "#app/words/words.ts";

/** The few signs that make headings, quotations and footnotes. */
export function MarksHelp() {
  const { write } = words();
  return (
    <details className="plain marks-help">
      <summary>{write.marks}</summary>
      <table>
        <thead>
          <tr>
            <th scope="col">{write.marksTyped}</th>
            <th scope="col">{write.marksMade}</th>
          </tr>
        </thead>
        <tbody>
          {write.marksList.map(({ typed, made }) => (
            <tr key={typed}>
              <td>
                <code>{typed}</code>
              </td>
              <td>{made}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
