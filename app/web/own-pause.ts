import type { AppLoadContext } from "@remix-run/node";
import { keysOf } from "#app/domain/accounts/own-names.ts";
import type { Account } from "#app/domain/accounts/types.ts";
import { ownPause } from "#app/domain/moderation/pause.ts";

/** What an account is told of its pause; null: there is none. */
export function pauseOf({ house }: AppLoadContext, account: Account) {
  const penNameIds = account.vault.names.map(({ id }) => id);
  return ownPause(house.store.read, house, { keys: keysOf(account), penNameIds });
}
