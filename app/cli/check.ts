import { defineCommand } from "citty";
import { namesSeenOtherwise } from "#app/domain/accounts/names-seen-otherwise.ts";
import type { House } from "#app/domain/house.ts";
import { secretById } from "#app/domain/identity/secret-ring.ts";
import { verifyLog } from "#app/domain/moderation/log.ts";
import { words } from "#app/words/words.ts";
import { pendingMigrations } from "#db/migrate.ts";
import { unfinishedFolderImport } from "#db/queries/exports.ts";
import { checkIntegrity } from "#db/queries/integrity.ts";
import { secretsInUse } from "#db/queries/secrets-in-use.ts";
import { withHouse } from "./with-house.ts";

export const check = defineCommand({
  meta: { name: "check", description: words().commands.check.summary },
  run: () =>
    withHouse({ migrate: false }, async (house) => {
      const findings = await findingsOf(house);
      const lines = findings.length === 0 ? [words().commands.check.fine] : findings;
      for (const line of lines) process.stdout.write(`${line}\n`);
      return findings.length === 0 ? 0 : 1;
    }),
});

/** Everything that does not add up, one line each; empty where all does. Reads only. */
async function findingsOf(house: House): Promise<string[]> {
  const { store } = house;
  const say = words().commands.check;
  if ((await pendingMigrations(store)).length > 0) return [say.notMigrated];
  const integrity = await checkIntegrity(store);
  const log = await verifyLog(store.read);
  const unfinished = await unfinishedFolderImport(store.read).executeTakeFirst();
  return [
    ...(unfinished ? [words().exchange.unfinished] : []),
    ...integrity.map(({ about, subject, detail }) => say.finding(about, subject, oneLine(detail))),
    ...(await secretFindings(house)),
    ...(await namesSeenOtherwise(store.read)).map(say.nameSeenOtherwise),
    ...log.map(({ seq, what }) => say.logFinding(seq, say.logWhat[what])),
  ];
}

/** Rows that were made with a secret that SECRET_FILE doesn't have. */
async function secretFindings({ store, secrets }: House): Promise<string[]> {
  const used = await secretsInUse(store.read);
  const lost = used.filter(({ secretId }) => secretById(secrets, secretId) === undefined);
  return lost.map(({ table, secretId, rows }) => {
    return words().commands.check.secretLost(table, secretId, rows);
  });
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
