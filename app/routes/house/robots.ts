import type { LoaderFunctionArgs } from "@remix-run/node";
import { robotsText } from "#app/domain/discovery/robots.ts";
import { cacheable } from "#app/web/responses.ts";

/** Which robots may read what. */
export function loader({ context }: LoaderFunctionArgs) {
  return new Response(robotsText({ origin: context.origins.current }), {
    headers: { ...cacheable(["site"]), "Content-Type": "text/plain; charset=utf-8" },
  });
}
