import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { findRedirect } from "#app/domain/exchange/wordpress/redirects.ts";
import { notFound } from "#app/web/responses.ts";

/** Any other address: one of the old blog's leads to where its text is now; the rest is a 404. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { pathname, search } = new URL(request.url);
  const to = await findRedirect(context.house, `${pathname}${search}`);
  if (to === null) throw notFound();
  return redirect(to, 301);
}

/** Has no page of its own: the loader redirects, or the root shows that there is nothing. */
export default function Elsewhere() {
  return null;
}
