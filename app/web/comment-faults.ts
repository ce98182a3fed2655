import type { Fault, SpeakerFault } from "#app/domain/comments/types.ts";
import { words } from "#app/words/words.ts";

/** A fault as a form shows it: at its field, in a sentence. */
export interface FieldFault {
  /** The field's name in the form; empty where no single field is at fault. */
  field: string;
  sentence: string;
}

/** The sentence for a fault of a comment form. */
export function faultSentence(fault: Fault): FieldFault {
  const say = words().reply.faults;
  switch (fault.field) {
    case "body":
      return { field: "body", sentence: bodySentence(fault) };
    case "name":
      return { field: "name", sentence: nameSentence(fault) };
    case "as":
      // A guest has no field to choose a name; and no choice of another would help.
      return { field: fault.reason === "paused" ? "" : "as", sentence: speakerSentence(fault) };
    case "note":
    case "standpoint":
      return { field: fault.field, sentence: say.noteTooLong(fault.limit) };
    case "standing":
      return { field: "standing", sentence: say.standingAlone };
    case "parent":
      return { field: "", sentence: say.parentGone };
    case "comment":
      return { field: "", sentence: words().own.notPossible };
    case "addresses":
      return {
        field: "addresses",
        sentence:
          fault.reason === "too_many" ? say.tooManyAddressed(fault.limit) : say.addressedGone,
      };
    case "essay":
      return {
        field: "",
        sentence: fault.reason === "closed" ? words().reply.closed : say.essayGone,
      };
    case "nonce":
      return { field: "", sentence: say.formOld };
    case "key":
      return { field: "key", sentence: keySentence(fault) };
  }
}

/** Why a member can't write under the chosen name. */
export function speakerSentence(fault: SpeakerFault): string {
  const say = words().speaking.faults;
  switch (fault.reason) {
    case "taken_here":
      return say.takenHere(fault.name);
    case "paused":
      return say.paused(fault.until);
    default:
      return say[fault.reason];
  }
}

/** Why a key does not open. */
export function keySentence(fault: Extract<Fault, { field: "key" }>): string {
  const say = words().reply.faults;
  switch (fault.reason) {
    case "typo":
      return say.keyTypo;
    case "unknown":
      return say.keyUnknown;
    case "needed":
      return say.keyNeeded;
  }
}

/** What is wrong with a text. */
export function bodySentence(fault: Extract<Fault, { field: "body" }>): string {
  const say = words().reply.faults;
  switch (fault.reason) {
    case "empty":
      return say.bodyEmpty;
    case "too_long":
      return say.bodyTooLong(fault.limit);
    case "too_many_blocks":
      return say.bodyTooManyBlocks(fault.limit);
    case "too_deep":
      return say.bodyTooDeep(fault.limit);
    case "too_many_links":
      return say.bodyTooManyLinks(fault.limit);
  }
}

/** Why a name can’t be had in a thread. */
export function nameSentence(fault: Extract<Fault, { field: "name" }>): string {
  const say = words().reply.faults;
  switch (fault.reason) {
    case "too_long":
      return say.nameTooLong(fault.limit);
    case "only_digits":
      return say.nameOnlyDigits;
    case "hidden_characters":
      return say.nameHidden;
    case "mixed_letters":
      return say.nameMixed;
    case "odd_characters":
      return say.nameOdd;
    case "taken":
      return say.nameTaken;
    case "reserved":
      return say.nameReserved;
    case "you_have_another":
      return say.nameOther(fault.name);
  }
}
