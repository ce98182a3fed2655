import { words } from "#app/words/words.ts";

/** The number of a promise in promises.md. */
export type PromiseNumber = keyof ReturnType<typeof words>["house"]["promises"]["list"];

export interface KeptPromise {
  number: PromiseNumber;
  /** The test files that hold it. */
  heldBy: readonly string[];
}

/** `/promises`: those that a test holds, with their limits. */
export function PromisesPage({ kept }: { kept: readonly KeptPromise[] }) {
  const { promises } = words().house;
  return (
    <div className="page house">
      <h1>{promises.title}</h1>
      <p className="intro">{promises.intro}</p>
      {kept.length === 0 ? (
        <p>{promises.none}</p>
      ) : (
        <ol className="promises">
          {kept.map(({ number, heldBy }) => (
            <li key={number} value={number}>
              <p className="promise">{promises.list[number].promise}</p>
              {promises.list[number].limit !== "" && (
                <p>
                  {promises.limit} {promises.list[number].limit}
                </p>
              )}
              <p className="soft">
                {promises.heldBy} <code>{heldBy.join(", ")}</code>
              </p>
            </li>
          ))}
        </ol>
      )}
      <p>
        <a href="/promises/data">{promises.data}</a>
      </p>
      <h2>{promises.asked.title}</h2>
      {promises.asked.text.map((text) => (
        <p key={text}>{text}</p>
      ))}
      <p>
        <a href="/robots.txt">{promises.asked.link}</a>
      </p>
    </div>
  );
}
