import type { Columns } from "../columns.ts";

/**
 * Indexes for every list of essays, each in the list's own order, so that a page of it is read from
 * where it begins: nothing is sorted, and nothing is read only to be thrown away.
 */
export function listings({ text, int, big, bit, oneOf }: Columns): string[] {
  const ofTag = (column: string) => `alter table essay_tags add column ${column}`;
  return [
    ...eachOrder((order, at) => [
      `create index essays_${order}_experience_only on essays (${at}, id)
        where state = 'visible' and experience = 1 and debate = 0`,
      `create index essays_${order}_debate_only on essays (${at}, id)
        where state = 'visible' and debate = 1 and experience = 0`,
      `create index essays_${order}_standing on essays (standing, ${at}, id)
        where state = 'visible' and standing is not null`,
      `create index essays_${order}_standing_kind on essays (standing, debate, ${at}, id)
        where state = 'visible' and standing is not null`,
    ]),
    // The front page: what is new of each lead, and what was answered lately.
    "create index essays_new_lead on essays (lead, ordered_at, id) where state = 'visible'",
    `create index essays_answered on essays (active_at, id)
      where state = 'visible' and comments_visible > 0`,
    `create index essays_person on essays (by_name, ordered_at, id)
      where state = 'visible' and by_kind = 'pen_name'`,
    `create index essays_indexed on essays (ordered_at, id)
      where state = 'visible' and indexing = 1 and demo = 0`,

    // Each tag of an essay repeats what its lists are ordered and filtered by.
    ofTag(`listed ${int} not null default 0 ${bit("listed")}`),
    ofTag(`ordered_at ${big} not null default 0`),
    ofTag(`active_at ${big} not null default 0`),
    ofTag(`experience ${int} not null default 0 ${bit("experience")}`),
    ofTag(`debate ${int} not null default 0 ${bit("debate")}`),
    ofTag(`standing ${text} ${oneOf("standing", ["lived", "beside", "worked"])}`),
    `update essay_tags set (listed, ordered_at, active_at, experience, debate, standing) = (
      select case when state = 'visible' then 1 else 0 end,
        ordered_at, active_at, experience, debate, standing
      from essays where essays.id = essay_tags.essay_id)`,
    ...eachOrder((order, at) => [
      `create index essay_tags_${order} on essay_tags (tag_slug, ${at}, essay_id) where listed = 1`,
      `create index essay_tags_${order}_experience on essay_tags (tag_slug, ${at}, essay_id)
        where listed = 1 and experience = 1`,
      `create index essay_tags_${order}_debate on essay_tags (tag_slug, ${at}, essay_id)
        where listed = 1 and debate = 1`,
      // Those that carry one perspective alone.
      `create index essay_tags_${order}_kind
        on essay_tags (tag_slug, experience, debate, ${at}, essay_id) where listed = 1`,
      `create index essay_tags_${order}_standing on essay_tags (tag_slug, standing, ${at}, essay_id)
        where listed = 1 and standing is not null`,
      `create index essay_tags_${order}_standing_kind
        on essay_tags (tag_slug, standing, debate, ${at}, essay_id)
        where listed = 1 and standing is not null`,
    ]),

    `alter table tags add column essays ${int} not null default 0 check (essays >= 0)`,
    `update tags set essays = (
      select count(*) from essay_tags where tag_slug = tags.slug and listed = 1)`,
    "create index tags_used on tags (essays, slug) where essays > 0",
    "create index tags_by_name on tags (name_key, slug) where essays > 0",
  ];
}

function eachOrder(indexes: (order: string, at: string) => string[]): string[] {
  return [...indexes("new", "ordered_at"), ...indexes("active", "active_at")];
}
