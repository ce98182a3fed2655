import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { data } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { EssayPage } from "#app/components/essay/essay-page.tsx";
import { ReplyStart } from "#app/components/reply/reply-start.tsx";
import { Enhance } from "#app/components/site/enhance.tsx";
import { Pager } from "#app/components/thread/pager.tsx";
import { threadAddress } from "#app/components/thread/thread-address.ts";
import { ThreadBody } from "#app/components/thread/thread-body.tsx";
import { ThreadHead } from "#app/components/thread/thread-head.tsx";
import { flatThread, nestedThread } from "#app/components/thread/thread-html.tsx";
import { essayPageSubjects, grownOutOf } from "#app/domain/essays/around-essay.ts";
import { findEssay } from "#app/domain/essays/find-essay.ts";
import { placeInConversation } from "#app/domain/essays/read-conversation.ts";
import { headingsOf } from "#app/domain/rendering/headings.ts";
import { readThreadPage } from "#app/domain/threads/read-thread.ts";
import { held } from "#app/web/held.ts";
import { cacheable, listedIf, notFound, passHeaders } from "#app/web/responses.ts";
import { shownTitle } from "#app/web/shown-title.ts";
import { threadFeedLink } from "#app/web/thread-feed-link.ts";
import { threadQueryFrom } from "#app/web/thread-view.ts";
import { words } from "#app/words/words.ts";

export const headers = passHeaders;

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const { store, settings } = context.house;
  const essay = await findEssay(context.house, { slug: params["slug"] ?? "" });
  if (!essay) throw notFound();
  const query = threadQueryFrom(new URL(request.url).searchParams, essay.id);
  const thread = query && (await readThreadPage(store.read, query));
  if (!thread) throw notFound(cacheable([`essay:${essay.id}`]));
  const around = {
    essaySlug: essay.slug,
    essayWriter: essay.by?.kind === "imported" ? null : (essay.by?.name ?? null),
    repliesOpen: essay.state === "visible" && essay.replyMode !== "closed",
    context: thread.context,
    grown: grownOutOf(essay),
  };
  const html = thread.flat
    ? flatThread(thread.flat, around, context.fragments)
    : nestedThread(thread.branches, thread.cut, around, context.fragments);
  const { id: essayId, conversationId } = essay;
  const conversation =
    conversationId === null
      ? null
      : await placeInConversation(store.read, { essayId, conversationId });
  const { branches, flat, context: folded, cut, outline, ...page } = thread;
  return data(
    {
      essay: { ...essay, html: "", markdown: "" },
      texts: held(context, { essay: essay.html, thread: html, outline }),
      conversation,
      headings: essay.state === "visible" ? headingsOf(essay.html) : [],
      page,
      view: {
        perspective: query.filter?.perspective ?? null,
        only: query.filter?.only ?? false,
        standing: query.filter?.standing ?? null,
        newestFirst: query.order === "newest",
        flat: query.flat,
        page: query.page,
      },
      repliesOpen: around.repliesOpen,
      siteName: settings.name,
      canonical: `${context.origins.current}/essays/${essay.slug}`,
    },
    {
      status: essay.state === "removed" || essay.state === "taken_back" ? 410 : 200,
      headers: {
        ...cacheable(essayPageSubjects(essay)),
        ...listedIf(essay.indexing && essay.state === "visible"),
      },
    },
  );
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => {
  if (!page) return [];
  const { essay } = page;
  const { site } = words();
  const title = shownTitle(essay);
  return [
    { title: site.title(title, page.siteName) },
    ...(essay.indexing && essay.state === "visible"
      ? []
      : [{ name: "robots", content: "noindex" }]),
    { tagName: "link", rel: "canonical", href: page.canonical },
    ...(essay.demo
      ? []
      : [threadFeedLink(words().feeds.thread(title), `/essays/${essay.slug}/feed.xml`)]),
  ];
};

export default function EssayRoute() {
  const { essay, conversation, headings, texts, page, view, repliesOpen } =
    useLoaderData<typeof loader>();
  const to = (number: number) => threadAddress(essay.slug, { ...view, page: number });
  const whole = { ...essay, html: texts.essay };
  const outline = {
    lead: essay.lead,
    headings,
    branches: texts.outline,
    comments: essay.counts.visible,
    pageAddress: (number: number) => to(number).replace(/#.*$/, ""),
    page: page.page,
  };
  return (
    <EssayPage essay={whole} outline={outline} conversation={conversation} hasForm={repliesOpen}>
      <ThreadHead
        slug={essay.slug}
        view={view}
        counts={essay.counts}
        carrying={page.carrying}
        guessed={false}
        hiddenBranches={page.hiddenBranches}
      />
      <ThreadBody
        html={texts.thread}
        filtered={view.perspective !== null}
        repliesOpen={repliesOpen}
        wholeThread={`/essays/${essay.slug}#comments`}
      />
      <Pager page={page.page} pages={page.pages} to={to} />
      {repliesOpen && <ReplyStart essay={essay} />}
      <Enhance module="reply" />
      <Enhance module="old-numbers" />
    </EssayPage>
  );
}
