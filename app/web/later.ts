import type { AppLoadContext } from "@remix-run/node";
import type { PostForm } from "#app/domain/comments/post.ts";
import type { EssayForm } from "#app/domain/essays/types.ts";
import type { DraftFields } from "#app/domain/identity/types.ts";
import { dontPublish, listScheduled } from "#app/domain/later/draft-again.ts";
import { type LaterOutcome, publishNow } from "#app/domain/later/publish.ts";
import { scheduleComment, scheduleEssay } from "#app/domain/later/schedule.ts";
import { words } from "#app/words/words.ts";
import { essayAddress, permalink } from "./addresses.ts";
import { faultSentence } from "./comment-faults.ts";
import { draftEntries } from "./drafts.ts";
import { responseFor } from "./responses.ts";
import { type Refusal, sendingRefusal } from "./sending.ts";
import { isKnown, type WhoWrites } from "./who-writes.ts";
import { essayFaultSentence } from "./write-faults.ts";

interface Sending {
  /** The form as it was typed; its key is left out. */
  typed: { key: string } & DraftFields;
  nonce: string;
  who: WhoWrites;
}

/** What the page shows that gives a key; null: this device has it already. */
interface LaterPanel {
  of: "later";
  secretKey: string;
  takeBackCode: string;
  action: string;
  nonce: string;
}

type Sent = { ok: true; panel: LaterPanel | null } | Refusal;

/** Keeps a reply until a random moment within the day. It has to pass what a reply has to pass. */
export async function sendReplyLater(
  context: AppLoadContext,
  form: FormData,
  { slug, comment, ...sending }: Sending & { slug: string; comment: PostForm },
): Promise<Sent> {
  const refusal = await sendingRefusal(context, form);
  if (refusal) return refusal;
  const draft = { slug, fields: fieldsOf(sending) };
  const outcome = await scheduleComment(context.house, { form: comment, draft }).catch(
    (error: unknown) => {
      throw responseFor(error);
    },
  );
  if (outcome.ok) return kept(outcome, { ...sending, action: `/essays/${slug}/reply` });
  return "tooMany" in outcome ? tooMany() : refused(outcome.faults.map(faultSentence));
}

/** The same for an essay. */
export async function sendEssayLater(
  context: AppLoadContext,
  form: FormData,
  { essay, ...sending }: Sending & { essay: EssayForm },
): Promise<Sent> {
  const refusal = await sendingRefusal(context, form);
  if (refusal) return refusal;
  const draft = { slug: null, fields: fieldsOf(sending) };
  const outcome = await scheduleEssay(context.house, { form: essay, draft });
  if (outcome.ok) return kept(outcome, { ...sending, action: "/write" });
  return "tooMany" in outcome ? tooMany() : refused(outcome.faults.map(essayFaultSentence));
}

function fieldsOf({ typed: { key: _key, ...fields } }: Pick<Sending, "typed">): DraftFields {
  return fields;
}

function kept(
  { key: secretKey, takeBackCode }: { key: string; takeBackCode: string },
  { who, nonce, action }: Pick<Sending, "who" | "nonce"> & { action: string },
): Sent {
  if (isKnown(who)) return { ok: true, panel: null };
  return { ok: true, panel: { of: "later", secretKey, takeBackCode, action, nonce } };
}

function refused(faults: Refusal["faults"]): Refusal {
  return { ok: false, status: 422, faults };
}

function tooMany(): Refusal {
  return refused([{ field: "", sentence: words().later.faults.tooMany }]);
}

/** What `/drafts` lists of pieces that become public within a day. */
export async function scheduledEntries(context: AppLoadContext, keys: readonly string[]) {
  const lists = await Promise.all(keys.map((key) => listScheduled(context.house, { key })));
  const pieces = lists.flat().map((piece) => ({ ...piece, savedOn: "" }));
  const entries = await draftEntries(context, pieces);
  return entries.map(({ id, heading, firstLines }) => ({ id, heading, firstLines }));
}

/**
 * "Publish it now" and "Don't", for a piece of one of these keys.
 *
 * @returns where to go on; null: to the list
 */
export async function changeScheduled(
  { house }: AppLoadContext,
  { intent, keys, id }: { intent: string; keys: readonly string[]; id: string },
): Promise<string | null> {
  for (const key of keys) {
    if (intent === "dont_publish") await dontPublish(house, { key, id });
    const outcome = intent === "publish_now" ? await publishNow(house, { key, id }) : null;
    const address = outcome && addressOf(outcome);
    if (address) return address;
  }
  return null;
}

function addressOf(outcome: LaterOutcome): string | null {
  if (outcome.became === "comment") return permalink(outcome.id);
  if (outcome.became !== "essay") return null;
  return outcome.waits ? "/inbox" : essayAddress(outcome.slug);
}
