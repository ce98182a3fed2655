import type { CommentWords } from "#app/domain/comments/types.ts";
import type { Perspective, Standing } from "#app/domain/threads/types.ts";

/** What somebody typed into a comment form, exactly as it was typed, to be given back with it. */
export interface TypedComment {
  body: string;
  parent: string;
  addresses: string[];
  name: string;
  /** The name of a member that speaks; empty: not chosen. */
  as: string;
  perspective: Perspective[];
  standing: Standing | "";
  note: string;
  standpoint: string;
  key: string;
  /** "1": at a random moment within the next day. */
  later?: string;
}

export const NOTHING_TYPED: TypedComment = {
  body: "",
  parent: "",
  addresses: [],
  name: "",
  as: "",
  perspective: [],
  standing: "",
  note: "",
  standpoint: "",
  key: "",
};

const PERSPECTIVES: readonly Perspective[] = ["experience", "debate"];
const STANDINGS: readonly Standing[] = ["lived", "beside", "worked"];

/** More than may be chosen, so that too many are told; far more never reach the store. */
const MOST_ADDRESSES = 30;

/** A field as text: "" where it is missing or a file. Line ends become `\n`, as browsers show them. */
export function textField(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value.replaceAll("\r\n", "\n") : "";
}

/** All values of a field as texts, each once. */
export function textFields(form: FormData, name: string): string[] {
  const values = form.getAll(name).filter((value) => typeof value === "string" && value !== "");
  return [...new Set(values as string[])];
}

/** The one of these that a value is; undefined: none. */
export function oneOf<T extends string>(choices: readonly T[], value: string): T | undefined {
  return choices.find((choice) => choice === value);
}

/** The boxes ticked for what a piece speaks from. */
export function perspectivesIn(form: FormData): Perspective[] {
  const chosen = textFields(form, "perspective");
  return PERSPECTIVES.filter((one) => chosen.includes(one));
}

/** How its writer was part of it; empty: left open. */
export function standingIn(form: FormData): Standing | "" {
  return oneOf(STANDINGS, textField(form, "standing")) ?? "";
}

/** Reads the fields of contract.md's comment form. */
export function typedComment(form: FormData): TypedComment {
  return {
    body: textField(form, "body"),
    parent: textField(form, "parent"),
    addresses: textFields(form, "addresses").slice(0, MOST_ADDRESSES),
    name: textField(form, "name"),
    as: textField(form, "as"),
    perspective: perspectivesIn(form),
    standing: standingIn(form),
    note: textField(form, "note"),
    standpoint: textField(form, "standpoint"),
    key: textField(form, "key"),
    later: textField(form, "later") === "" ? "" : "1",
  };
}

/** What was typed as the domain takes it: blanks are nothing. */
export function commentWords(typed: TypedComment): CommentWords {
  return {
    body: typed.body,
    perspectives: typed.perspective,
    standing: typed.standing === "" ? null : typed.standing,
    note: typed.note.trim() === "" ? null : typed.note.trim(),
    standpoint: typed.standpoint.trim() === "" ? null : typed.standpoint.trim(),
  };
}
