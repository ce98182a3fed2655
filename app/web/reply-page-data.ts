import type { AppLoadContext } from "@remix-run/node";
import { previewComment } from "#app/domain/comments/preview.ts";
import type { Preview } from "#app/domain/comments/types.ts";
import { type AnsweredEssay, findAnswered } from "#app/domain/essays/find-answered.ts";
import { makeChallenge } from "#app/domain/identity/challenge.ts";
import { makeNonce, readNonce } from "#app/domain/identity/nonce.ts";
import { readForReply } from "#app/domain/threads/read-for-reply.ts";
import { type FieldFault, faultSentence } from "./comment-faults.ts";
import { commentWords, type TypedComment } from "./form-fields.ts";
import { gone, notFound } from "./responses.ts";
import { revealingIn, saidInReply } from "./revealing.ts";
import { shownTitle } from "./shown-title.ts";
import { isKnown, type WhoWrites, whoseForm } from "./who-writes.ts";

/** An essay that can be answered, or a thrown 404 or 410. */
export async function essayToAnswer(context: AppLoadContext, slug: string): Promise<AnsweredEssay> {
  const essay = await findAnswered(context.house, { slug });
  if (!essay) throw notFound();
  if (essay.state === "removed" || essay.state === "taken_back") throw gone();
  return essay;
}

/** The comment form as the domain takes it. */
export function commentForm(
  essay: AnsweredEssay,
  typed: TypedComment,
  nonce: string,
  who: WhoWrites,
) {
  return {
    ...commentWords(typed),
    essayId: essay.id,
    parentId: typed.parent === "" ? null : typed.parent,
    addresses: typed.addresses,
    name: typed.name.trim() === "" ? null : typed.name,
    nonce,
    ...whoseForm(who, typed.key),
  };
}

export interface PageRequest {
  essay: AnsweredEssay;
  typed: TypedComment;
  /** The draft that this goes on with; empty: none. */
  draft: string;
  /** The form's own nonce; empty or not ours: a fresh one is made. */
  nonce: string;
  who: WhoWrites;
  /** Show how it will look, and what is wrong with it. */
  withPreview: boolean;
  /** Faults already found. */
  faults?: readonly FieldFault[];
}

/** All that the reply page shows. */
export async function replyPageData(context: AppLoadContext, request: PageRequest) {
  const { essay, typed, who, withPreview } = request;
  const { house } = context;
  const nonce = readNonce(house, request.nonce).ok ? request.nonce : makeNonce(house);
  const place = await readForReply(house.store.read, {
    essayId: essay.id,
    parentId: typed.parent === "" ? null : typed.parent,
    chosen: typed.addresses,
  });
  const looked = withPreview ? typed : { ...typed, body: "" };
  const preview = await previewComment(house, commentForm(essay, looked, nonce, who));
  const here = [essay.by?.name, place?.answered?.by?.name, preview.name];
  const known = [...here, ...(place?.addressable ?? []).map(({ name }) => name)];
  return {
    slug: essay.slug,
    title: shownTitle(essay),
    invented: essay.demo,
    siteName: house.settings.name,
    writer: essay.state === "visible" ? (essay.by?.name ?? null) : null,
    mode: essay.replyMode,
    parentMissing: place === null,
    answered: place?.answered ?? null,
    addressable: place?.addressable ?? [],
    typed,
    draft: request.draft,
    nonce,
    challenge: await makeChallenge(house),
    hasKey: isKnown(who),
    speakers: who.speakers,
    asName: preview.nameIsKept || nameHolds(preview) ? preview.name : null,
    nameIsKept: preview.nameIsKept,
    waits: preview.willWait,
    preview: withPreview ? { name: preview.name, html: preview.html } : null,
    revealing: withPreview ? await revealingIn(context, saidInReply(typed), known) : null,
    faults: [
      ...(request.faults ?? []),
      ...(withPreview && !request.faults ? preview.faults.map(faultSentence) : []),
    ],
  };
}

/** A name with a fault can't be promised on the button. */
function nameHolds(preview: Preview): boolean {
  return preview.faults.every(({ field }) => field !== "name" && field !== "as");
}
