import type { AppLoadContext } from "@remix-run/node";
import { keysOf } from "#app/domain/accounts/own-names.ts";
import { keyThatOwns } from "#app/domain/accounts/owning.ts";
import { readKey } from "#app/domain/identity/key.ts";
import type { WritesWith } from "#app/domain/moderation/pause.ts";
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

/** Everything that whoever asks writes with, the key of the form among it: a pause of one binds all. */
export async function allOfWriter(
  request: Request,
  context: AppLoadContext,
  key: string,
): Promise<WritesWith> {
  const { account } = await viewerOf(request, context);
  const read = readKey(key);
  const keys = read.ok ? [read.key] : [];
  if (account === null) return { keys, penNameIds: [] };
  const penNameIds = account.vault.names.map(({ id }) => id);
  return { keys: [...keysOf(account), ...keys], penNameIds };
}
