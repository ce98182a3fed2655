import { data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { conversationAddress } from "#app/components/conversations/conversation-address.ts";
import { ConversationPage, titleOf } from "#app/components/conversations/conversation-page.tsx";
import { findConversation } from "#app/domain/essays/find-conversation.ts";
import { pageFrom } from "#app/web/query.ts";
import { cacheable, listedIf, notFound, passHeaders } from "#app/web/responses.ts";
import { words } from "#app/words/words.ts";

export const headers = passHeaders;

/**
 * A conversation stands at the slug of its first essay. The slugs of the others lead to where they
 * stand in it; that of an essay that is alone leads to the essay.
 */
export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const { settings } = context.house;
  const slug = params["slug"] ?? "";
  const page = pageFrom(new URL(request.url).searchParams);
  const found = page && (await findConversation(context.house, { slug, page }));
  if (!found) throw notFound();
  const kept = { headers: cacheable(found.subjects) };
  if (!found.found)
    return redirect(`/essays/${encodeURIComponent(found.slug)}`, { status: 302, ...kept });
  const { conversation } = found;
  const { first, askedId, pageOfAsked } = conversation;
  if (first.slug !== slug) {
    const place = conversationAddress(first.slug, { page: pageOfAsked, essayId: askedId });
    return redirect(place, { status: 302, ...kept });
  }
  const canonical = `${context.origins.current}${conversationAddress(slug, { page })}`;
  return data(
    { conversation, canonical, siteName: settings.name },
    { headers: { ...kept.headers, ...listedIf(conversation.indexing) } },
  );
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => {
  if (!page) return [];
  const { conversation, canonical, siteName } = page;
  return [
    { title: words().site.title(titleOf(conversation), siteName) },
    ...(conversation.indexing ? [] : [{ name: "robots", content: "noindex" }]),
    { tagName: "link", rel: "canonical", href: canonical },
  ];
};

export default function ConversationRoute() {
  const { conversation } = useLoaderData<typeof loader>();
  return <ConversationPage conversation={conversation} />;
}
