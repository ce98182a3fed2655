import type { AppLoadContext } from "@remix-run/node";
import type { PartLine } from "#app/components/settings/part-choices.tsx";
import type { Account } from "#app/domain/accounts/types.ts";
import { countsByPart } from "#app/domain/leaving/own-counts.ts";

/** An account's names with what stands under them, and without their keys. */
export async function partLines(context: AppLoadContext, account: Account): Promise<PartLine[]> {
  const counted = await countsByPart(context.house, account);
  return counted.map(({ value, name, retired, essays, comments, undoable }) => {
    return { value, name, retired, essays, comments, undoable };
  });
}
