import type { LoaderFunctionArgs } from "@remix-run/node";
import { findEssay } from "#app/domain/essays/find-essay.ts";
import { commentEntries } from "#app/domain/exchange/feed-entries.ts";
import { isReadable } from "#app/domain/threads/read-comments.ts";
import { readWholeThread } from "#app/domain/threads/read-thread.ts";
import { feedResponse } from "#app/web/feed-response.ts";
import { cacheable, gone, notFound } from "#app/web/responses.ts";
import { shownTitle } from "#app/web/shown-title.ts";
import { words } from "#app/words/words.ts";

/** Newest comments of one thread. */
export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const db = context.house.store.read;
  const essay = await findEssay(context.house, { slug: params["slug"] ?? "" });
  if (!essay) throw notFound();
  // What is invented is for nobody's feed reader.
  if (essay.demo) throw notFound(cacheable([`essay:${essay.id}`]));
  if (!isReadable(essay.state)) throw gone();
  const origin = context.origins.current;
  const { pathname } = new URL(request.url);
  return feedResponse(
    {
      title: words().feeds.thread(shownTitle(essay)),
      author: context.house.settings.name,
      language: words().site.language,
      home: `${origin}/essays/${essay.slug}`,
      self: `${origin}${pathname}`,
      entries: commentEntries(await readWholeThread(db, essay.id), origin),
    },
    [`essay:${essay.id}`],
  );
}
