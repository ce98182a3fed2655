import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { TagsPage } from "#app/components/fronts/tags-page.tsx";
import { listTags } from "#app/domain/discovery/tags.ts";
import { makeCursor, readCursor } from "#app/domain/identity/cursor.ts";
import { cacheable, passHeaders } from "#app/web/responses.ts";
import { words } from "#app/words/words.ts";

export const headers = passHeaders;

const ON_A_PAGE = 200;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { store, secrets, settings } = context.house;
  const given = new URL(request.url).searchParams.get("after") ?? "";
  const after = readCursor(secrets, "tags", given)?.id;
  const page = await listTags(store.read, {
    limit: ON_A_PAGE,
    ...(after !== undefined && { after }),
  });
  const shown = {
    tags: page.tags,
    further: page.next === null ? null : makeCursor(secrets, "tags", { at: 0, id: page.next }),
    first: after === undefined,
    siteName: settings.name,
  };
  return data(shown, { headers: cacheable(["fronts"]) });
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: words().site.title(words().fronts.tagsTitle, page?.siteName ?? "") },
  { name: "description", content: words().fronts.tagsIntro },
];

export default function Tags() {
  return <TagsPage {...useLoaderData<typeof loader>()} />;
}
