import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { DataPage } from "#app/components/house/data-page.tsx";
import { cacheable, passHeaders } from "#app/web/responses.ts";
import { words } from "#app/words/words.ts";

export const headers = passHeaders;

export function loader({ context }: LoaderFunctionArgs) {
  return data({ siteName: context.house.settings.name }, { headers: cacheable(["site"]) });
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: words().site.title(words().dataHeld.title, page?.siteName ?? "") },
];

export default function DataRoute() {
  return <DataPage />;
}
