import { useActionData, useLoaderData } from "@remix-run/react";
import type { claimRoute } from "./claim-route.ts";

type ClaimRoute = ReturnType<typeof claimRoute>;

/** What a page made by claimRoute shows. */
export function useClaim() {
  const page = useLoaderData<ClaimRoute["loader"]>();
  const answer = useActionData<ClaimRoute["action"]>();
  return { ...page, done: answer?.done ?? false, faults: answer?.faults ?? [] };
}
