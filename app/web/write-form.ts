import type { EssayForm, EssayWords, OwnEssay, Relation } from "#app/domain/essays/types.ts";
import { worksFromText } from "#app/domain/essays/works.ts";
import type { Perspective, Standing } from "#app/domain/threads/types.ts";
import { oneOf, perspectivesIn, standingIn, textField, textFields } from "./form-fields.ts";
import { type WhoWrites, whoseForm } from "./who-writes.ts";

/** What somebody typed into the composer, exactly as it was typed, to be given back with it. */
export interface TypedEssay {
  title: string;
  body: string;
  lead: "" | "story" | "debate";
  perspective: Perspective[];
  standing: Standing | "";
  standpoint: string;
  note: string;
  reply_mode: "open" | "support" | "closed";
  name: string;
  /** The name of a member that speaks; empty: not chosen. */
  as: string;
  tags: string;
  tag: string[];
  works_cited: string;
  indexing: "" | "yes" | "no";
  original_author: string;
  source: string;
  licence: string;
  series: string;
  responds: string;
  comment: string;
  relation: Relation | "";
  key: string;
  /** "1": at a random moment within the next day. */
  later?: string;
}

const LEADS = ["story", "debate"] as const;
const MODES = ["open", "support", "closed"] as const;
const RELATIONS = ["responds", "follows_up", "disagrees_in_part", "grew_out_of"] as const;

/** More than may be chosen, so that too many are told; far more never reach the store. */
const MOST_TAGS = 60;

/** Reads the fields of contract.md's composer; a reply that has become long is taken up as well. */
export function typedEssay(form: FormData): TypedEssay {
  const text = (name: string) => textField(form, name);
  return {
    title: text("title"),
    body: text("body"),
    lead: oneOf(LEADS, text("lead")) ?? "",
    perspective: perspectivesIn(form),
    standing: standingIn(form),
    standpoint: text("standpoint"),
    note: text("note"),
    reply_mode: oneOf(MODES, text("reply_mode")) ?? "open",
    name: text("name"),
    as: text("as"),
    tags: text("tags"),
    tag: textFields(form, "tag").slice(0, MOST_TAGS),
    works_cited: text("works_cited"),
    indexing: indexingOf(text("indexing")),
    original_author: text("original_author"),
    source: text("source"),
    licence: text("licence"),
    series: text("series"),
    responds: text("responds"),
    comment: text("comment") || text("parent"),
    relation: oneOf(RELATIONS, text("relation")) ?? "",
    key: text("key"),
    later: text("later") === "" ? "" : "1",
  };
}

/** Nothing typed yet. */
export function nothingWritten(): TypedEssay {
  return typedEssay(new FormData());
}

/** A box that was ticked counts as well as the words of our own form. */
function indexingOf(value: string): TypedEssay["indexing"] {
  if (["yes", "1", "on", "true"].includes(value)) return "yes";
  return ["no", "0", "off", "false"].includes(value) ? "no" : "";
}

const orNull = (text: string) => (text.trim() === "" ? null : text);

/** What was typed as the domain takes it: blanks are nothing. */
export function essayWords(typed: TypedEssay): EssayWords {
  return {
    title: typed.title,
    body: typed.body,
    lead: typed.lead === "" ? null : typed.lead,
    perspectives: typed.perspective,
    standing: typed.standing === "" ? null : typed.standing,
    note: orNull(typed.note),
    standpoint: orNull(typed.standpoint),
    replyMode: typed.reply_mode,
    tags: [...typed.tags.split(/[,\n]/), ...typed.tag],
    worksCited: worksFromText(typed.works_cited),
    indexing: typed.indexing === "" ? null : typed.indexing === "yes",
    originalAuthor: orNull(typed.original_author),
    source: orNull(typed.source),
    licence: orNull(typed.licence),
    series: orNull(typed.series),
  };
}

/** The composer as the domain takes it. */
export function essayForm(
  typed: TypedEssay,
  { nonce, who, draft }: { nonce: string; who: WhoWrites; draft: string },
): EssayForm {
  return {
    ...essayWords(typed),
    name: orNull(typed.name),
    nonce,
    ...whoseForm(who, typed.key),
    responds: orNull(typed.responds),
    comment: orNull(typed.comment),
    relation: typed.relation === "" ? null : typed.relation,
    ...(draft !== "" && { draftId: draft }),
  };
}

/** What is usual for its lead needs no word. */
function indexingWord({ lead, indexing }: OwnEssay): TypedEssay["indexing"] {
  if (indexing === (lead === "debate")) return "";
  return indexing ? "yes" : "no";
}

/** A published essay as its writer would have typed it. */
export function typedFromOwn(own: OwnEssay): TypedEssay {
  return {
    ...nothingWritten(),
    title: own.title,
    body: own.body,
    lead: own.lead,
    perspective: [...own.perspectives],
    standing: own.standing ?? "",
    standpoint: own.standpoint ?? "",
    note: own.note ?? "",
    reply_mode: own.replyMode,
    name: own.name,
    tag: [...own.tags],
    works_cited: own.worksCited.join("\n"),
    indexing: indexingWord(own),
    original_author: own.originalAuthor ?? "",
    source: own.source ?? "",
    licence: own.licence ?? "",
    series: own.series ?? "",
  };
}
