import type { Columns } from "../columns.ts";

const STATES = ["visible", "waiting", "folded", "removed", "taken_back", "missing"];
const NAME_KINDS = ["pen_name", "thread_name", "imported"];

/** What essays and comments have in common. */
function shared({ text, int, big, bit, day, oneOf }: Columns): string {
  return `
    state ${text} not null ${oneOf("state", STATES)},
    state_before ${text} ${oneOf("state_before", STATES)},
    owner_mark ${text},
    take_back_mark ${text},
    secret_id ${text},
    attempt_mark ${text},
    experience ${int} not null ${bit("experience")},
    debate ${int} not null ${bit("debate")},
    perspective_source ${text} not null ${oneOf("perspective_source", ["writer", "guess"])},
    standing ${text} ${oneOf("standing", ["lived", "beside", "worked"])},
    markdown ${text} not null,
    html ${text} not null,
    renderer_version ${int} not null check (renderer_version >= 0),
    note ${text},
    standpoint ${text},
    by_name ${text},
    by_kind ${text} ${oneOf("by_kind", NAME_KINDS)},
    edited_on ${text} ${day("edited_on")},
    ordered_at ${big} not null,
    revision ${int} not null default 1 check (revision >= 1),
    erase_at ${big},
    check (standing is null or experience = 1),
    check ((by_name is null) = (by_kind is null)),
    check (secret_id is not null or (owner_mark is null and take_back_mark is null))`;
}

/** Essays with what belongs to them alone, and comments. */
export function pieceTables(columns: Columns): string[] {
  const { text, int, big, bit, day, oneOf, end } = columns;
  const count = (state: string) =>
    `comments_${state} ${int} not null default 0 check (comments_${state} >= 0)`;
  return [
    `create table essays (
    id ${text} not null primary key check (id <> ''),
    slug ${text} not null check (slug <> ''),
    title ${text} not null,
    lead ${text} not null ${oneOf("lead", ["story", "debate"])},
    first_lines ${text} not null,
    words ${int} not null check (words >= 0),
    reply_mode ${text} not null ${oneOf("reply_mode", ["open", "support", "closed"])},
    indexing ${int} not null ${bit("indexing")},
    works_cited ${text} not null,
    published_on ${text} not null ${day("published_on")},
    active_at ${big} not null,
    active_on ${text} not null ${day("active_on")},
    ${STATES.map(count).join(",\n    ")},
    ${shared(columns).replace(/^\s+/, "")},
    constraint essays_slug unique (slug),
    constraint essays_lead check (
      (lead = 'story' and experience = 1) or (lead = 'debate' and debate = 1)),
    constraint essays_support check (reply_mode <> 'support' or lead = 'story')
    ) ${end}`,
    "create unique index essays_attempt on essays (attempt_mark) where attempt_mark is not null",
    // The fronts: newest and active, all of them and by perspective, walked from a cursor.
    ...["new:ordered_at", "active:active_at"].flatMap((pair) => {
      const [name = "", key = ""] = pair.split(":");
      return [
        `create index essays_${name} on essays (${key}, id) where state = 'visible'`,
        `create index essays_${name}_experience on essays (${key}, id)
          where state = 'visible' and experience = 1`,
        `create index essays_${name}_debate on essays (${key}, id)
          where state = 'visible' and debate = 1`,
      ];
    }),
    "create index essays_erase on essays (erase_at) where erase_at is not null",
    "create index essays_renderer on essays (renderer_version)",

    `create table comments (
    id ${text} not null primary key check (id <> ''),
    essay_id ${text} not null references essays (id),
    parent_id ${text},
    root_id ${text} not null,
    depth ${int} not null check (depth >= 1),
    origin ${text} not null ${oneOf("origin", ["guest", "member", "imported"])},
    written_on ${text} not null ${day("written_on")},
    old_number ${big},
    ${shared(columns).replace(/^\s+/, "")},
    constraint comments_in_essay unique (essay_id, id),
    constraint comments_parent foreign key (essay_id, parent_id)
      references comments (essay_id, id),
    constraint comments_root foreign key (root_id) references comments (id),
    constraint comments_top check (
      (parent_id is null) = (depth = 1) and (parent_id is null) = (root_id = id)),
    constraint comments_not_own_parent check (parent_id is null or parent_id <> id)
    ) ${end}`,
    "create unique index comments_attempt on comments (attempt_mark) where attempt_mark is not null",
    // A thread in the order of writing; a branch; the answers to one comment.
    "create index comments_thread on comments (essay_id, ordered_at, id)",
    "create index comments_branch on comments (root_id, ordered_at, id)",
    "create index comments_answers on comments (essay_id, parent_id)",
    `create index comments_tops on comments (essay_id, ordered_at, id) where depth = 1`,
    `create index comments_owner on comments (essay_id, owner_mark) where owner_mark is not null`,
    `create index comments_take_back on comments (essay_id, take_back_mark)
      where take_back_mark is not null`,
    "create index comments_old_number on comments (essay_id, old_number) where old_number is not null",
    "create index comments_erase on comments (erase_at) where erase_at is not null",
    "create index comments_renderer on comments (renderer_version)",

    `create table comment_addresses (
    comment_id ${text} not null references comments (id) on delete cascade,
    addressed_id ${text} not null references comments (id) on delete cascade,
    primary key (comment_id, addressed_id),
    check (comment_id <> addressed_id)
    ) ${end}`,
    "create index comment_addresses_addressed on comment_addresses (addressed_id)",

    `create table comment_versions (
    comment_id ${text} not null references comments (id) on delete cascade,
    version ${int} not null check (version >= 1),
    markdown ${text} not null,
    replaced_on ${text} not null ${day("replaced_on")},
    primary key (comment_id, version)
    ) ${end}`,

    `create table essay_versions (
    essay_id ${text} not null references essays (id) on delete cascade,
    version ${int} not null check (version >= 1),
    title ${text} not null,
    markdown ${text} not null,
    html ${text} not null,
    replaced_on ${text} not null ${day("replaced_on")},
    open ${int} not null ${bit("open")},
    primary key (essay_id, version)
    ) ${end}`,
  ];
}
