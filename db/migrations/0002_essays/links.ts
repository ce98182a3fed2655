import type { Columns } from "../columns.ts";

/** Links that an import has found, and old addresses of what left the store. */
export function linkTables({ text, day, oneOf, end }: Columns): string[] {
  const essay = `${text} not null references essays (id) on delete cascade`;
  return [
    `create table proposed_links (
    from_essay_id ${essay},
    to_essay_id ${essay},
    found_in ${text} not null ${oneOf("found_in", ["pingback", "text"])},
    proposed_on ${text} not null ${day("proposed_on")},
    outcome ${text} ${oneOf("outcome", ["accepted", "declined"])},
    primary key (from_essay_id, to_essay_id),
    check (from_essay_id <> to_essay_id)
    ) ${end}`,
    "create index proposed_links_to on proposed_links (to_essay_id)",

    // A slug tells the words of its title, so only a keyed hash of it stays.
    `create table gone_addresses (
    address_mark ${text} not null primary key,
    secret_id ${text} not null,
    essay_id ${essay}
    ) ${end}`,
    "create index gone_addresses_essay on gone_addresses (essay_id)",
  ];
}
