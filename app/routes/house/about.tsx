import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { AboutPage } from "#app/components/house/about-page.tsx";
import { cacheable, passHeaders } from "#app/web/responses.ts";
import { words } from "#app/words/words.ts";

export const headers = passHeaders;

export function loader({ context }: LoaderFunctionArgs) {
  const { name, runBy, contact, guests } = context.house.settings;
  return data({ name, runBy, contact, guests }, { headers: cacheable(["site"]) });
}

export const meta: MetaFunction<typeof loader> = ({ data: settings }) => [
  { title: words().site.title(words().house.about.title, settings?.name ?? "") },
];

export default function AboutRoute() {
  return <AboutPage settings={useLoaderData<typeof loader>()} />;
}
