import type { LoaderFunctionArgs } from "@remix-run/node";
import { wholeLog } from "#app/domain/moderation/log.ts";
import { privately } from "#app/web/responses.ts";

/** The whole public log, oldest first, with the hashes that chain it. */
export async function loader({ context }: LoaderFunctionArgs) {
  const rows = await wholeLog(context.house);
  const log = rows.map(({ seq, entry, previousHash, hash }) => ({
    seq,
    entry,
    previous_hash: previousHash,
    hash,
  }));
  return new Response(JSON.stringify({ log }), {
    headers: { ...privately(), "Content-Type": "application/json; charset=utf-8" },
  });
}
