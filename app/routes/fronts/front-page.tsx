import { type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Front } from "#app/components/fronts/front.tsx";
import { findRedirect } from "#app/domain/exchange/wordpress/redirects.ts";
import { loadFront } from "#app/web/front-loader.ts";
import { frontMeta } from "#app/web/front-meta.ts";
import { notFound, passHeaders } from "#app/web/responses.ts";

export const headers = passHeaders;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { pathname, search, searchParams } = new URL(request.url);
  if (searchParams.has("p")) {
    const to = await findRedirect(context.house.store.read, `${pathname}${search}`);
    if (to === null) throw notFound();
    throw redirect(to, 301);
  }
  return loadFront(context, request, "all");
}

export const meta: MetaFunction<typeof loader> = ({ data }) => frontMeta("all", data);

export default function FrontPage() {
  return <Front {...useLoaderData<typeof loader>()} />;
}
