import type { Reader } from "#db/connect.ts";
import { penNamePage } from "#db/queries/pen-names.ts";
import { nameKey } from "../identity/names.ts";

/** What the page of a pen name says of it beside what it wrote. */
export interface Person {
  description: string | null;
  /** It speaks no more. */
  retired: boolean;
}

/** A pen name by its exact spelling; null: nobody has it, or it is on its way out. */
export async function readPerson(db: Reader, { name }: { name: string }): Promise<Person | null> {
  const row = await penNamePage(db, { nameKey: nameKey(name) }).executeTakeFirst();
  if (row?.name !== name) return null;
  return { description: row.description, retired: row.retired === 1 };
}
