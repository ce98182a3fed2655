import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { NamesPage } from "#app/components/settings/names-page.tsx";
import { ownNames } from "#app/domain/accounts/own-names.ts";
import {
  bringNameBack,
  chooseUsual,
  describeName,
  makeName,
  retireName,
} from "#app/domain/accounts/pen-names.ts";
import { dayOf } from "#app/domain/house.ts";
import type { FieldFault } from "#app/web/comment-faults.ts";
import { textField } from "#app/web/form-fields.ts";
import { formRefusal, signedFields } from "#app/web/own-comment.ts";
import { pauseOf } from "#app/web/own-pause.ts";
import { doneIn, fullSentence, newNameFault, shownName } from "#app/web/pen-names.ts";
import { badRequest, kindOf, passHeaders, privately, seeOther } from "#app/web/responses.ts";
import { requireAccount } from "#app/web/viewer.ts";
import { words } from "#app/words/words.ts";

export const headers = passHeaders;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { account } = await requireAccount(request, context);
  const { house } = context;
  const names = await ownNames(house.store.read, account);
  const page = {
    names: names.map((name) => shownName(name, dayOf(house.clock()))),
    usual: account.vault.usual,
    full: fullSentence(names),
    pause: await pauseOf(context, account),
    done: doneIn(request),
    hidden: signedFields(context),
    siteName: house.settings.name,
  };
  return data(page, { headers: privately() });
}

const done = (what: string) => seeOther(`/settings/names?done=${what}`);

export async function action({ request, context }: ActionFunctionArgs) {
  const { account } = await requireAccount(request, context);
  const { house } = context;
  const form = await request.formData();
  const id = textField(form, "id");
  const answer = (fault: FieldFault, text = "", status = 422) =>
    data({ typed: { id, text }, faults: [fault] }, { status, headers: privately() });
  const name = textField(form, "name");
  const description = textField(form, "description");
  const refusal = await formRefusal(context, form, null);
  if (refusal) return answer(refusal.fault, name || description, refusal.status);
  const say = words().penNames;
  try {
    switch (textField(form, "intent")) {
      case "make": {
        const made = await makeName(house, { account, name });
        return made.ok ? done("made") : answer(newNameFault(made.fault), name);
      }
      case "describe": {
        const changed = await describeName(house, { account, id, description });
        if (changed.ok) return done("described");
        const limit = "limit" in changed ? changed.limit : 0;
        const sentence =
          changed.reason === "paused"
            ? words().speaking.faults.paused(changed.until)
            : say.faults.descriptionTooLong(limit);
        return answer({ field: "description", sentence }, description);
      }
      case "retire":
        await retireName(house, { account, id });
        return done("retired");
      case "back": {
        const changed = await bringNameBack(house, { account, id });
        if (changed.ok) return done("back");
        const isFull = changed.reason === "too_many";
        const sentence = isFull ? say.full(changed.limit) : say.faults.leaving;
        return answer({ field: "", sentence });
      }
      case "usual":
        await chooseUsual(house, { account, usual: textField(form, "usual") });
        return done("usual");
      default:
        throw badRequest();
    }
  } catch (error) {
    if (kindOf(error) !== "notFound") throw error;
    return answer({ field: "", sentence: say.faults.gone });
  }
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: words().site.title(words().penNames.title, page?.siteName ?? "") },
  { name: "robots", content: "noindex" },
];

export default function NamesRoute() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <NamesPage {...page} typed={null} faults={[]} {...(answer && { ...answer, done: null })} />
  );
}
