import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import type { ClaimOutcome } from "#app/domain/comments/claims.ts";
import type { House } from "#app/domain/house.ts";
import { words } from "#app/words/words.ts";
import type { FieldFault } from "./comment-faults.ts";
import { textField } from "./form-fields.ts";
import { commentOfPage, formRefusal, pageOfComment } from "./own-comment.ts";
import { badRequest, notFound, privately, responseFor } from "./responses.ts";

interface Claim {
  /** For pieces of the old blog, or for those written here? The other kind has no such page. */
  imported: boolean;
  claim(house: House, named: { commentId: string }): Promise<ClaimOutcome>;
}

/** Loader and action of a page on which somebody asks for a piece to be folded. */
export function claimRoute({ imported, claim }: Claim) {
  return {
    async loader({ params, context }: LoaderFunctionArgs) {
      const comment = await commentOfPage(context, params["id"] ?? "");
      if (comment.imported !== imported) throw notFound();
      return data(pageOfComment(context, comment), { headers: privately() });
    },

    async action({ params, request, context }: ActionFunctionArgs) {
      const form = await request.formData();
      if (textField(form, "intent") !== "fold") throw badRequest();
      const refusal = await formRefusal(context, form, "report");
      if (refusal) return refused(refusal.status, refusal.fault);
      const named = { commentId: params["id"] ?? "" };
      const outcome = await claim(context.house, named).catch((error: unknown) => {
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
