import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { findOldComment } from "#app/domain/threads/read-branch.ts";
import { permalink } from "#app/web/addresses.ts";
import { notFound } from "#app/web/responses.ts";

/** Leads from the number that a comment had on the old blog to the comment. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const { slug = "", number = "" } = params;
  if (!/^\d{1,15}$/.test(number)) throw notFound();
  const id = await findOldComment(context.house.store.read, { slug, number: Number(number) });
  if (id === null) throw notFound();
  return redirect(permalink(id), 302);
}
