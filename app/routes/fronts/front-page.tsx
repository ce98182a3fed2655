import { data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Front } from "#app/components/fronts/front.tsx";
import { FrontPage } from "#app/components/fronts/front-page.tsx";
import { readFrontPage } from "#app/domain/discovery/front-page.ts";
import { findRedirect } from "#app/domain/exchange/wordpress/redirects.ts";
import { loadFront } from "#app/web/front-loader.ts";
import { feedLink, frontMeta } from "#app/web/front-meta.ts";
import { cacheable, listedIf, notFound, passHeaders } from "#app/web/responses.ts";

export const headers = passHeaders;

/** With these the address asks for everything as a list. */
const LIST = ["sort", "standing", "tag", "after"];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { pathname, search, searchParams } = new URL(request.url);
  const { store, settings } = context.house;
  if (searchParams.has("p")) {
    const to = await findRedirect(context.house, `${pathname}${search}`);
    if (to === null) throw notFound();
    throw redirect(to, 301);
  }
  if (LIST.some((name) => searchParams.has(name))) return loadFront(context, request, "all");
  const page = await readFrontPage(store.read);
  const { name: siteName, tagline } = settings;
  // The front page itself may be found; single entries ask not to be quoted (EssayList).
  const invented = Object.values(page)
    .flat()
    .some(({ demo }) => demo);
  const shown = { way: null, siteName, tagline, ...page };
  return data(shown, { headers: { ...cacheable(["fronts"]), ...listedIf(!invented) } });
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => {
  if (!page) return [];
  if (page.way !== null) return frontMeta(page);
  const { siteName, tagline } = page;
  return [
    { title: siteName },
    { name: "description", content: tagline },
    feedLink("all", siteName),
  ];
};

export default function FrontPageRoute() {
  const page = useLoaderData<typeof loader>();
  return page.way === null ? <FrontPage {...page} /> : <Front {...page} />;
}
