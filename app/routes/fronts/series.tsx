import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { SeriesPage } from "#app/components/fronts/series-page.tsx";
import { readSeries } from "#app/domain/discovery/series.ts";
import { makeCursor, readCursor } from "#app/domain/identity/cursor.ts";
import { ON_A_PAGE } from "#app/web/front-loader.ts";
import { cacheable, listedIfAll, notFound, passHeaders } from "#app/web/responses.ts";
import { words } from "#app/words/words.ts";

export const headers = passHeaders;

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { store, secrets, settings } = context.house;
  const slug = params["slug"] ?? "";
  const list = `series ${slug}`;
  const given = new URL(request.url).searchParams.get("after") ?? "";
  const after = readCursor(secrets, list, given);
  const series = await readSeries(store.read, { slug, after: after?.at ?? 0, limit: ON_A_PAGE });
  if (series === null) throw notFound(cacheable(["fronts"]));
  const shown = {
    series,
    further: series.next === null ? null : makeCursor(secrets, list, { at: series.next, id: "" }),
    first: after === null,
    siteName: settings.name,
  };
  return data(shown, { headers: { ...cacheable(["fronts"]), ...listedIfAll(series.parts) } });
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => {
  if (!page) return [];
  const title = words().fronts.seriesTitle(page.series.title);
  return [{ title: words().site.title(title, page.siteName) }];
};

export default function Series() {
  return <SeriesPage {...useLoaderData<typeof loader>()} />;
}
