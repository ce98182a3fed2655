import { makeAccount } from "#app/domain/accounts/make-account.ts";
import type { Account } from "#app/domain/accounts/types.ts";
import type { House } from "#app/domain/house.ts";
import type { TestServer } from "./server.ts";
import { type Page, Visitor } from "./visitor.ts";

/** Strong enough for `/join`. */
export const PASSPHRASE = "kettle osprey ninety meadow lathe";

/** An account with one pen name, laid straight into the store: nobody can sign in to it by words. */
export function memberOf(house: House, { name }: { name: string }): Promise<Account> {
  return house.store.write((trx) => makeAccount(trx, house, { name }));
}

export interface Joined {
  visitor: Visitor;
  name: string;
  passphrase: string;
  /** Where joining led to. */
  page: Page;
}

/** Somebody who joined by the form, and has written their recovery codes down. */
export async function joinedMember(
  server: Pick<TestServer, "origin">,
  { name, passphrase = PASSPHRASE }: { name: string; passphrase?: string },
): Promise<Joined> {
  const visitor = new Visitor(server.origin);
  const form = await visitor.get("/join");
  const page = await visitor.submit(form, { intent: "join", fields: { name, passphrase } });
  if (!page.address.startsWith("/settings")) throw new Error(`not joined: ${page.text}`);
  await writeCodesDown(visitor, page);
  return { visitor, name, passphrase, page };
}

/** Presses "I have written them down", where the page has that button. */
export async function writeCodesDown(visitor: Visitor, page: Page): Promise<void> {
  const intent = "written_down";
  if (page.document.querySelector(`button[name="intent"][value="${intent}"]`) === null) return;
  await visitor.submit(page, { intent });
}

/** Signs in by the form, with a browser that may know the name already. */
export async function signIn(
  visitor: Visitor,
  { name, passphrase = PASSPHRASE }: { name: string; passphrase?: string },
): Promise<Page> {
  const form = await visitor.get("/sign-in");
  return visitor.submit(form, { intent: "sign-in", fields: { name, passphrase } });
}
