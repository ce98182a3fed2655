import type { Columns } from "../columns.ts";

/**
 * An account and the ways into it. On SQLite none of these tables keeps the order in which its rows
 * were made (`unordered`): the place of a row would tie it to the pen name made in the same moment.
 */
export function accountTables({ text, int, big, bit, day }: Columns, unordered: string): string[] {
  const account = `${text} not null references accounts (account_mark) on delete cascade`;
  return [
    `create table accounts (
    account_mark ${text} not null primary key,
    sealed ${text} not null,
    secret_id ${text} not null,
    erase_at ${big}
    ) ${unordered}`,
    "create index accounts_erasing on accounts (erase_at) where erase_at is not null",

    `create table passphrases (
    locator ${text} not null primary key,
    account_mark ${account},
    salt ${text} not null,
    sealed ${text} not null,
    secret_id ${text} not null
    ) ${unordered}`,
    "create index passphrases_account on passphrases (account_mark)",

    `create table recovery_codes (
    code_mark ${text} not null primary key,
    account_mark ${account},
    sealed ${text} not null,
    secret_id ${text} not null
    ) ${unordered}`,
    "create index recovery_codes_account on recovery_codes (account_mark)",

    `create table recoveries (
    recovery_mark ${text} not null primary key,
    account_mark ${account},
    locator ${text} not null,
    salt ${text} not null,
    sealed ${text} not null,
    secret_id ${text} not null,
    asked_on ${text} not null ${day("asked_on")},
    due_at ${big} not null
    ) ${unordered}`,
    "create index recoveries_account on recoveries (account_mark)",
    "create index recoveries_due on recoveries (due_at)",

    `create table passkeys (
    credential_mark ${text} not null primary key,
    account_mark ${account},
    public_key ${text} not null,
    counter ${big} not null,
    sealed ${text} not null,
    sealed_label ${text} not null,
    secret_id ${text} not null,
    last_used_on ${text} ${day("last_used_on")}
    ) ${unordered}`,
    "create index passkeys_account on passkeys (account_mark)",

    // Tries of one name, known or not: what is left of them, and since when.
    `create table sign_in_tries (
    name_mark ${text} not null primary key,
    failures ${int} not null check (failures >= 0),
    next_at ${big} not null
    ) ${unordered}`,
    "create index sign_in_tries_next on sign_in_tries (next_at)",

    `create table join_links (
    token_mark ${text} not null primary key,
    secret_id ${text} not null,
    moderator_id ${text} not null references moderators (id) on delete cascade,
    expires_at ${big} not null,
    used ${int} not null default 0 ${bit("used")}
    ) ${unordered}`,
    "create index join_links_moderator on join_links (moderator_id)",
    "create index join_links_expiry on join_links (expires_at)",
    // Founding moderators sign in like everybody.
    "drop table sign_in_links",
  ];
}
