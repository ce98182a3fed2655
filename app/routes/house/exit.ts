import type { LoaderFunctionArgs } from "@remix-run/node";
import { seeOther } from "#app/web/responses.ts";

/**
 * Leads to a neutral site. The way there is not kept, and that site is not told where one was: see
 * the Referrer-Policy of every answer (app/web/headers.ts).
 */
export function loader({ context }: LoaderFunctionArgs): Response {
  return seeOther(context.house.settings.exitTo, [["Cache-Control", "no-store"]]);
}
