import { randomUUID } from "node:crypto";
import { defineCommand } from "citty";
import { rotateSecretFile } from "#app/config/rotate-secret.ts";
import type { House } from "#app/domain/house.ts";
import type { SecretRing } from "#app/domain/identity/secret-ring.ts";
import { words } from "#app/words/words.ts";
import { giveLeaseBack, takeLease } from "#db/queries/leases.ts";
import { secretsInUse } from "#db/queries/secrets-in-use.ts";
import { withHouse } from "./with-house.ts";

const LEASE = "rotate secrets";
const LEASE_MS = 60_000;

export const rotate = defineCommand({
  meta: { name: "rotate", description: words().commands.secrets.rotate.summary },
  run: () =>
    withHouse({ migrate: true }, async (house, { secretFile }) => {
      const say = words().commands.secrets.rotate;
      const ring = await alone(house, () => rotateSecretFile(secretFile));
      if (ring === null) {
        process.stderr.write(`${say.busy}\n`);
        return 1;
      }
      const lines = [say.done(ring.current.id), "", ...(await linesOf(house, ring)), "", say.after];
      process.stdout.write(`${lines.join("\n")}\n`);
      return 0;
    }),
});

/** Does a piece of work that nobody else does at the same time; null: somebody does. */
async function alone<T>({ store, clock }: House, work: () => Promise<T>): Promise<T | null> {
  const mine = { name: LEASE, holder: randomUUID() };
  const now = clock().getTime();
  const has = await store.write((trx) => takeLease(trx, { ...mine, now, until: now + LEASE_MS }));
  if (!has) return null;
  try {
    return await work();
  } finally {
    await store.write((trx) => giveLeaseBack(trx, mine));
  }
}

/** One line a secret, the newest first: how many rows name it. */
async function linesOf({ store }: House, ring: SecretRing): Promise<string[]> {
  const say = words().commands.secrets.rotate;
  const used = await secretsInUse(store.read);
  const known = [...ring.all].reverse().map(({ id }) => id);
  const lost = used.map(({ secretId }) => secretId).filter((id) => !known.includes(id));
  const rowsOf = (id: string) =>
    used.reduce((sum, { secretId, rows }) => sum + (secretId === id ? rows : 0), 0);
  return [
    ...known.map((id) => say.rows(id, rowsOf(id), id === ring.current.id)),
    ...[...new Set(lost)].map((id) => say.lost(id, rowsOf(id))),
  ];
}
