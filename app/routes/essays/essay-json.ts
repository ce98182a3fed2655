import type { LoaderFunctionArgs } from "@remix-run/node";
import { findEssay } from "#app/domain/essays/find-essay.ts";
import { threadJson } from "#app/domain/exchange/thread-json.ts";
import { isReadable } from "#app/domain/threads/read-comments.ts";
import { readWholeThread } from "#app/domain/threads/read-thread.ts";
import { cacheable, listedIf, notFound } from "#app/web/responses.ts";

/** The essay and its whole thread as JSON. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const db = context.house.store.read;
  const essay = await findEssay(context.house, { slug: params["slug"] ?? "" });
  if (!essay) throw notFound();
  const comments = await readWholeThread(db, essay.id);
  return new Response(threadJson(essay, comments), {
    status: isReadable(essay.state) ? 200 : 410,
    headers: {
      ...cacheable([`essay:${essay.id}`]),
      ...listedIf(essay.indexing && essay.state === "visible"),
      "Content-Type": "application/json; charset=utf-8",
    },
  });
}
