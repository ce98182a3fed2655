import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Enhance } from "#app/components/site/enhance.tsx";
import { BranchHead } from "#app/components/thread/branch-head.tsx";
import { Pager } from "#app/components/thread/pager.tsx";
import { ThreadBody } from "#app/components/thread/thread-body.tsx";
import { nestedThread } from "#app/components/thread/thread-html.tsx";
import { grownOutOf } from "#app/domain/essays/around-essay.ts";
import { readEssay } from "#app/domain/essays/read-essay.ts";
import { readBranch } from "#app/domain/threads/read-branch.ts";
import { held } from "#app/web/held.ts";
import { pageFrom } from "#app/web/query.ts";
import { cacheable, listedIf, notFound, passHeaders } from "#app/web/responses.ts";
import { shownTitle } from "#app/web/shown-title.ts";
import { threadFeedLink } from "#app/web/thread-feed-link.ts";
import { words } from "#app/words/words.ts";

export const headers = passHeaders;

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const { store, settings } = context.house;
  const page = pageFrom(new URL(request.url).searchParams);
  const branch = page && (await readBranch(store.read, { id: params["id"] ?? "", page }));
  const essay = branch && (await readEssay(store.read, { slug: branch.slug }));
  if (!essay || !branch) throw notFound();
  const repliesOpen = essay.state === "visible" && essay.replyMode !== "closed";
  const around = {
    essaySlug: essay.slug,
    essayWriter: essay.by?.kind === "imported" ? null : (essay.by?.name ?? null),
    repliesOpen,
    context: new Set<string>(),
    grown: grownOutOf(essay),
  };
  const { branches, ...rest } = branch;
  return data(
    {
      ...rest,
      essay: { slug: essay.slug, title: shownTitle(essay), demo: essay.demo },
      texts: held(context, { thread: nestedThread(branches, [], around, context.fragments) }),
      repliesOpen,
      siteName: settings.name,
    },
    { headers: { ...cacheable([`essay:${essay.id}`]), ...listedIf(false) } },
  );
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => {
  if (!page) return [];
  const { feeds, site } = words();
  const name = page.top.by?.name;
  const title = name ? feeds.branch(name, page.essay.title) : feeds.branchUnnamed(page.essay.title);
  return [
    { title: site.title(title, page.siteName) },
    { name: "robots", content: "noindex" },
    ...(page.essay.demo ? [] : [threadFeedLink(title, `/comments/${page.top.id}/feed.xml`)]),
  ];
};

export default function BranchRoute() {
  const { essay, top, ancestors, size, texts, repliesOpen, page, pages } =
    useLoaderData<typeof loader>();
  const to = (number: number) => `/comments/${top.id}/branch${number > 1 ? `?page=${number}` : ""}`;
  return (
    <div className="page branch-page">
      <BranchHead essay={essay} top={top} ancestors={ancestors} size={size} />
      <section className="comments">
        <ThreadBody
          html={texts.thread}
          filtered={false}
          repliesOpen={repliesOpen}
          wholeThread={`/essays/${essay.slug}#comments`}
        />
        <Pager page={page} pages={pages} to={to} />
      </section>
      <Enhance module="reply" />
    </div>
  );
}
