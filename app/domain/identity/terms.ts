import { dayOf } from "../house.ts";

/** Is somebody a moderator at this moment: appointed, term not over, not dismissed? */
export function isInOffice(
  { until, dismissed_on }: { until: string; dismissed_on: string | null },
  now: Date,
): boolean {
  return dismissed_on === null && dayOf(now) <= until;
}
