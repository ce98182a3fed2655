import { words } from "#app/words/words.ts";

export type Problem = "notFound" | "gone" | "forbidden" | "tooMany" | "busy" | "broken";

/** Which of the pages for what went wrong belongs to an HTTP status. */
export function problemOf(status: number): Problem {
  if (status === 404) return "notFound";
  if (status === 410) return "gone";
  if (status === 403) return "forbidden";
  if (status === 429) return "tooMany";
  if (status === 503) return "busy";
  return status >= 500 ? "broken" : "notFound";
}

/** What went wrong, in words, and a next step. */
export function ProblemPage({ problem }: { problem: Problem }) {
  const { title, text, next } = words().site.problems[problem];
  return (
    <div className="page house">
      <h1>{title}</h1>
      <p>{text}</p>
      <p>
        <a href="/">{next}</a>
      </p>
    </div>
  );
}
