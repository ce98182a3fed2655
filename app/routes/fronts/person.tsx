import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { PersonPage } from "#app/components/fronts/person-page.tsx";
import { listPersonsEssays } from "#app/domain/discovery/list-essays.ts";
import { readPerson } from "#app/domain/discovery/person.ts";
import { makeCursor, readCursor } from "#app/domain/identity/cursor.ts";
import { ON_A_PAGE } from "#app/web/front-loader.ts";
import { cacheable, listedIf, listedIfAll, notFound, passHeaders } from "#app/web/responses.ts";
import { words } from "#app/words/words.ts";

export const headers = passHeaders;

/** Only pen names have a page; imported names and names typed for one thread have none. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { store, secrets, settings } = context.house;
  const name = params["name"] ?? "";
  const list = `person ${name}`;
  const after = readCursor(secrets, list, new URL(request.url).searchParams.get("after") ?? "");
  const page = await listPersonsEssays(store.read, {
    name,
    limit: ON_A_PAGE,
    ...(after && { after }),
  });
  const person = await readPerson(store.read, { name });
  if (page.essays.length === 0 && after === null && person === null) {
    throw notFound(cacheable(["fronts"]));
  }
  const shown = {
    name,
    description: person?.description ?? null,
    retired: person?.retired ?? false,
    essays: page.essays,
    older: page.next && makeCursor(secrets, list, page.next),
    first: after === null,
    siteName: settings.name,
  };
  // A page without pieces is nothing to be found by.
  const listed = page.essays.length === 0 ? listedIf(false) : listedIfAll(page.essays);
  return data(shown, { headers: { ...cacheable(["fronts"]), ...listed } });
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) =>
  page ? [{ title: words().site.title(page.name, page.siteName) }] : [];

export default function Person() {
  return <PersonPage {...useLoaderData<typeof loader>()} />;
}
