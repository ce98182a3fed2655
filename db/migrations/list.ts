import type { DialectName, Writer } from "../connect.ts";
import { ground } from "./0001_ground.ts";
import { essays } from "./0002_essays.ts";
import { accounts } from "./0003_accounts.ts";

/** One step forward, run once, in one transaction, on both dialects. There is no way back. */
export interface Migration {
  name: string;
  up(trx: Writer, dialect: DialectName): Promise<void>;
}

/** All steps in their order. Names never change and nothing is ever put in between. */
export const migrations: readonly Migration[] = [
  { name: "0001_ground", up: ground },
  { name: "0002_essays", up: essays },
  { name: "0003_accounts", up: accounts },
];
