import type { LoaderFunctionArgs } from "@remix-run/node";
import { seeOther } from "#app/web/responses.ts";

/** Leads to a neutral site. The way there is not kept, and that site is not told where one was. */
export function loader({ context }: LoaderFunctionArgs): Response {
  return seeOther(context.house.settings.exitTo, [
    ["Cache-Control", "no-store"],
    ["Referrer-Policy", "no-referrer"],
  ]);
}
