import {
  type ActionFunctionArgs,
  type AppLoadContext,
  data,
  type LoaderFunctionArgs,
} from "@remix-run/node";
import type { House } from "#app/domain/house.ts";
import { words } from "#app/words/words.ts";
import type { FieldFault } from "./comment-faults.ts";
import { textField } from "./form-fields.ts";
import { commentOfPage, formRefusal, pageOfComment } from "./own-comment.ts";
import { essayOfPage, pageOfEssay } from "./own-essay.ts";
import { badRequest, gone, notFound, privately, responseFor } from "./responses.ts";

type Params = LoaderFunctionArgs["params"];

interface Claim {
  of: "comment" | "essay";
  /** For pieces that came from elsewhere, or for those written here? The other kind has no such page. */
  foreign: boolean;
  claim(house: House, params: Params): Promise<{ ok: boolean }>;
}

const PIECES = {
  async comment(context: AppLoadContext, params: Params) {
    const comment = await commentOfPage(context, params["id"] ?? "");
    return { foreign: comment.imported, page: pageOfComment(context, comment) };
  },
  async essay(context: AppLoadContext, params: Params) {
    const essay = await essayOfPage(context, params["slug"] ?? "");
    if (essay.state === "removed" || essay.state === "taken_back") throw gone();
    if (essay.demo) throw notFound();
    return { foreign: !essay.keyed, page: pageOfEssay(context, essay) };
  },
};

/** Loader and action of a page on which somebody asks for a piece to be folded. */
export function claimRoute({ of, foreign, claim }: Claim) {
  return {
    async loader({ params, context }: LoaderFunctionArgs) {
      const piece = await PIECES[of](context, params);
      if (piece.foreign !== foreign) throw notFound();
      return data(piece.page, { headers: privately() });
    },

    async action({ params, request, context }: ActionFunctionArgs) {
      const form = await request.formData();
      if (textField(form, "intent") !== "fold") throw badRequest();
      const refusal = await formRefusal(context, form, "report");
      if (refusal) return refused(refusal.status, refusal.fault);
      const outcome = await claim(context.house, params).catch((error: unknown) => {
        throw responseFor(error);
      });
      if (!outcome.ok) {
        return refused(409, { field: "", sentence: words().own.notPossible });
      }
      return data({ done: true, faults: [] as FieldFault[] }, { headers: privately() });
    },
  };
}

function refused(status: number, fault: FieldFault) {
  return data({ done: false, faults: [fault] }, { status, headers: privately() });
}
