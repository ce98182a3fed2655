import type { AppLoadContext } from "@remix-run/node";
import { openSession } from "#app/domain/identity/sessions.ts";
import type { SignedInModerator } from "#app/domain/identity/types.ts";
import { readCookie } from "./cookies.ts";
import { seeOther } from "./responses.ts";

/** Who asks, as far as this browser was asked to remember it. Never on a page that is kept. */
export interface Viewer {
  key: string | null;
}

/** The key that this device keeps, if it keeps one. */
export async function viewerOf(request: Request, context: AppLoadContext): Promise<Viewer> {
  const token = readCookie(request, context.origins, "device");
  if (token === null) return { key: null };
  const session = await openSession(context.house, token);
  return { key: session?.kind === "key" ? session.key : null };
}

/** The moderator who is signed in, or null. */
async function moderatorOf(
  request: Request,
  context: AppLoadContext,
): Promise<SignedInModerator | null> {
  const token = readCookie(request, context.origins, "moderator");
  if (token === null) return null;
  const session = await openSession(context.house, token);
  return session?.kind === "moderator" ? session.moderator : null;
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
  const moderator = await moderatorOf(request, context);
  if (moderator === null) throw seeOther("/sign-in");
  return moderator;
}
