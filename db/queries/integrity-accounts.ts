/** What has to hold around accounts and names, as far as it can be seen without anybody's key. */
import { sql } from "kysely";
import type { Store } from "../connect.ts";
import type { Finding } from "./finding.ts";

interface Question {
  about: Finding["about"];
  ask: ReturnType<typeof sql<{ subject: string; detail: string }>>;
}

/** As many as are made at once. */
const CODES = 10;

const QUESTIONS: readonly Question[] = [
  {
    about: "account",
    ask: sql`select account_mark as subject, 'has ' || count(*) || ' passphrases' as detail
      from passphrases group by account_mark having count(*) > 1`,
  },
  {
    about: "account",
    ask: sql`select account_mark as subject, 'has ' || count(*) || ' recovery codes' as detail
      from recovery_codes group by account_mark having count(*) > ${sql.lit(CODES)}`,
  },
  {
    about: "account",
    ask: sql`select account_mark as subject, 'is recovered ' || count(*) || ' times at once' as detail
      from recoveries group by account_mark having count(*) > 1`,
  },
  // Imported pieces have no owner here, and what was taken back may outlive its name by hours.
  ...(["essays", "comments"] as const).map(
    (table): Question => ({
      about: "pen_name",
      ask: sql`select id as subject, 'stands under a pen name that nobody has' as detail
        from ${sql.table(table)} as piece
        where by_kind = 'pen_name' and owner_mark is not null and state <> 'taken_back'
          and not exists (select 1 from pen_names where pen_names.name = piece.by_name)`,
    }),
  ),
  {
    about: "claim",
    ask: sql`select id as subject, 'was decided, and still has what it was to be decided with' as detail
      from name_claims
      where outcome is not null and (sealed_key is not null or pen_name_id is not null)`,
  },
  {
    about: "claim",
    ask: sql`select id as subject, 'waits to be decided, and its key is gone' as detail
      from name_claims where outcome is null and sealed_key is null`,
  },
];

/** Looks over accounts, the ways into them, pen names and claims to names. */
export async function aroundAccounts({ read }: Pick<Store, "read">): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const { about, ask } of QUESTIONS) {
    const { rows } = await ask.execute(read);
    findings.push(...rows.map(({ subject, detail }) => ({ about, subject, detail })));
  }
  return findings;
}
