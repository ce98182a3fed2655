import type { AppLoadContext } from "@remix-run/node";
import { waitingRecovery } from "#app/domain/accounts/recover.ts";
import { signedFields } from "./own-comment.ts";
import { signedInAs } from "./viewer.ts";

/**
 * What stands above every page of somebody signed in while a recovery of their account waits. Asks
 * the store nothing for whoever is not signed in; never made for an answer that is kept, since that
 * is made without anybody's cookies.
 */
export async function recoveryNotice(request: Request, context: AppLoadContext) {
  const signedIn = await signedInAs(request, context);
  const waiting = signedIn && (await waitingRecovery(context.house, signedIn.account));
  return waiting && { ...waiting, hidden: signedFields(context) };
}
