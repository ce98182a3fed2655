import type { EssayFault } from "#app/domain/essays/types.ts";
import { words } from "#app/words/words.ts";
import {
  bodySentence,
  type FieldFault,
  keySentence,
  nameSentence,
  speakerSentence,
} from "./comment-faults.ts";

/** The sentence for a fault of the composer. */
export function essayFaultSentence(fault: EssayFault): FieldFault {
  return { field: placeOf(fault), sentence: sentenceOf(fault) };
}

/** Where it stands in the form; what has no field of its own stands above the form only. */
function placeOf(fault: EssayFault): string {
  const above = ["responds", "comment", "nonce", "essay"];
  const isPause = fault.field === "as" && fault.reason === "paused";
  return isPause || above.includes(fault.field) ? "" : fault.field;
}

function sentenceOf(fault: EssayFault): string {
  const { reply, write } = words();
  const say = write.faults;
  switch (fault.field) {
    case "title":
      return fault.reason === "empty" ? say.titleEmpty : say.lineTooLong(fault.limit);
    case "body":
      if (fault.reason === "empty") return say.bodyEmpty;
      return fault.reason === "too_long" ? say.bodyTooLong(fault.limit) : bodySentence(fault);
    case "note":
    case "standpoint":
    case "original_author":
    case "source":
    case "licence":
    case "series":
      return say.lineTooLong(fault.limit);
    case "lead":
      return say.leadMissing;
    case "perspective":
      return say.notTheLead[fault.lead];
    case "standing":
      return say.standingAlone;
    case "reply_mode":
      return say.supportOnlyForStories;
    case "tags":
      return tagsSentence(fault);
    case "works_cited":
      return fault.reason === "too_many"
        ? say.tooManyWorks(fault.limit)
        : say.workTooLong(fault.limit);
    case "responds":
      return say.essayGone;
    case "comment":
      return say.commentGone;
    case "relation":
      return say.relationNeedsComment;
    case "name":
      return nameSentenceOf(fault);
    case "as":
      return speakerSentence(fault);
    case "nonce":
      return reply.faults.formOld;
    case "key":
      return keySentence(fault);
    case "essay":
      return say.cannotBeChanged;
  }
}

function tagsSentence(fault: Extract<EssayFault, { field: "tags" | "works_cited" }>): string {
  const say = words().write.faults;
  switch (fault.reason) {
    case "too_many":
      return say.tooManyTags(fault.limit);
    case "too_long":
      return say.tagTooLong(fault.limit);
    case "no_letters":
      return say.tagNoLetters;
  }
}

/** Outside of a thread the same sentences don't speak of one. */
function nameSentenceOf(fault: Extract<EssayFault, { field: "name" }>): string {
  const say = words().write.faults;
  if (fault.reason === "taken") return say.nameTaken;
  return fault.reason === "you_have_another" ? say.nameOther(fault.name) : nameSentence(fault);
}
