import type { RouteConfigEntry } from "@remix-run/route-config";
import routes from "#app/routes.ts";

/** What stands in place of `:slug`, `:id`, `:name` and `:number`. */
export type Filled = Readonly<Record<string, string>>;

function pathsBelow(entries: readonly RouteConfigEntry[], filled: Filled): string[] {
  return entries.flatMap((entry) => [
    `/${(entry.path ?? "").replace("*", "nothing/of/ours")}`.replace(/:(\w+)/g, (_, name) => {
      const value = filled[name];
      if (value === undefined) throw new Error(`Nothing is known for :${name}.`);
      return encodeURIComponent(value);
    }),
    ...pathsBelow(entry.children ?? [], filled),
  ]);
}

/** Every address of the map, with something in place of what varies. A new route is among them. */
export async function everyAddress(filled: Filled): Promise<string[]> {
  return [...new Set(pathsBelow(await routes, { tag: "nothing", ...filled }))];
}

/** The address under which Remix gives a page's data alone. */
export function dataAddress(path: string): string {
  return `${path === "/" ? "/_root" : path}.data`;
}
