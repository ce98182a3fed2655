import type { AppLoadContext } from "@remix-run/node";
import { type ListedName, listedNames } from "#app/domain/accounts/whose-lists.ts";
import { words } from "#app/words/words.ts";
import { seeOther } from "./responses.ts";
import { signedInAs, viewerOf } from "./viewer.ts";

/** A name in the row of names above a list. */
interface NameLink {
  href: string;
  name: string;
  here: boolean;
}

/** Whose list is shown: a guest's key, or one of a member's names. */
export interface WhoseList {
  /** Empty: no key is at hand, and nobody is signed in. */
  keys: readonly string[];
  /** The row of names; null: nobody is signed in. */
  names: NameLink[] | null;
}

/** What a name is called in one's own lists. */
function listedAs({ name }: ListedName): string {
  return name ?? words().speaking.allThreadNames;
}

/**
 * The list that an address asks for by `?name=`; where it names none, that of the name that usually
 * speaks.
 *
 * @throws for an account that is on its way out, a redirect to the page where it can be kept
 */
export async function whoseList(request: Request, context: AppLoadContext): Promise<WhoseList> {
  const { key, account } = await viewerOf(request, context);
  // Whoever comes back to keep an account that is on its way out is not to look for the way.
  const signedIn = key === null && account === null ? await signedInAs(request, context) : null;
  if (signedIn) throw seeOther("/settings/leave");
  if (account === null) return { keys: key === null ? [] : [key], names: null };
  const url = new URL(request.url);
  const all = await listedNames(context.house.store.read, context.house, account);
  const wanted = url.searchParams.get("name") ?? account.vault.usual;
  const here = all.find(({ as }) => as === wanted) ?? all[0];
  const names = all.map((one) => ({
    href: `${url.pathname.replace(/\.data$/, "")}?name=${encodeURIComponent(one.as)}`,
    name: listedAs(one),
    here: one === here,
  }));
  return { keys: here?.keys ?? [], names };
}
