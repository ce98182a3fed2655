import type { LoaderFunctionArgs } from "@remix-run/node";
import { findEssay } from "#app/domain/essays/find-essay.ts";
import { essayMarkdown } from "#app/domain/exchange/essay-markdown.ts";
import { isReadable } from "#app/domain/threads/read-comments.ts";
import { cacheable, gone, listedIf, notFound } from "#app/web/responses.ts";

/** The essay as Markdown with front matter. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const essay = await findEssay(context.house, { slug: params["slug"] ?? "" });
  if (!essay) throw notFound();
  if (!isReadable(essay.state)) throw gone();
  return new Response(essayMarkdown(essay), {
    headers: {
      ...cacheable([`essay:${essay.id}`]),
      ...listedIf(essay.indexing && essay.state === "visible"),
      "Content-Type": "text/markdown; charset=utf-8",
    },
  });
}
