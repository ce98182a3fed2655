import type { LoaderFunctionArgs } from "@remix-run/node";
import { codesToShow } from "#app/domain/accounts/codes.ts";
import { notFound, privately } from "#app/web/responses.ts";
import { requireAccount } from "#app/web/viewer.ts";
import { words } from "#app/words/words.ts";

/** The recovery codes as a file, for as long as their page shows them. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { account } = await requireAccount(request, context);
  const shown = await codesToShow(context.house, account);
  if (shown === null) throw notFound(privately());
  const { file } = words().codes;
  const lines = [
    file.title(context.house.settings.name),
    "",
    ...shown.codes,
    "",
    file.text,
    file.where(`${context.origins.current}/recover`),
    "",
  ];
  return new Response(lines.join("\r\n"), {
    headers: {
      ...privately(),
      "Content-Type": "text/plain; charset=utf-8",
      "Content-Disposition": 'attachment; filename="recovery-codes.txt"',
    },
  });
}
