import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { LogPage } from "#app/components/moderation/log-table.tsx";
import { readLog } from "#app/domain/moderation/log.ts";
import { passHeaders, privately } from "#app/web/responses.ts";
import { words } from "#app/words/words.ts";

export const headers = passHeaders;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const after = new URL(request.url).searchParams.get("after");
  const { rows, next } = await readLog(context.house, { after });
  const older = next === null ? null : `/moderation/log?after=${next}`;
  return data(
    { rows, older, siteName: context.house.settings.name },
    // Small and seldom read: always as it is now.
    { headers: privately() },
  );
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: words().site.title(words().moderation.logTitle, page?.siteName ?? "") },
];

export default function LogRoute() {
  return <LogPage {...useLoaderData<typeof loader>()} />;
}
