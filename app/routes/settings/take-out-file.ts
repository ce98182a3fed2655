import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { takeOutFile } from "#app/domain/exchange/take-out/make-file.ts";
import { EVERYTHING, partsOf } from "#app/domain/leaving/parts.ts";
import { textField } from "#app/web/form-fields.ts";
import { formRefusal } from "#app/web/own-comment.ts";
import { privately, seeOther } from "#app/web/responses.ts";
import { requireAccount } from "#app/web/viewer.ts";

const PAGE = "/settings/take-out";
/** The same for everybody: a pen name has no place among downloads. */
const FILE = "firsthand-mine.zip";

/** The file is made by a form only, so that no link fetches it. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireAccount(request, context);
  return seeOther(PAGE);
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { account } = await requireAccount(request, context);
  const { house } = context;
  const form = await request.formData();
  if (await formRefusal(context, form, null)) return seeOther(PAGE);
  const what = textField(form, "what");
  const all = await partsOf(house.store.read, account);
  const parts = what === EVERYTHING ? all : all.filter(({ value }) => value === what);
  if (parts.length === 0) return seeOther(`${PAGE}?fault=what`);
  const { joinedOn } = account.vault;
  const made = await takeOutFile(house, { parts, ...(what === EVERYTHING && { joinedOn }) });
  if (!made.ok) return seeOther(`${PAGE}?fault=${made.reason}`);
  return new Response(new Uint8Array(made.file), {
    headers: {
      ...privately(),
      "Content-Type": "application/zip",
      "Content-Disposition": `attachment; filename="${FILE}"`,
    },
  });
}
