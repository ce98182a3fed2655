import type { AppLoadContext } from "@remix-run/node";
import { forget, keepOnDevice } from "#app/domain/identity/sessions.ts";
import { clearCookie, readCookie, setCookie } from "./cookies.ts";
import { deviceKeyOf } from "./viewer.ts";

/** A kept key stays for this long, in seconds; the store's own row ends then too. */
const KEPT_FOR = 400 * 24 * 60 * 60;

/**
 * Headers that let this device remember a key.
 *
 * @param forGood false: until the browser is closed
 */
export async function rememberKey(
  context: AppLoadContext,
  key: string,
  forGood: boolean,
): Promise<[string, string][]> {
  const token = await keepOnDevice(context.house, { key });
  const maxAge = forGood ? KEPT_FOR : undefined;
  return [["Set-Cookie", setCookie(context.origins, "device", token, maxAge)]];
}

/** Headers that make this device forget it. */
export function forgetKey(context: AppLoadContext): [string, string][] {
  return [["Set-Cookie", clearCookie(context.origins, "device")]];
}

/** The same where the key that this device keeps opens nothing any more; else none. */
export async function forgetDeadKey(
  request: Request,
  context: AppLoadContext,
): Promise<[string, string][]> {
  const token = readCookie(request, context.origins, "device");
  if (token === null || (await deviceKeyOf(request, context)) !== null) return [];
  await forget(context.house, token);
  return forgetKey(context);
}
