import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Front } from "#app/components/fronts/front.tsx";
import { loadTag } from "#app/web/front-loader.ts";
import { frontMeta } from "#app/web/front-meta.ts";
import { passHeaders } from "#app/web/responses.ts";

export const headers = passHeaders;

export function loader({ request, context, params }: LoaderFunctionArgs) {
  return loadTag(context, request, params["tag"] ?? "");
}

export const meta: MetaFunction<typeof loader> = ({ data }) => frontMeta(data);

export default function Tag() {
  return <Front {...useLoaderData<typeof loader>()} />;
}
