import type { EssayForm, PublishOutcome } from "#app/domain/essays/types.ts";
import type { House } from "#app/domain/house.ts";
import { makeNonce } from "#app/domain/identity/nonce.ts";

/** A filled composer with a fresh nonce. */
export function essayForm(house: House, form: Partial<EssayForm> = {}): EssayForm {
  return {
    title: "The kettle on the sill",
    body: "It rained for the whole of that week.",
    lead: "story",
    perspectives: [],
    standing: null,
    note: null,
    standpoint: null,
    replyMode: "open",
    tags: [],
    worksCited: [],
    indexing: null,
    originalAuthor: null,
    source: null,
    licence: null,
    series: null,
    name: null,
    nonce: makeNonce(house),
    key: null,
    responds: null,
    comment: null,
    relation: null,
    ...form,
  };
}

export type Published = Extract<PublishOutcome, { ok: true }> & {
  key: string;
  takeBackCode: string;
};

/** The outcome of a publication that has to have gone well. */
export function published(outcome: PublishOutcome): Published {
  if (!outcome.ok) throw new Error(`refused: ${JSON.stringify(outcome.faults)}`);
  const { key, takeBackCode } = outcome;
  if (key === null || takeBackCode === null) throw new Error("published without a key");
  return { ...outcome, key, takeBackCode };
}
