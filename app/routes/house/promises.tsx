import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { PromisesPage } from "#app/components/house/promises-page.tsx";
import { cacheable, passHeaders } from "#app/web/responses.ts";
import { words } from "#app/words/words.ts";
import { keptPromises } from "./kept-promises.ts";

export const headers = passHeaders;

export function loader({ context }: LoaderFunctionArgs) {
  const { name } = context.house.settings;
  return data({ siteName: name, kept: keptPromises }, { headers: cacheable(["site"]) });
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: words().site.title(words().house.promises.title, page?.siteName ?? "") },
];

export default function PromisesRoute() {
  return <PromisesPage kept={useLoaderData<typeof loader>().kept} />;
}
