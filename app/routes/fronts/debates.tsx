import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Front } from "#app/components/fronts/front.tsx";
import { loadFront } from "#app/web/front-loader.ts";
import { frontMeta } from "#app/web/front-meta.ts";
import { passHeaders } from "#app/web/responses.ts";

export const headers = passHeaders;

export function loader({ request, context }: LoaderFunctionArgs) {
  return loadFront(context, request, "debates");
}

export const meta: MetaFunction<typeof loader> = ({ data }) => frontMeta(data);

export default function Debates() {
  return <Front {...useLoaderData<typeof loader>()} />;
}
