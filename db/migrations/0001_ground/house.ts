import type { Columns } from "../columns.ts";

/** What is sealed for its owner, the founding moderators, and the house's own work. */
export function houseTables({ text, int, big, bit, day, oneOf, end }: Columns): string[] {
  return [
    `create table drafts (
    id ${text} not null primary key,
    sealed ${text} not null,
    secret_id ${text} not null,
    saved_on ${text} not null ${day("saved_on")}
    ) ${end}`,
    "create index drafts_secret on drafts (secret_id)",

    `create table key_lists (
    locator ${text} not null primary key,
    sealed ${text} not null,
    secret_id ${text} not null
    ) ${end}`,
    "create index key_lists_secret on key_lists (secret_id)",

    `create table sessions (
    token_mark ${text} not null primary key,
    sealed ${text} not null,
    secret_id ${text} not null,
    last_used_on ${text} not null ${day("last_used_on")},
    expires_on ${text} not null ${day("expires_on")}
    ) ${end}`,
    "create index sessions_expiry on sessions (expires_on)",

    `create table moderators (
    id ${text} not null primary key,
    name ${text} not null,
    name_key ${text} not null,
    kind ${text} not null ${oneOf("kind", ["founding"])},
    appointed_on ${text} not null ${day("appointed_on")},
    until ${text} not null ${day("until")},
    dismissed_on ${text} ${day("dismissed_on")}
    ) ${end}`,
    "create unique index moderators_name on moderators (name_key) where dismissed_on is null",

    `create table sign_in_links (
    token_mark ${text} not null primary key,
    secret_id ${text} not null,
    moderator_id ${text} not null references moderators (id) on delete cascade,
    expires_at ${big} not null,
    used ${int} not null default 0 ${bit("used")}
    ) ${end}`,
    "create index sign_in_links_moderator on sign_in_links (moderator_id)",
    "create index sign_in_links_expiry on sign_in_links (expires_at)",

    `create table reviews (
    id ${text} not null primary key,
    comment_id ${text} not null references comments (id) on delete cascade,
    kind ${text} not null ${oneOf("kind", ["first_post", "links", "lost_key", "my_words"])},
    ordered_at ${big} not null,
    asked_on ${text} not null ${day("asked_on")},
    outcome ${text} ${oneOf("outcome", ["let_through", "removed", "taken_back"])}
    ) ${end}`,
    "create index reviews_open on reviews (ordered_at, id) where outcome is null",
    // Asking twice for the same is one question.
    "create unique index reviews_once on reviews (comment_id, kind) where outcome is null",
    "create index reviews_comment on reviews (comment_id)",

    `create table moderation_log (
    seq ${big} not null primary key check (seq >= 1),
    entry ${text} not null,
    previous_hash ${text} not null,
    hash ${text} not null,
    constraint moderation_log_hash unique (hash),
    constraint moderation_log_chain unique (previous_hash)
    ) ${end}`,

    `create table used_challenges (
    mark ${text} not null primary key,
    expires_at ${big} not null
    ) ${end}`,
    "create index used_challenges_expiry on used_challenges (expires_at)",

    `create table leases (
    name ${text} not null primary key,
    holder ${text} not null,
    expires_at ${big} not null
    ) ${end}`,
  ];
}
