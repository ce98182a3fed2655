import { type AppLoadContext, data, redirect } from "@remix-run/node";
import { listEssays } from "#app/domain/discovery/list-essays.ts";
import { findTag, type TagLine } from "#app/domain/discovery/tags.ts";
import { makeCursor, readCursor } from "#app/domain/identity/cursor.ts";
import { type FrontWay, frontAddress } from "./front-address.ts";
import { choiceFrom, flagFrom, standingFrom } from "./query.ts";
import { cacheable, listedIfAll, notFound } from "./responses.ts";

/** So many essays stand on a page of a list. */
export const ON_A_PAGE = 30;

const PERSPECTIVE = { all: null, stories: "experience", debates: "debate" } as const;

/**
 * Reads a page of a front as its address asks for it: at most two queries.
 * @throws a redirect where a tag has a better spelling
 */
export async function loadFront(
  context: AppLoadContext,
  request: Request,
  front: FrontWay["front"],
) {
  const query = new URL(request.url).searchParams;
  const asked = query.get("tag") || null;
  const found = asked === null ? null : await usedTag(context, asked);
  const way = wayFrom(query, front, found?.slug ?? asked);
  if (found !== null && (found.slug !== asked || front === "all")) throw betterAddress(way, query);
  return frontPage(context, way, found, query);
}

/**
 * The same for everything by one tag, at the tag's own address.
 * @throws 404 where no visible essay carries it
 */
export async function loadTag(context: AppLoadContext, request: Request, asked: string) {
  const query = new URL(request.url).searchParams;
  const found = await usedTag(context, asked);
  if (found === null) throw notFound(cacheable(["fronts"]));
  const way = wayFrom(query, "all", found.slug);
  if (found.slug !== asked) throw betterAddress(way, query);
  return frontPage(context, way, found, query);
}

/** A tag that nothing visible carries is as good as none, and its name is not shown. */
async function usedTag(context: AppLoadContext, asked: string): Promise<TagLine | null> {
  const found = await findTag(context.house.store.read, asked);
  return found !== null && found.essays > 0 ? found : null;
}

function betterAddress(way: FrontWay, query: URLSearchParams): Response {
  return redirect(frontAddress(way, query.get("after") ?? undefined), 301);
}

function wayFrom(query: URLSearchParams, front: FrontWay["front"], tag: string | null): FrontWay {
  return {
    front,
    sort: choiceFrom(query, "sort", ["new", "active"]),
    only: front !== "all" && flagFrom(query, "only"),
    standing: standingFrom(query),
    tag,
  };
}

async function frontPage(
  context: AppLoadContext,
  way: FrontWay,
  tag: TagLine | null,
  query: URLSearchParams,
) {
  const { store, secrets, settings } = context.house;
  const list = `front ${way.sort}`;
  const after = readCursor(secrets, list, query.get("after") ?? "");
  const perspective = PERSPECTIVE[way.front];
  const nothing = way.tag !== null && tag === null;
  const page = nothing
    ? { essays: [], next: null }
    : await listEssays(store.read, {
        sort: way.sort,
        only: way.only,
        limit: ON_A_PAGE,
        ...(perspective && { perspective }),
        ...(way.standing && { standing: way.standing }),
        ...(tag && { tag: tag.slug }),
        ...(after && { after }),
      });
  const shown = {
    way,
    tag: tag && { name: tag.name, essays: tag.essays },
    essays: page.essays,
    older: page.next && makeCursor(secrets, list, page.next),
    first: after === null,
    siteName: settings.name,
  };
  return data(shown, { headers: { ...cacheable(["fronts"]), ...listedIfAll(page.essays) } });
}
