import { type AppLoadContext, data } from "@remix-run/node";
import { listEssays } from "#app/domain/discovery/list-essays.ts";
import { makeCursor, readCursor } from "#app/domain/identity/cursor.ts";
import { choiceFrom, flagFrom, standingFrom } from "./query.ts";
import { cacheable } from "./responses.ts";

/** So many essays stand on a page of a front. */
const ON_A_PAGE = 30;

const PERSPECTIVE = { all: null, stories: "experience", debates: "debate" } as const;

/** Reads a page of a front as its address asks for it. */
export async function loadFront(
  context: AppLoadContext,
  request: Request,
  front: keyof typeof PERSPECTIVE,
) {
  const { store, secrets, settings } = context.house;
  const query = new URL(request.url).searchParams;
  const sort = choiceFrom(query, "sort", ["new", "active"]);
  const only = front !== "all" && flagFrom(query, "only");
  const standing = standingFrom(query);
  const tag = query.get("tag");
  const after = readCursor(secrets, `front ${sort}`, query.get("after") ?? "");
  const perspective = PERSPECTIVE[front];
  const page = await listEssays(store.read, {
    sort,
    only,
    limit: ON_A_PAGE,
    ...(perspective && { perspective }),
    ...(standing && { standing }),
    ...(tag !== null && { tag }),
    ...(after && { after }),
  });
  const shown = {
    front,
    siteName: settings.name,
    tagline: settings.tagline,
    sort,
    only,
    standing,
    tag,
    essays: page.essays,
    older: page.next && makeCursor(secrets, `front ${sort}`, page.next),
    first: after === null,
  };
  return data(shown, { headers: cacheable(["fronts"]) });
}
