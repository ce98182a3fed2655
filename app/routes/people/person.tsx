import { notFound } from "#app/web/responses.ts";

/** Only pen names have a page; imported names and names typed for one thread have none. */
export function loader() {
  throw notFound();
}

export default function Person() {
  return null;
}
