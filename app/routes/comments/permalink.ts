import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { findComment } from "#app/domain/threads/read-branch.ts";
import { placeAddress } from "#app/web/addresses.ts";
import { cacheable, notFound } from "#app/web/responses.ts";

/** Leads to the page of the thread on which the comment stands. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const id = params["id"] ?? "";
  const found = await findComment(context.house.store.read, { id });
  if (!found) throw notFound();
  return redirect(placeAddress(found, id), {
    status: 302,
    headers: cacheable([`essay:${found.essayId}`]),
  });
}
