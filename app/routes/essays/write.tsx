import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { KeyPanel } from "#app/components/own/key-panel.tsx";
import { Enhance } from "#app/components/site/enhance.tsx";
import { WritePage } from "#app/components/write/write-page.tsx";
import { asForEssay } from "#app/domain/accounts/speaking.ts";
import { draftsAddress, essayAddress } from "#app/web/addresses.ts";
import { attemptInAddress, withAttempt } from "#app/web/attempt-address.ts";
import { keepDraft, keptForm } from "#app/web/drafts.ts";
import { textField } from "#app/web/form-fields.ts";
import { sendEssayLater } from "#app/web/later.ts";
import { gone, notFound, passHeaders, privately, seeOther } from "#app/web/responses.ts";
import { sendEssay } from "#app/web/send-essay.ts";
import { previewRefusal, type Refusal, refused } from "#app/web/sending.ts";
import { whoWrites } from "#app/web/who-writes.ts";
import { essayForm, nothingWritten, typedEssay } from "#app/web/write-form.ts";
import { answeredPlace, writePageData } from "#app/web/write-page-data.ts";
import { afterEssay, keyWrittenDown } from "#app/web/written-down-form.ts";
import { words } from "#app/words/words.ts";

export const headers = passHeaders;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const url = new URL(request.url);
  const query = url.searchParams;
  const nonce = attemptInAddress(context, request);
  if (nonce === null) throw withAttempt(context, url);
  const asking = { essayId: null, as: "" };
  const known = await whoWrites(request, context, asking);
  const draft = query.get("draft") ?? "";
  const kept = await keptForm(context, { keys: known.keys, draftId: draft });
  if (draft !== "" && !kept && request.method === "GET") throw seeOther("/drafts");
  const [responds, comment] = [query.get("responds") ?? "", query.get("comment") ?? ""];
  const typed = kept ? typedEssay(kept) : { ...nothingWritten(), responds, comment };
  const place = await answeredPlace(context, typed);
  if (!place.ok && !kept && request.method === "GET") throw place.gone ? gone() : notFound();
  const say = words().write.faults;
  const lost = typed.comment === "" ? say.essayGone : say.commentGone;
  const faults = place.ok ? [] : [{ field: "", sentence: lost }];
  const who =
    typed.as === "" ? known : await whoWrites(request, context, { ...asking, as: typed.as });
  const asked = { typed, draft: kept ? draft : "", nonce, who, withPreview: false };
  const page = await writePageData(context, { ...asked, place, faults });
  return data(page, { headers: privately() });
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await request.formData();
  const typed = typedEssay(form);
  const [nonce, draft] = [textField(form, "nonce"), textField(form, "draft")];
  const intent = textField(form, "intent");
  // A reply that has become an essay: a name of its thread alone stays in its thread.
  const as = intent === "take_up" ? asForEssay(typed.as) : typed.as;
  const who = await whoWrites(request, context, { essayId: null, as });
  const asked = { typed, draft, nonce, who, withPreview: false };
  const again = async (refusal: Pick<Refusal, "status" | "faults">) => {
    const place = await answeredPlace(context, typed);
    const page = await writePageData(context, { ...asked, place, faults: refusal.faults });
    return data({ kind: "form" as const, page }, refused(refusal));
  };
  if (who.fault) return again({ status: 422, faults: [who.fault] });
  switch (intent) {
    case "take_up": {
      const place = await answeredPlace(context, typed);
      const page = await writePageData(context, { ...asked, place, faults: [] });
      return data({ kind: "form" as const, page }, { headers: privately() });
    }
    case "preview": {
      const refusal = await previewRefusal(context);
      if (refusal) return again(refusal);
      const place = await answeredPlace(context, typed);
      const page = await writePageData(context, { ...asked, place, withPreview: true });
      return data({ kind: "form" as const, page }, { headers: privately() });
    }
    case "publish": {
      const essay = essayForm(typed, asked);
      if (typed.later === "1") {
        const sending = { typed: { ...typed }, nonce, who };
        const kept = await sendEssayLater(context, form, { ...sending, essay });
        if (!kept.ok) return again(kept);
        if (kept.panel === null) return seeOther(draftsAddress(who.speaker?.as ?? null));
        return data({ kind: "key" as const, panel: kept.panel }, { headers: privately() });
      }
      const sent = await sendEssay(context, form, essay);
      if (!sent.ok) return again(sent);
      const { key: secretKey, showKey, ...published } = sent.published;
      if (essay.key !== null || !showKey || secretKey === null) {
        const waits = published.state === "waiting";
        return seeOther(waits ? "/inbox" : essayAddress(published.essay.slug));
      }
      const panel = { ...published, of: "essay" as const, secretKey, action: "/write", nonce };
      return data({ kind: "key" as const, panel }, { headers: privately() });
    }
    case "draft": {
      const keeping = { ...asked, slug: null, typed: { ...typed }, action: "/write" };
      const kept = await keepDraft(context, form, keeping);
      if (!kept.ok) return again(kept);
      if (kept.panel === null) return seeOther(draftsAddress(who.speaker?.as ?? null));
      return data({ kind: "key" as const, panel: kept.panel }, { headers: privately() });
    }
    case "written_down": {
      const done = { essayId: textField(form, "essay"), next: afterEssay(form) };
      return keyWrittenDown(context, form, done);
    }
    default: {
      const faults = [{ field: "", sentence: words().write.faults.noIntent }];
      return again({ status: 422, faults });
    }
  }
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: words().site.title(words().write.title, page?.siteName ?? "") },
  { name: "robots", content: "noindex" },
];

export default function WriteRoute() {
  const fresh = useLoaderData<typeof loader>();
  const done = useActionData<typeof action>();
  if (done?.kind === "key") return <KeyPanel {...done.panel} />;
  return (
    <>
      <WritePage {...(done?.kind === "form" ? done.page : fresh)} />
      <Enhance module="write" />
    </>
  );
}
