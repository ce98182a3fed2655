import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { TakeOutPage } from "#app/components/settings/take-out-page.tsx";
import { countsByPart } from "#app/domain/leaving/own-counts.ts";
import { EVERYTHING } from "#app/domain/leaving/parts.ts";
import { signedFields } from "#app/web/own-comment.ts";
import { passHeaders, privately } from "#app/web/responses.ts";
import { requireAccount } from "#app/web/viewer.ts";
import { words } from "#app/words/words.ts";

export const headers = passHeaders;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { account } = await requireAccount(request, context);
  const say = words().takeOut;
  const asked = new URL(request.url).searchParams.get("fault");
  const sentences: Record<string, string> = { what: say.choose, too_large: say.tooLarge };
  const sentence = asked === null ? undefined : sentences[asked];
  const page = {
    parts: await countsByPart(context.house, account),
    everything: EVERYTHING,
    faults: sentence === undefined ? [] : [{ field: "what", sentence }],
    hidden: signedFields(context),
    siteName: context.house.settings.name,
  };
  return data(page, { headers: privately() });
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: words().site.title(words().takeOut.title, page?.siteName ?? "") },
  { name: "robots", content: "noindex" },
];

export default function TakeOutRoute() {
  return <TakeOutPage {...useLoaderData<typeof loader>()} />;
}
