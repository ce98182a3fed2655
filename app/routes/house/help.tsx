import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { HelpPage } from "#app/components/house/help-page.tsx";
import { cacheable, passHeaders } from "#app/web/responses.ts";
import { words } from "#app/words/words.ts";

export const headers = passHeaders;

export function loader({ context }: LoaderFunctionArgs) {
  const { name, help } = context.house.settings;
  return data({ siteName: name, lines: help }, { headers: cacheable(["site"]) });
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: words().site.title(words().house.help.title, page?.siteName ?? "") },
];

export default function HelpRoute() {
  return <HelpPage lines={useLoaderData<typeof loader>().lines} />;
}
