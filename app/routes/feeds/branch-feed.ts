import type { LoaderFunctionArgs } from "@remix-run/node";
import { readEssay } from "#app/domain/essays/read-essay.ts";
import { commentEntries } from "#app/domain/exchange/feed-entries.ts";
import { readWholeBranch } from "#app/domain/threads/read-branch.ts";
import { isReadable } from "#app/domain/threads/read-comments.ts";
import { feedResponse } from "#app/web/feed-response.ts";
import { cacheable, gone, notFound } from "#app/web/responses.ts";
import { shownTitle } from "#app/web/shown-title.ts";
import { words } from "#app/words/words.ts";

/** Newest comments of one branch, its top included. */
export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const db = context.house.store.read;
  const branch = await readWholeBranch(db, { id: params["id"] ?? "" });
  if (!branch) throw notFound();
  const essay = await readEssay(db, { slug: branch.slug });
  if (!essay) throw notFound();
  // What is invented is for nobody's feed reader.
  if (essay.demo) throw notFound(cacheable([`essay:${essay.id}`]));
  if (!isReadable(essay.state)) throw gone();
  const origin = context.origins.current;
  const name = branch.top.by?.name;
  const say = words().feeds;
  return feedResponse(
    {
      title: name ? say.branch(name, shownTitle(essay)) : say.branchUnnamed(shownTitle(essay)),
      author: context.house.settings.name,
      language: words().site.language,
      home: `${origin}/comments/${branch.top.id}/branch`,
      self: `${origin}${new URL(request.url).pathname}`,
      entries: commentEntries(branch.comments, origin),
    },
    [`essay:${essay.id}`],
  );
}
