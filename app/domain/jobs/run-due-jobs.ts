import { randomUUID } from "node:crypto";
import { deleteExpiredChallenges } from "#db/queries/challenges.ts";
import { deleteExpiredLinks } from "#db/queries/join-links.ts";
import { giveLeaseBack, takeLease } from "#db/queries/leases.ts";
import { deleteExpiredSessions } from "#db/queries/sessions.ts";
import { completeDueRecoveries } from "../accounts/recover.ts";
import { dropOldTries } from "../accounts/tries.ts";
import { eraseDue } from "../comments/erase.ts";
import { eraseDueEssays } from "../essays/erase.ts";
import { dayOf, type House } from "../house.ts";
import { publishDue } from "../later/publish.ts";
import { eraseLeft } from "../leaving/erase-left.ts";
import { forgetOrder } from "./forget-order.ts";
import { renderAgain } from "./render-again.ts";

const LEASE = "render again";
const LEASE_MS = 10 * 60 * 1_000;

export interface JobsDone {
  /** Comments and essays. */
  erased: number;
  rendered: number;
}

/**
 * The house's own work, to be called every few minutes by every process: erases what is due, drops
 * what has run out, renders again what is old, publishes what was to be public later. Erasing and
 * publishing are safe to do twice at once and never wait for a lease; rendering is done by one
 * process at a time.
 */
export async function runDueJobs(house: House): Promise<JobsDone> {
  const erased = (await eraseDue(house)) + (await eraseDueEssays(house));
  await eraseLeft(house);
  await completeDueRecoveries(house);
  const now = house.clock();
  await house.store.write(async (trx) => {
    await deleteExpiredSessions(trx, { today: dayOf(now) }).execute();
    await deleteExpiredLinks(trx, { now: now.getTime() }).execute();
    await dropOldTries(trx, house);
    await deleteExpiredChallenges(trx, { now: now.getTime() }).execute();
  });
  // Also where nothing was erased now: a reader may have stood in the way the last time.
  await house.store.forgetDeleted();
  await forgetOrder(house);
  const rendered = await renderWithLease(house, now.getTime());
  // Last: what can't be published, by a fault of ours, keeps nothing else from being done.
  await publishDue(house);
  return { erased, rendered };
}

async function renderWithLease(house: House, now: number): Promise<number> {
  const mine = { name: LEASE, holder: randomUUID() };
  const until = now + LEASE_MS;
  const has = await house.store.write((trx) => takeLease(trx, { ...mine, now, until }));
  if (!has) return 0;
  try {
    return await renderAgain(house);
  } finally {
    await house.store.write((trx) => giveLeaseBack(trx, mine));
  }
}
