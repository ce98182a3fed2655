import type { AppLoadContext } from "@remix-run/node";

/**
 * Marks finished texts of a page as its own matter. Remix writes all that a loader gives into the
 * form in which scripts would read it, also for pages without any; for a long thread that takes as
 * long as making the page. What is marked here is left out of it, and is there for the components.
 * Where the data itself is asked for (`.data`), nothing is left out.
 */
export function held<T extends Readonly<Record<string, string>>>(
  context: Pick<AppLoadContext, "dataAsked">,
  texts: T,
): T {
  if (context.dataAsked) return texts;
  for (const name of Object.keys(texts)) Object.defineProperty(texts, name, { enumerable: false });
  return texts;
}
