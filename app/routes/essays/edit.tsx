import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Enhance } from "#app/components/site/enhance.tsx";
import { EditEssayPage } from "#app/components/write/edit-essay-page.tsx";
import { editEssay } from "#app/domain/essays/edit.ts";
import { previewEdit } from "#app/domain/essays/preview.ts";
import { tagsInUse } from "#app/domain/essays/tags-in-use.ts";
import type { EssayPreview } from "#app/domain/essays/types.ts";
import { essayAddress } from "#app/web/addresses.ts";
import type { FieldFault } from "#app/web/comment-faults.ts";
import { textField } from "#app/web/form-fields.ts";
import { formRefusal, withKey } from "#app/web/own-comment.ts";
import { keyedEssayOfPage, openedEssay, pageOfEssay } from "#app/web/own-essay.ts";
import { badRequest, passHeaders, privately, seeOther } from "#app/web/responses.ts";
import { type Revealing, revealingIn, saidInEssay } from "#app/web/revealing.ts";
import { previewRefusal, refused } from "#app/web/sending.ts";
import { allOfWriter, keyFor } from "#app/web/who-owns.ts";
import { essayFaultSentence } from "#app/web/write-faults.ts";
import { essayWords, type TypedEssay, typedEssay } from "#app/web/write-form.ts";
import { words } from "#app/words/words.ts";

export const headers = passHeaders;

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const essay = await keyedEssayOfPage(context, params["slug"] ?? "");
  const key = await keyFor(request, context, { slug: essay.slug });
  const opened = key && (await openedEssay(context, { slug: essay.slug, key, typedKey: "" }));
  const page = pageOfEssay(context, essay);
  const offered = await tagsInUse(context.house.store.read);
  const shown = opened || { values: null, keepOpen: false };
  return data({ ...page, ...shown, tagsInUse: offered }, { headers: privately() });
}

interface Shown {
  values: TypedEssay | null;
  keepOpen: boolean;
  preview?: EssayPreview;
  revealing?: Revealing;
  faults?: FieldFault[];
}

function answer({ preview, faults, ...shown }: Shown, status = 200) {
  const looked = preview ? preview.faults.map(essayFaultSentence) : [];
  const page = {
    ...shown,
    preview: preview?.essay ?? null,
    waits: preview?.willWait ?? false,
    faults: faults ?? looked,
  };
  return data(page, refused({ status }));
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const slug = params["slug"] ?? "";
  const form = await request.formData();
  const typed = typedEssay(form);
  const key = typed.key || ((await keyFor(request, context, { slug })) ?? "");
  const intent = textField(form, "intent");
  const keepOpen = form.has("keep_open");
  const back = { values: intent === "open" ? null : typed, keepOpen };
  const refusal = await formRefusal(context, form, "key");
  if (refusal) return answer({ ...back, faults: [refusal.fault] }, refusal.status);
  const wrong = [{ field: "key", sentence: words().own.askKey.wrong }];
  switch (intent) {
    case "open": {
      const opened = await openedEssay(context, { slug, key, typedKey: typed.key });
      return opened ? answer(opened) : answer({ ...back, faults: wrong }, 403);
    }
    case "preview": {
      const tooMany = await previewRefusal(context);
      if (tooMany) return answer({ ...back, faults: tooMany.faults }, tooMany.status);
      const looking = { ...essayWords(typed), slug, key };
      const preview = await withKey(() => previewEdit(context.house, looking));
      if (!preview) return answer({ ...back, faults: wrong }, 403);
      const revealing = await revealingIn(context, saidInEssay(typed), [preview.name]);
      return answer({ ...back, preview, revealing });
    }
    case "save": {
      const whose = await allOfWriter(request, context, key);
      const change = { ...essayWords(typed), slug, key, whose, keepOpen };
      const saved = await withKey(() => editEssay(context.house, change));
      if (!saved) return answer({ ...back, faults: wrong }, 403);
      if (!saved.ok) return answer({ ...back, faults: saved.faults.map(essayFaultSentence) }, 422);
      return seeOther(saved.state === "waiting" ? "/inbox" : essayAddress(slug));
    }
    default:
      throw badRequest();
  }
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: words().site.title(words().write.edit.title, page?.siteName ?? "") },
  { name: "robots", content: "noindex" },
];

export default function EditEssayRoute() {
  const page = useLoaderData<typeof loader>();
  const done = useActionData<typeof action>();
  return (
    <>
      <EditEssayPage {...page} preview={null} waits={false} faults={[]} {...done} />
      <Enhance module="write" />
    </>
  );
}
