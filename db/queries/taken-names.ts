import { sql } from "kysely";
import type { Reader, Writer } from "../connect.ts";

interface Wanted {
  nameKey: string;
  /** Empty: the name has no letters, and looks like no other. */
  lookKey: string;
  lookMarks: readonly string[];
}

/**
 * Names that are somebody's everywhere: pen names (retired ones too), names of the old blog that were
 * taken up, and the marks of those that are gone, where they are or look like the one that is wanted;
 * and every moderator's, of whom there are few and who are compared by the caller.
 */
export function namesInTheWay(db: Reader, { nameKey, lookKey, lookMarks }: Wanted) {
  return db
    .selectFrom("pen_names")
    .select([sql<"pen_name" | "claimed" | "gone" | "moderator">`'pen_name'`.as("of"), "name"])
    .where((eb) => eb.or([eb("name_key", "=", nameKey), eb("look_key", "=", lookKey)]))
    .unionAll(
      db
        .selectFrom("claimed_names")
        .select([sql<"claimed">`'claimed'`.as("of"), "name"])
        .where((eb) =>
          eb.or([
            eb("name_key", "=", nameKey),
            eb.and([eb("look_key", "=", lookKey), eb("look_key", "<>", "")]),
          ]),
        ),
    )
    .unionAll(
      db
        .selectFrom("gone_names")
        .select([sql<"gone">`'gone'`.as("of"), sql<string>`''`.as("name")])
        .where("look_mark", "in", lookMarks),
    )
    .unionAll(db.selectFrom("moderators").select([sql<"moderator">`'moderator'`.as("of"), "name"]));
}

/** Keeps a name taken after its account has gone. */
export function insertGoneName(trx: Writer, row: { look_mark: string; secret_id: string }) {
  return trx
    .insertInto("gone_names")
    .values(row)
    .onConflict((conflict) => conflict.column("look_mark").doNothing());
}
