/**
 * A process of its own that migrates and is killed on the way, for tests/db/migrate.test.ts.
 * Arguments: the database's address, the step, and the number of the statement before which the
 * process kills itself (`last`: after the step's last statement, before it is committed).
 */
import type { KyselyPlugin } from "kysely";
import { connect } from "#db/connect.ts";
import { migrate } from "#db/migrate.ts";
import { type Migration, migrations } from "#db/migrations/list.ts";

const [address = "", name = "", at = ""] = process.argv.slice(2);

function die(): never {
  process.kill(process.pid, "SIGKILL");
  throw new Error("SIGKILL did not end the process.");
}

function dyingAt(count: number): KyselyPlugin {
  let statements = 0;
  return {
    transformQuery: ({ node }) => {
      statements += 1;
      return statements === count ? die() : node;
    },
    transformResult: async ({ result }) => result,
  };
}

const steps: Migration[] = migrations.map((step) =>
  step.name === name
    ? {
        name,
        up: async (trx, dialect) => {
          await step.up(at === "last" ? trx : trx.withPlugin(dyingAt(Number(at))), dialect);
          if (at === "last") die();
        },
      }
    : step,
);

const store = await connect(address);
await migrate(store, steps);
await store.close();
