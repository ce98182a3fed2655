import type { AppLoadContext } from "@remix-run/node";

/**
 * Marks finished texts and long lists of a page as its own matter. Remix writes all that a loader
 * gives into the form in which scripts would read it, also for pages without any; for a long thread
 * that takes as long as making the page. What is marked here is left out of it, and is there for the
 * components. Where the data itself is asked for (`.data`), nothing is left out.
 */
export function held<T extends Readonly<Record<string, unknown>>>(
  context: Pick<AppLoadContext, "dataAsked">,
  parts: T,
): T {
  if (context.dataAsked) return parts;
  for (const name of Object.keys(parts)) Object.defineProperty(parts, name, { enumerable: false });
  return parts;
}
