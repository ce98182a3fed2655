import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { KeyPanel } from "#app/components/own/key-panel.tsx";
import { ReplyPage } from "#app/components/reply/reply-page.tsx";
import { Enhance } from "#app/components/site/enhance.tsx";
import { draftsAddress, permalink } from "#app/web/addresses.ts";
import { attemptInAddress, withAttempt } from "#app/web/attempt-address.ts";
import { keepDraft, keptForm } from "#app/web/drafts.ts";
import { NOTHING_TYPED, textField, typedComment } from "#app/web/form-fields.ts";
import { sendReplyLater } from "#app/web/later.ts";
import { commentForm, essayToAnswer, replyPageData } from "#app/web/reply-page-data.ts";
import { notFound, passHeaders, privately, seeOther } from "#app/web/responses.ts";
import { sendReply } from "#app/web/send-reply.ts";
import { previewRefusal, refused } from "#app/web/sending.ts";
import { shownTitle } from "#app/web/shown-title.ts";
import { whoWrites } from "#app/web/who-writes.ts";
import { afterReply, keyWrittenDown } from "#app/web/written-down-form.ts";
import { words } from "#app/words/words.ts";

export const headers = passHeaders;

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const essay = await essayToAnswer(context, params["slug"] ?? "");
  // What a form was answered with stands in the action's own data; here is nothing more to find out.
  const siteName = context.house.settings.name;
  if (request.headers.has("content-type")) {
    return data({ title: shownTitle(essay), siteName, page: null }, { headers: privately() });
  }
  const url = new URL(request.url);
  const query = url.searchParams;
  const attempt = attemptInAddress(context, request);
  if (attempt === null) throw withAttempt(context, url);
  const asking = { essayId: essay.id, as: "" };
  const known = await whoWrites(request, context, asking);
  const draft = query.get("draft") ?? "";
  const kept = await keptForm(context, { keys: known.keys, draftId: draft });
  const typed = kept && typedComment(kept);
  const page = await replyPageData(context, {
    essay,
    typed: typed ?? { ...NOTHING_TYPED, parent: query.get("parent") ?? "" },
    draft: kept ? draft : "",
    nonce: attempt,
    who: typed?.as ? await whoWrites(request, context, { ...asking, as: typed.as }) : known,
    withPreview: false,
  });
  if (page.parentMissing && request.method === "GET") throw notFound();
  return data({ title: page.title, siteName, page }, { headers: privately() });
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const essay = await essayToAnswer(context, params["slug"] ?? "");
  const form = await request.formData();
  const typed = typedComment(form);
  const nonce = textField(form, "nonce");
  const who = await whoWrites(request, context, { essayId: essay.id, as: typed.as });
  const comment = commentForm(essay, typed, nonce, who);
  const draft = textField(form, "draft");
  const action = `/essays/${essay.slug}/reply`;
  const page = { essay, typed, draft, nonce, who, withPreview: true };
  if (who.fault) {
    const shown = await replyPageData(context, { ...page, faults: [who.fault] });
    return data({ kind: "form" as const, page: shown }, refused({ status: 422 }));
  }
  switch (textField(form, "intent")) {
    case "preview": {
      const refusal = await previewRefusal(context);
      const wanted = refusal ? { withPreview: false, faults: refusal.faults } : {};
      const withPreview = typed.body !== "";
      const shown = await replyPageData(context, { ...page, withPreview, ...wanted });
      const how = refusal ? refused(refusal) : { headers: privately() };
      return data({ kind: "form" as const, page: shown }, how);
    }
    case "post": {
      if (typed.later === "1") {
        const sending = { slug: essay.slug, typed: { ...typed }, nonce, who };
        const posting = draft === "" ? comment : { ...comment, draftId: draft };
        const sent = await sendReplyLater(context, form, { ...sending, comment: posting });
        if (!sent.ok) {
          const shown = await replyPageData(context, { ...page, faults: sent.faults });
          return data({ kind: "form" as const, page: shown }, refused(sent));
        }
        if (sent.panel === null) return seeOther(draftsAddress(who.speaker?.as ?? null));
        return data({ kind: "key" as const, panel: sent.panel }, { headers: privately() });
      }
      const sent = await sendReply(
        context,
        form,
        draft === "" ? comment : { ...comment, draftId: draft },
      );
      if (!sent.ok) {
        const shown = await replyPageData(context, { ...page, faults: sent.faults });
        return data({ kind: "form" as const, page: shown }, refused(sent));
      }
      const { posted } = sent;
      if (!posted.showKey || posted.key === null) return seeOther(permalink(posted.comment.id));
      const panel = {
        ...posted,
        of: "comment" as const,
        secretKey: posted.key,
        action,
        nonce,
      };
      return data({ kind: "key" as const, panel }, { headers: privately() });
    }
    case "draft": {
      const keeping = { ...page, slug: essay.slug, typed: { ...typed }, action };
      const kept = await keepDraft(context, form, keeping);
      if (!kept.ok) {
        const shown = await replyPageData(context, { ...page, faults: kept.faults });
        return data({ kind: "form" as const, page: shown }, refused(kept));
      }
      if (kept.panel === null) return seeOther(draftsAddress(who.speaker?.as ?? null));
      return data({ kind: "key" as const, panel: kept.panel }, { headers: privately() });
    }
    case "written_down":
      return keyWrittenDown(context, form, { essayId: essay.id, next: afterReply(form) });
    default: {
      const faults = [{ field: "", sentence: words().reply.faults.noIntent }];
      const shown = await replyPageData(context, { ...page, withPreview: false, faults });
      return data({ kind: "form" as const, page: shown }, refused({ status: 422 }));
    }
  }
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: words().site.title(words().reply.pageTitle(page?.title ?? ""), page?.siteName ?? "") },
  { name: "robots", content: "noindex" },
];

export default function ReplyRoute() {
  const fresh = useLoaderData<typeof loader>();
  const done = useActionData<typeof action>();
  if (done?.kind === "key") return <KeyPanel {...done.panel} />;
  const page = done?.kind === "form" ? done.page : fresh.page;
  if (page === null) return null;
  return (
    <>
      <ReplyPage {...page} />
      <Enhance module="reply" />
    </>
  );
}
