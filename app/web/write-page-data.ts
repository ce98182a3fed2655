import type { AppLoadContext } from "@remix-run/node";
import { findEssay } from "#app/domain/essays/find-essay.ts";
import { previewEssay } from "#app/domain/essays/preview.ts";
import { tagsInUse } from "#app/domain/essays/tags-in-use.ts";
import type { EssayPreview } from "#app/domain/essays/types.ts";
import { makeChallenge } from "#app/domain/identity/challenge.ts";
import { makeNonce, readNonce } from "#app/domain/identity/nonce.ts";
import { findComment, readComment } from "#app/domain/threads/read-branch.ts";
import type { FieldFault } from "./comment-faults.ts";
import { revealingIn, saidInEssay } from "./revealing.ts";
import { shownTitle } from "./shown-title.ts";
import { isKnown, type WhoWrites } from "./who-writes.ts";
import { essayFaultSentence } from "./write-faults.ts";
import { essayForm, type TypedEssay } from "./write-form.ts";

/** What the form answers: nothing, something, or what is there no more (`gone`) or never was. */
type AnsweredPlace = Awaited<ReturnType<typeof answeredPlace>>;

/** Looks up what an essay answers. */
export async function answeredPlace(
  context: AppLoadContext,
  { responds, comment: id }: Pick<TypedEssay, "responds" | "comment">,
) {
  if (responds === "" && id === "") return { ok: true as const, answered: null };
  const { house } = context;
  const slug = id === "" ? responds : (await findComment(house.store.read, { id }))?.slug;
  const essay = slug === undefined ? null : await findEssay(house, { slug });
  if (!essay) return { ok: false as const, gone: false };
  const comment = id === "" ? null : await readComment(house.store.read, { id });
  const states = [essay.state, ...(comment ? [comment.state] : [])];
  if (states.some((state) => state !== "visible" && state !== "folded")) {
    return { ok: false as const, gone: true };
  }
  const { orderedAt: _orderedAt, ...shown } = comment ?? { orderedAt: 0 };
  return {
    ok: true as const,
    answered: {
      slug: essay.slug,
      title: shownTitle(essay),
      lead: essay.lead,
      writer: essay.state === "visible" ? (essay.by?.name ?? null) : null,
      mode: essay.replyMode,
      invented: essay.demo,
      comment: comment && "id" in shown ? shown : null,
    },
  };
}

export interface WriteRequest {
  typed: TypedEssay;
  /** The draft that this goes on with; empty: none. */
  draft: string;
  /** The form's own nonce; empty or not ours: a fresh one is made. */
  nonce: string;
  who: WhoWrites;
  /** Show how it will look, and what is wrong with it. */
  withPreview: boolean;
  /** What is answered, as answeredPlace found it; what is gone is let go. */
  place: AnsweredPlace;
  /** Faults already found. */
  faults?: readonly FieldFault[];
}

/** All that `/write` shows. */
export async function writePageData(context: AppLoadContext, request: WriteRequest) {
  const { who, draft, withPreview, place } = request;
  const { house } = context;
  const nonce = readNonce(house, request.nonce).ok ? request.nonce : makeNonce(house);
  const looked = withPreview ? request.typed : { ...request.typed, body: "", title: "" };
  const form = essayForm(looked, { nonce, who, draft });
  const preview = await previewEssay(house, form);
  const answered = place.ok ? place.answered : null;
  const found = withPreview && !request.faults ? preview.faults.map(essayFaultSentence) : [];
  return {
    siteName: house.settings.name,
    answered,
    // What is there no more is not sent again, so that the essay can stand by itself.
    typed: place.ok ? request.typed : { ...request.typed, responds: "", comment: "" },
    draft,
    nonce,
    challenge: await makeChallenge(house),
    tagsInUse: await tagsInUse(house.store.read),
    hasKey: isKnown(who),
    speakers: who.speakers,
    asName: nameHolds(preview) ? preview.name : null,
    waits: preview.willWait,
    preview: withPreview ? preview.essay : null,
    revealing: withPreview
      ? await revealingIn(context, saidInEssay(request.typed), [preview.name])
      : null,
    faults: [...(request.faults ?? []), ...found],
  };
}

/** A name with a fault can't be promised on the button; nor one of a form that isn't ours. */
function nameHolds({ name, faults }: EssayPreview): boolean {
  const at = ["name", "as", "key", "nonce"];
  return name !== "" && faults.every(({ field }) => !at.includes(field));
}
