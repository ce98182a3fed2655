import type { Columns } from "../columns.ts";

/** New columns of tables that were there; sealed tables are laid anew so as to keep no order. */
export function addedColumns({ text, big, day }: Columns, unordered: string): string[] {
  return [
    ...anew("key_lists", unordered, {
      columns: [
        `locator ${text} not null primary key`,
        `sealed ${text} not null`,
        `secret_id ${text} not null`,
      ],
      kept: "locator, sealed, secret_id",
      added: `erase_at ${big}`,
    }),
    "create index key_lists_secret on key_lists (secret_id)",
    "create index key_lists_erasing on key_lists (erase_at) where erase_at is not null",

    ...anew("drafts", unordered, {
      columns: [
        `id ${text} not null primary key`,
        `sealed ${text} not null`,
        `secret_id ${text} not null`,
        `saved_on ${text} not null ${day("saved_on")}`,
      ],
      kept: "id, sealed, secret_id, saved_on",
      added: `erase_at ${big}`,
    }),
    "create index drafts_secret on drafts (secret_id)",
    "create index drafts_erasing on drafts (erase_at) where erase_at is not null",

    ...anew("sessions", unordered, {
      columns: [
        `token_mark ${text} not null primary key`,
        `sealed ${text} not null`,
        `secret_id ${text} not null`,
        `last_used_on ${text} not null ${day("last_used_on")}`,
        `expires_on ${text} not null ${day("expires_on")}`,
      ],
      kept: "token_mark, sealed, secret_id, last_used_on, expires_on",
      added: `account_mark ${text} references accounts (account_mark) on delete cascade`,
    }),
    "create index sessions_expiry on sessions (expires_on)",
    "create index sessions_account on sessions (account_mark) where account_mark is not null",

    `alter table thread_names add column paused_until ${text} ${day("paused_until")}`,
    "create index thread_names_paused on thread_names (paused_until) where paused_until is not null",
  ];
}

function anew(
  table: string,
  unordered: string,
  { columns, kept, added }: { columns: readonly string[]; kept: string; added: string },
): string[] {
  return [
    `alter table ${table} rename to ${table}_before`,
    `create table ${table} (${[...columns, added].join(", ")}) ${unordered}`,
    `insert into ${table} (${kept}) select ${kept} from ${table}_before`,
    `drop table ${table}_before`,
  ];
}
