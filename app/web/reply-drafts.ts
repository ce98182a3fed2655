import { type AppLoadContext, data } from "@remix-run/node";
import { readEssay } from "#app/domain/essays/read-essay.ts";
import { readDraft, saveDraft } from "#app/domain/identity/drafts.ts";
import type { Draft, DraftFields } from "#app/domain/identity/types.ts";
import { words } from "#app/words/words.ts";
import { type TypedComment, typedComment } from "./form-fields.ts";
import { formRefusal, withKey } from "./own-comment.ts";
import { type PageRequest, replyPageData } from "./reply-page-data.ts";
import { privately, seeOther } from "./responses.ts";

/** What a line of `/drafts` shows of a text. */
const FIRST_LINES = 160;

/** The form as it was typed, without the key that opens the draft. */
function fieldsOf(typed: TypedComment): DraftFields {
  const { key: _key, ...fields } = typed;
  return fields;
}

function typedFrom(fields: DraftFields): TypedComment {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) {
    for (const one of [value].flat()) form.append(name, one);
  }
  return typedComment(form);
}

/** Keeps the reply form for later; whoever brought no key is shown one. */
export async function keepReplyDraft(context: AppLoadContext, form: FormData, page: PageRequest) {
  const { essay, typed, deviceKey } = page;
  const refusal = await formRefusal(context, form, "key");
  const again = async (field: string, sentence: string, status: number) => {
    const shown = await replyPageData(context, { ...page, faults: [{ field, sentence }] });
    return data({ kind: "form" as const, page: shown }, { status, headers: privately() });
  };
  if (refusal) return again(refusal.fault.field, refusal.fault.sentence, refusal.status);
  const kept = await saveDraft(context.house, {
    key: typed.key === "" ? deviceKey : typed.key,
    nonce: page.nonce,
    draftId: page.draft === "" ? null : page.draft,
    slug: essay.slug,
    fields: fieldsOf(typed),
  });
  const say = words().own.drafts.faults;
  if (!kept.ok) return again(kept.reason.startsWith("key") ? "key" : "", say[kept.reason], 422);
  if (deviceKey !== null) return seeOther("/drafts");
  const panel = {
    of: "draft" as const,
    secretKey: kept.key,
    takeBackCode: kept.takeBackCode,
    slug: essay.slug,
    nonce: page.nonce,
  };
  return data({ kind: "key" as const, panel }, { headers: privately() });
}

/** A kept draft as it was typed; null where this device's key has none of that id. */
export async function typedInDraft(
  context: AppLoadContext,
  { key, draftId }: { key: string | null; draftId: string },
): Promise<TypedComment | null> {
  if (key === null) return null;
  const draft = await withKey(() => readDraft(context.house, { key, draftId }));
  return draft && typedFrom(draft.fields);
}

/** Drafts as `/drafts` lists them. */
export async function draftEntries(context: AppLoadContext, drafts: readonly Draft[]) {
  const { read } = context.house.store;
  const titles = new Map<string, string>();
  for (const { slug } of drafts) {
    if (!titles.has(slug)) titles.set(slug, (await readEssay(read, { slug }))?.title ?? slug);
  }
  return drafts.map(({ id, slug, savedOn, fields }) => ({
    id,
    essayTitle: titles.get(slug) ?? slug,
    savedOn,
    firstLines: typedFrom(fields).body.slice(0, FIRST_LINES),
    href: `/essays/${slug}/reply?draft=${id}`,
  }));
}
