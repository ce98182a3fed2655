import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ExitAboutPage } from "#app/components/house/exit-about-page.tsx";
import { cacheable, passHeaders } from "#app/web/responses.ts";
import { words } from "#app/words/words.ts";

export const headers = passHeaders;

export function loader({ context }: LoaderFunctionArgs) {
  const { name, exitTo } = context.house.settings;
  return data({ siteName: name, exitTo }, { headers: cacheable(["site"]) });
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: words().site.title(words().house.exitAbout.title, page?.siteName ?? "") },
];

export default function ExitAboutRoute() {
  return <ExitAboutPage exitTo={useLoaderData<typeof loader>().exitTo} />;
}
