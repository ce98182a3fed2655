import type { Columns } from "../columns.ts";

/** What an essay carries beside its words, and questions to moderators that are about essays. */
export function essayColumns({ text, int, big, bit, day, oneOf, end }: Columns): string[] {
  const add = (column: string) => `alter table essays add column ${column}`;
  return [
    add(`original_author ${text}`),
    add(`source ${text}`),
    add(`licence ${text}`),
    add(`demo ${int} not null default 0 ${bit("demo")}`),
    // Null: it answers nothing, and nothing answers it.
    add(`conversation_id ${text}`),
    `create index essays_conversation on essays (conversation_id, ordered_at, id)
      where conversation_id is not null`,
    "create index essays_demo on essays (id) where demo = 1",

    // A question is about a comment or about an essay.
    `create table reviews_0002 (
    id ${text} not null primary key,
    comment_id ${text} references comments (id) on delete cascade,
    essay_id ${text} references essays (id) on delete cascade,
    kind ${text} not null ${oneOf("kind", ["first_post", "links", "lost_key", "my_words"])},
    ordered_at ${big} not null,
    asked_on ${text} not null ${day("asked_on")},
    outcome ${text} ${oneOf("outcome", ["let_through", "removed", "taken_back"])},
    check ((comment_id is null) <> (essay_id is null))
    ) ${end}`,
    `insert into reviews_0002 (id, comment_id, kind, ordered_at, asked_on, outcome)
      select id, comment_id, kind, ordered_at, asked_on, outcome from reviews`,
    "drop table reviews",
    "alter table reviews_0002 rename to reviews",
    "create index reviews_open on reviews (ordered_at, id) where outcome is null",
    `create unique index reviews_once on reviews (comment_id, kind)
      where outcome is null and comment_id is not null`,
    `create unique index reviews_once_essay on reviews (essay_id, kind)
      where outcome is null and essay_id is not null`,
    "create index reviews_comment on reviews (comment_id) where comment_id is not null",
    "create index reviews_essay on reviews (essay_id) where essay_id is not null",
  ];
}
