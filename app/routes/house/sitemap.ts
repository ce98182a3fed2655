import type { LoaderFunctionArgs } from "@remix-run/node";
import { sitemap } from "#app/domain/discovery/sitemap.ts";
import { cacheable, notFound } from "#app/web/responses.ts";

const ESSAYS_IN_A_PART = 10_000;

/** What search engines may list. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { store, secrets } = context.house;
  const text = await sitemap(store.read, {
    origin: context.origins.current,
    secrets,
    part: new URL(request.url).searchParams.get("part"),
    size: ESSAYS_IN_A_PART,
  });
  if (text === null) throw notFound();
  return new Response(text, {
    headers: { ...cacheable(["fronts"]), "Content-Type": "application/xml; charset=utf-8" },
  });
}
