import type { AppLoadContext } from "@remix-run/node";
import { findEssay } from "#app/domain/essays/find-essay.ts";
import { findDraft, saveDraft } from "#app/domain/identity/drafts.ts";
import type { Draft, DraftFields } from "#app/domain/identity/types.ts";
import { words } from "#app/words/words.ts";
import { textField } from "./form-fields.ts";
import { formRefusal } from "./own-comment.ts";
import type { Refusal } from "./sending.ts";
import { isKnown, type WhoWrites, whoseForm } from "./who-writes.ts";

/** What a line of `/drafts` shows of a text. */
const FIRST_LINES = 160;

/** The fields of a kept form as a form again. */
function formOf(fields: DraftFields): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) {
    for (const one of [value].flat()) form.append(name, one);
  }
  return form;
}

interface Keeping {
  /** The essay whose thread it is for; null: an essay. */
  slug: string | null;
  /** The form as it was typed; its key is left out. */
  typed: { key: string } & DraftFields;
  /** The draft that this goes on with; empty: none. */
  draft: string;
  nonce: string;
  /** The address of the page on which it is written. */
  action: string;
  who: WhoWrites;
}

/** What the page shows that gives a key; null: this device has it already. */
interface DraftPanel {
  of: "draft";
  secretKey: string;
  takeBackCode: string;
  action: string;
  nonce: string;
}

/** Keeps a form for later, sealed under a key. Whoever brought none is to be shown one. */
export async function keepDraft(
  context: AppLoadContext,
  form: FormData,
  { slug, typed, draft, nonce, action, who }: Keeping,
): Promise<{ ok: true; panel: DraftPanel | null } | Refusal> {
  const refusal = await formRefusal(context, form, "key");
  if (refusal) return { ok: false, status: refusal.status, faults: [refusal.fault] };
  const { key, ...fields } = typed;
  const kept = await saveDraft(context.house, {
    key: whoseForm(who, key).key,
    nonce,
    draftId: draft === "" ? null : draft,
    slug,
    fields,
  });
  if (!kept.ok) {
    const field = kept.reason.startsWith("key") ? "key" : "";
    const sentence = words().own.drafts.faults[kept.reason];
    return { ok: false, status: 422, faults: [{ field, sentence }] };
  }
  if (isKnown(who)) return { ok: true, panel: null };
  const { key: secretKey, takeBackCode } = kept;
  return { ok: true, panel: { of: "draft", secretKey, takeBackCode, action, nonce } };
}

/** A kept form as it was typed; null where none of these keys has a draft of that id. */
export async function keptForm(
  context: AppLoadContext,
  { keys, draftId }: { keys: readonly string[]; draftId: string },
): Promise<FormData | null> {
  for (const key of draftId === "" ? [] : keys) {
    const draft = await findDraft(context.house, { key, draftId });
    if (draft) return formOf(draft.fields);
  }
  return null;
}

/** Drafts as `/drafts` lists them. */
export async function draftEntries(context: AppLoadContext, drafts: readonly Draft[]) {
  const { own, thread, write } = words();
  const titles = new Map<string, string>();
  for (const { slug } of drafts) {
    if (slug !== null && !titles.has(slug)) {
      const essay = await findEssay(context.house, { slug });
      if (essay === null) titles.set(slug, slug);
      else if (essay.state === "visible") titles.set(slug, essay.title);
      else titles.set(slug, thread.essayPlaces[essay.state]);
    }
  }
  return drafts.map(({ id, slug, savedOn, fields, returned = false }) => {
    const form = formOf(fields);
    const firstLines = textField(form, "body").slice(0, FIRST_LINES);
    const entry = { id, savedOn, firstLines, returned };
    if (slug !== null) {
      const title = titles.get(slug) ?? slug;
      const href = `/essays/${slug}/reply?draft=${id}`;
      return { ...entry, href, heading: own.drafts.answerTo(title), of: own.drafts.dropOf(title) };
    }
    const title = textField(form, "title").trim();
    const heading = title === "" ? write.drafts.untitled : write.drafts.essay(title);
    return { ...entry, href: `/write?draft=${id}`, heading, of: write.drafts.dropOf(title) };
  });
}
