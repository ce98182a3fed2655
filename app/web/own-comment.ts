import type { AppLoadContext } from "@remix-run/node";
import { makeNonce, readNonce } from "#app/domain/identity/nonce.ts";
import { readComment } from "#app/domain/threads/read-branch.ts";
import type { CommentView } from "#app/domain/threads/types.ts";
import { words } from "#app/words/words.ts";
import { permalink } from "./addresses.ts";
import type { FieldFault } from "./comment-faults.ts";
import { textField } from "./form-fields.ts";
import { kindOf, notFound, responseFor } from "./responses.ts";

/** The comment that a page about one's own words is about, or a thrown 404. */
export async function commentOfPage(context: AppLoadContext, id: string): Promise<CommentView> {
  const comment = await readComment(context.house.store.read, { id });
  if (!comment) throw notFound();
  return comment;
}

/** What every form that is not about a new comment carries. */
export function signedFields(context: AppLoadContext): { name: string; value: string }[] {
  return [{ name: "nonce", value: makeNonce(context.house) }];
}

/** What all pages about one comment show. */
export function pageOfComment(context: AppLoadContext, comment: CommentView) {
  const { thread } = words();
  return {
    piece: {
      of: "comment" as const,
      at: permalink(comment.id),
      name: comment.by?.name ?? thread.withoutName,
      html: comment.html,
    },
    hidden: signedFields(context),
    siteName: context.house.settings.name,
  };
}

/**
 * What keeps programs and strangers' pages out of a form about one comment.
 *
 * @param gate which attempts are counted; null: none, for those who are signed in
 * @returns null where it may go on
 */
export async function formRefusal(
  context: AppLoadContext,
  form: FormData,
  gate: "key" | "report" | "sign_in" | null,
): Promise<{ status: number; fault: FieldFault } | null> {
  const say = words().reply.faults;
  if (textField(form, "leave_empty") !== "") {
    return { status: 422, fault: { field: "leave_empty", sentence: say.honeypot } };
  }
  if (!readNonce(context.house, textField(form, "nonce")).ok) {
    return { status: 422, fault: { field: "", sentence: say.formOld } };
  }
  if (gate === null) return null;
  const passed = await context.gates.pass(gate, context.address);
  return passed.ok ? null : { status: 429, fault: { field: "", sentence: say.tooMany } };
}

/**
 * Does something that needs a key.
 *
 * @returns null where the key does not own the piece: the page asks again, with a sentence
 * @throws the response for other faults that the domain names (404, 410)
 */
export async function withKey<T>(work: () => Promise<T>): Promise<T | null> {
  try {
    return await work();
  } catch (error) {
    if (kindOf(error) === "notYours") return null;
    throw responseFor(error);
  }
}
