import type { AppLoadContext } from "@remix-run/node";
import { keysOf } from "#app/domain/accounts/own-names.ts";
import { keyThatOwns } from "#app/domain/accounts/owning.ts";
import { viewerOf } from "./viewer.ts";

/**
 * The key that this browser has for a piece: of whoever is signed in the one that owns it, else the
 * one that the device keeps, whether it owns the piece or not.
 */
export async function keyFor(
  request: Request,
  context: AppLoadContext,
  piece: { commentId: string } | { slug: string },
): Promise<string | null> {
  const { key, account } = await viewerOf(request, context);
  if (account === null) return key;
  const { house } = context;
  return await keyThatOwns(house.store.read, house, { keys: keysOf(account), piece });
}
