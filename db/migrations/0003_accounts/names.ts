import type { Columns } from "../columns.ts";

/** Names that are somebody's everywhere. No row says of which account, or since when. */
export function nameTables(
  { text, int, big, bit, day, oneOf }: Columns,
  unordered: string,
): string[] {
  return [
    `create table pen_names (
    id ${text} not null primary key,
    name ${text} not null check (name <> ''),
    name_key ${text} not null,
    look_key ${text} not null,
    description ${text},
    retired ${int} not null default 0 ${bit("retired")},
    owner_mark ${text} not null,
    secret_id ${text} not null,
    paused_until ${text} ${day("paused_until")},
    erase_at ${big},
    constraint pen_names_name unique (name_key),
    constraint pen_names_look unique (look_key)
    ) ${unordered}`,
    "create index pen_names_paused on pen_names (paused_until) where paused_until is not null",
    "create index pen_names_erasing on pen_names (erase_at) where erase_at is not null",

    // A name whose account is gone stays taken, by a keyed hash of how it looks.
    `create table gone_names (
    look_mark ${text} not null primary key,
    secret_id ${text} not null
    ) ${unordered}`,

    `create table claimed_names (
    name_key ${text} not null primary key,
    name ${text} not null,
    look_key ${text} not null,
    owner_mark ${text} not null,
    secret_id ${text} not null,
    erase_at ${big}
    ) ${unordered}`,
    "create index claimed_names_look on claimed_names (look_key)",
    "create index claimed_names_erasing on claimed_names (erase_at) where erase_at is not null",

    // What somebody who has left wrote in one thread, until it gets a name that nobody has.
    `create table renamings (
    essay_id ${text} not null references essays (id) on delete cascade,
    owner_mark ${text} not null,
    due_at ${big} not null,
    primary key (essay_id, owner_mark)
    ) ${unordered}`,
    "create index renamings_due on renamings (due_at)",

    // Somebody says: what this name of the old blog wrote is mine. The operator confirms.
    `create table name_claims (
    id ${text} not null primary key,
    imported_name ${text} not null,
    shown_as ${text} not null ${oneOf("shown_as", ["imported", "pen_name"])},
    pen_name_id ${text} references pen_names (id) on delete cascade,
    sealed_key ${text},
    secret_id ${text} not null,
    asked_on ${text} not null ${day("asked_on")},
    outcome ${text} ${oneOf("outcome", ["accepted", "declined"])},
    check ((shown_as = 'pen_name') = (pen_name_id is not null))
    ) ${unordered}`,
    "create index name_claims_pen_name on name_claims (pen_name_id)",

    // What is to become public at a moment nobody knows.
    `create table scheduled_pieces (
    id ${text} not null primary key,
    sealed ${text} not null,
    secret_id ${text} not null,
    due_at ${big} not null
    ) ${unordered}`,
    "create index scheduled_pieces_due on scheduled_pieces (due_at)",
  ];
}
