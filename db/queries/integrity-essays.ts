/** What has to hold around essays and the database can't hold by constraints. */
import { sql } from "kysely";
import type { Reader, Store } from "../connect.ts";
import type { Finding } from "./finding.ts";

type About = Finding["about"];

/** One question to the store: each row is one finding. */
interface Question {
  about: About;
  ask: ReturnType<typeof sql<{ subject: string; detail: string }>>;
}

const QUESTIONS: readonly Question[] = [
  {
    about: "tag",
    ask: sql`select slug as subject,
        'keeps ' || essays || ' essays, and ' || counted || ' are there' as detail
      from (select slug, essays, (select count(*) from essay_tags
          where tag_slug = tags.slug and listed = 1) as counted from tags) as kept
      where essays <> counted`,
  },
  {
    about: "tag",
    ask: sql`select essay_id as subject,
        'is listed by ' || tag_slug || ' as it is not' as detail
      from essay_tags join essays on essays.id = essay_tags.essay_id
      where essay_tags.listed <> case when essays.state = 'visible' then 1 else 0 end
        or essay_tags.ordered_at <> essays.ordered_at
        or essay_tags.active_at <> essays.active_at
        or essay_tags.experience <> essays.experience
        or essay_tags.debate <> essays.debate
        or coalesce(essay_tags.standing, '') <> coalesce(essays.standing, '')`,
  },
  {
    about: "conversation",
    ask: sql`select mine.id as subject,
        'answers ' || theirs.id || ', which stands in another conversation' as detail
      from essay_links
        join essays as mine on mine.id = from_essay_id
        join essays as theirs on theirs.id = to_essay_id
      where mine.conversation_id is null or theirs.conversation_id is null
        or mine.conversation_id <> theirs.conversation_id`,
  },
  {
    // Whatever hangs together is reached from any one of it.
    about: "conversation",
    ask: sql`with recursive reached (conversation_id, id) as (
        select conversation_id, min(id) from essays
          where conversation_id is not null group by conversation_id
        union
        select reached.conversation_id,
            case when from_essay_id = reached.id then to_essay_id else from_essay_id end
          from reached
            join essay_links on from_essay_id = reached.id or to_essay_id = reached.id)
      select id as subject,
        'stands in conversation ' || conversation_id || ' without being linked with it' as detail
      from essays
      where conversation_id is not null and (
        not exists (select 1 from reached
          where reached.id = essays.id and reached.conversation_id = essays.conversation_id)
        or not exists (select 1 from essay_links
          where from_essay_id = essays.id or to_essay_id = essays.id))`,
  },
  {
    about: "link",
    ask: sql`select from_essay_id as subject,
        'answers comment ' || to_comment_id || ', which is not under the essay it answers' as detail
      from essay_links
      where to_comment_id <> '' and not exists (select 1 from comments
        where comments.id = to_comment_id and comments.essay_id = to_essay_id)`,
  },
  ...(["essay", "comment"] as const).map((kind): Question => {
    const pieces = sql.table(`${kind}s`);
    const asked = sql.ref(`reviews.${kind}_id`);
    return {
      about: "review",
      ask: sql`select piece.id as subject, 'waits to be read, and nobody was asked' as detail
        from ${pieces} as piece
        where piece.state = 'waiting' and not exists (select 1 from reviews
          where ${asked} = piece.id and reviews.outcome is null)`,
    };
  }),
  ...(["essay", "comment"] as const).map((kind): Question => {
    const pieces = sql.table(`${kind}s`);
    const asked = sql.ref(`reviews.${kind}_id`);
    return {
      about: "review",
      ask: sql`select piece.id as subject, 'is put before moderators without any words' as detail
        from reviews join ${pieces} as piece on piece.id = ${asked}
        where reviews.outcome is null and (piece.state = 'missing'
          or (piece.state = 'taken_back' and piece.erase_at is null))`,
    };
  }),
  {
    about: "erased",
    ask: sql`select id as subject, 'was erased, and something of it is left' as detail
      from essays where state = 'taken_back' and erase_at is null and (
        title <> '' or markdown <> '' or html <> '' or by_name is not null
        or owner_mark is not null or note is not null or standpoint is not null
        or exists (select 1 from essay_versions where essay_id = essays.id)
        or exists (select 1 from essay_tags where essay_id = essays.id)
        or exists (select 1 from redirects where essay_id = essays.id)
        or exists (select 1 from series_essays where essay_id = essays.id))`,
  },
  {
    about: "erased",
    ask: sql`select essay_id as subject, 'is here, though its address is kept as gone' as detail
      from gone_addresses join essays on essays.id = gone_addresses.essay_id
      where essays.state <> 'taken_back'`,
  },
  {
    about: "series",
    ask: sql`select id as subject, 'is a series without any part' as detail from series
      where not exists (select 1 from series_essays where series_id = series.id)`,
  },
];

/** Looks over tags, links, conversations, series, questions to moderators, and what was erased. */
export async function aroundEssays({ read }: Pick<Store, "read">): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const question of QUESTIONS) findings.push(...(await answers(read, question)));
  return findings;
}

async function answers(read: Reader, { about, ask }: Question): Promise<Finding[]> {
  const { rows } = await ask.execute(read);
  return rows.map(({ subject, detail }) => ({ about, subject, detail }));
}
