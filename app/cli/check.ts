import { defineCommand } from "citty";
import type { House } from "#app/domain/house.ts";
import { verifyLog } from "#app/domain/moderation/log.ts";
import { words } from "#app/words/words.ts";
import { pendingMigrations } from "#db/migrate.ts";
import { unfinishedFolderImport } from "#db/queries/exports.ts";
import { checkIntegrity } from "#db/queries/integrity.ts";
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
async function findingsOf({ store }: Pick<House, "store">): Promise<string[]> {
  const say = words().commands.check;
  if ((await pendingMigrations(store)).length > 0) return [say.notMigrated];
  const integrity = await checkIntegrity(store);
  const log = await verifyLog(store.read);
  const unfinished = await unfinishedFolderImport(store.read).executeTakeFirst();
  return [
    ...(unfinished ? [words().exchange.unfinished] : []),
    ...integrity.map(({ about, subject, detail }) => say.finding(about, subject, oneLine(detail))),
    ...log.map(({ seq, what }) => say.logFinding(seq, say.logWhat[what])),
  ];
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
