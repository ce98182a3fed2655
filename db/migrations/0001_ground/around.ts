import type { Columns } from "../columns.ts";

/** What stands around essays: links, names, tags, series, and where the old blog's things went. */
export function aroundTables({ text, int, big, bit, day, oneOf, end }: Columns): string[] {
  const essay = `${text} not null references essays (id) on delete cascade`;
  return [
    `create table essay_links (
    from_essay_id ${essay},
    to_essay_id ${essay},
    to_comment_id ${text} not null default '',
    relation ${text} not null
      ${oneOf("relation", ["responds", "follows_up", "disagrees_in_part", "grew_out_of"])},
    source ${text} not null ${oneOf("source", ["writer", "pingback"])},
    linked_on ${text} not null ${day("linked_on")},
    primary key (from_essay_id, to_essay_id, to_comment_id),
    check (from_essay_id <> to_essay_id)
    ) ${end}`,
    "create index essay_links_to on essay_links (to_essay_id)",

    `create table source_notes (
    id ${text} not null primary key,
    essay_id ${essay},
    title ${text} not null,
    url ${text} not null,
    noted_on ${text} not null ${day("noted_on")}
    ) ${end}`,
    "create index source_notes_essay on source_notes (essay_id, noted_on, id)",

    `create table thread_names (
    essay_id ${essay},
    name_key ${text} not null check (name_key <> ''),
    name ${text} not null check (name <> ''),
    owner_mark ${text},
    secret_id ${text},
    key_written_down ${int} not null default 0 ${bit("key_written_down")},
    primary key (essay_id, name_key),
    check (owner_mark is null or secret_id is not null)
    ) ${end}`,
    `create unique index thread_names_owner on thread_names (essay_id, owner_mark)
      where owner_mark is not null`,

    `create table tags (
    slug ${text} not null primary key check (slug <> ''),
    name ${text} not null,
    name_key ${text} not null,
    constraint tags_name unique (name_key)
    ) ${end}`,

    `create table essay_tags (
    essay_id ${essay},
    tag_slug ${text} not null references tags (slug) on delete cascade,
    primary key (essay_id, tag_slug)
    ) ${end}`,
    "create index essay_tags_tag on essay_tags (tag_slug, essay_id)",

    `create table series (
    id ${text} not null primary key,
    slug ${text} not null,
    title ${text} not null,
    owner_mark ${text},
    take_back_mark ${text},
    secret_id ${text},
    constraint series_slug unique (slug),
    check (secret_id is not null or (owner_mark is null and take_back_mark is null))
    ) ${end}`,

    `create table series_essays (
    series_id ${text} not null references series (id) on delete cascade,
    essay_id ${essay},
    position ${int} not null check (position >= 1),
    primary key (series_id, essay_id),
    constraint series_position unique (series_id, position)
    ) ${end}`,
    "create index series_essays_essay on series_essays (essay_id)",

    `create table imported_items (
    source ${text} not null,
    kind ${text} not null
      ${oneOf("kind", ["essay", "comment", "placeholder", "draft", "note", "link"])},
    foreign_id ${text} not null,
    local_id ${text} not null,
    primary key (source, kind, foreign_id)
    ) ${end}`,
    "create index imported_items_local on imported_items (local_id)",

    `create table redirects (
    old_path ${text} not null primary key,
    essay_id ${essay}
    ) ${end}`,
    "create index redirects_essay on redirects (essay_id)",

    `create table operator_drafts (
    id ${text} not null primary key,
    title ${text} not null,
    markdown ${text} not null,
    reason ${text} not null
      ${oneOf("reason", ["private", "draft", "pending", "future", "password"])},
    written_on ${text} not null ${day("written_on")}
    ) ${end}`,

    `create table content_changes (
    subject ${text} not null primary key,
    seq ${big} not null
    ) ${end}`,
    "create index content_changes_seq on content_changes (seq)",

    `create table counters (
    name ${text} not null primary key,
    value ${big} not null
    ) ${end}`,
  ];
}
