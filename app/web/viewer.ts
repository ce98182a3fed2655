import type { AppLoadContext } from "@remix-run/node";
import type { Account } from "#app/domain/accounts/types.ts";
import { openSession } from "#app/domain/identity/sessions.ts";
import type { SignedInModerator } from "#app/domain/identity/types.ts";
import { officeOf } from "#app/domain/moderation/office.ts";
import { type CookieName, readCookie } from "./cookies.ts";
import { seeOther } from "./responses.ts";

/** Who asks, as far as this browser was asked to remember it. Never on a page that is kept. */
export interface Viewer {
  /** The key that this device keeps; nobody's while somebody is signed in. */
  key: string | null;
  /** Who is signed in. */
  account: Account | null;
}

/** Who asks: somebody signed in, else whoever this device keeps a key of, else nobody known. */
export async function viewerOf(request: Request, context: AppLoadContext): Promise<Viewer> {
  const signedIn = await signedInAs(request, context);
  // Whose account is on its way out can keep it, and nothing else.
  if (signedIn?.account.vault.leaving) return { key: null, account: null };
  if (signedIn) return { key: null, account: signedIn.account };
  return { key: await deviceKeyOf(request, context), account: null };
}

async function sessionIn(request: Request, context: AppLoadContext, cookie: CookieName) {
  const token = readCookie(request, context.origins, cookie);
  return token === null ? null : await openSession(context.house, token);
}

/** The key that this device keeps, also while somebody is signed in. */
export async function deviceKeyOf(
  request: Request,
  context: AppLoadContext,
): Promise<string | null> {
  const session = await sessionIn(request, context, "device");
  return session?.kind === "key" ? session.key : null;
}

/** The account that is signed in, and the mark of its session; null: nobody is. */
export async function signedInAs(
  request: Request,
  context: AppLoadContext,
): Promise<{ account: Account; tokenMark: string } | null> {
  const session = await sessionIn(request, context, "session");
  return session?.kind === "account" ? session : null;
}

/** What is open while an account is on its way out. */
const WHILE_LEAVING = ["/settings/leave", "/settings/take-out", "/settings/take-out.zip"];

/**
 * The first line of every route under `/settings`.
 *
 * @throws a redirect to the sign-in page for everybody else, which leads back; for an account that is
 *   on its way out, to the page where it can be kept
 */
export async function requireAccount(
  request: Request,
  context: AppLoadContext,
): Promise<{ account: Account; tokenMark: string }> {
  const signedIn = await signedInAs(request, context);
  const { pathname } = new URL(request.url);
  if (signedIn === null) throw seeOther(`/sign-in?to=${encodeURIComponent(pathname)}`);
  const isLeaving = signedIn.account.vault.leaving !== null;
  if (isLeaving && !WHILE_LEAVING.includes(pathname)) throw seeOther("/settings/leave");
  return signedIn;
}

/**
 * The first line of every moderation route.
 *
 * @throws a redirect to the sign-in page for everybody else
 */
export async function requireModerator(
  request: Request,
  context: AppLoadContext,
): Promise<SignedInModerator> {
  const signedIn = await signedInAs(request, context);
  if (signedIn?.account.vault.leaving) throw seeOther("/settings/leave");
  const { house } = context;
  const moderator = signedIn && (await officeOf(house.store.read, house, signedIn.account));
  if (moderator === null) throw seeOther("/sign-in?to=%2Fmoderation");
  return moderator;
}
