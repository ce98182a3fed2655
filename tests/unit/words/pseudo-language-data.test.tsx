import { renderToStaticMarkup } from "react-dom/server";
import { afterAll, beforeAll, expect, test } from "vitest";
import { DataPage } from "#app/components/house/data-page.tsx";
import { en } from "#app/words/en.ts";
import { speak } from "#app/words/words.ts";
import { pseudoWords, unmarked } from "#tests/support/pseudo-words.ts";

beforeAll(() => speak(pseudoWords));
afterAll(() => speak(en));

/** Names of tables and columns are the program's own, and the same in every language. */
function withoutNames(html: string): string {
  return html.replace(/<code>[a-z_]+<\/code>/g, "");
}

test("What we keep is written in words alone", () => {
  const html = renderToStaticMarkup(<DataPage />);
  expect(html.match(/<code>[a-z_]+<\/code>/g)?.length).toBeGreaterThan(250);
  expect(unmarked(html).join(" ")).toContain("owner_mark");
  expect(unmarked(withoutNames(html))).toEqual([]);
  expect(unmarked(withoutNames(html.replace("<h1>", "<h1>Hard-coded")))).toEqual(["Hard-coded"]);
});
