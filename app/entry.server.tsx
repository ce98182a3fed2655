import { PassThrough } from "node:stream";
import { text } from "node:stream/consumers";
import type { AppLoadContext, EntryContext, HandleErrorFunction } from "@remix-run/node";
import { isRouteErrorResponse, RemixServer } from "@remix-run/react";
import type { ReactElement } from "react";
import { renderToPipeableStream, renderToStaticMarkup } from "react-dom/server";
import { NonceContext, wantsScripts } from "#app/web/hydration.tsx";

/** Tells the server that this page uses the nonce, so that it stands in the CSP too. */
const NONCE_HEADER = "X-Firsthand-Nonce";

/**
 * Makes the whole document at once: the page cache needs it complete, and everybody gets the same,
 * whatever reads it.
 */
export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remix: EntryContext,
  context: AppLoadContext,
): Promise<Response> {
  const handles = remix.staticHandlerContext.matches.map((match) => {
    return remix.routeModules[match.route.id]?.handle;
  });
  const html = wantsScripts(handles)
    ? await hydratedPage(request, remix, context)
    : plainPage(request, remix);
  if (wantsScripts(handles)) headers.set(NONCE_HEADER, "used");
  headers.set("Content-Type", "text/html; charset=utf-8");
  context.finished.document = `<!DOCTYPE html>${html}`;
  return new Response(null, { status, headers });
}

/** Without the data that only scripts would read, and without React's own marks in the HTML. */
function plainPage(request: Request, remix: EntryContext): string {
  const { serverHandoffStream, ...rest } = remix;
  serverHandoffStream?.cancel().catch(() => {});
  return renderToStaticMarkup(<RemixServer context={rest} url={request.url} />);
}

function hydratedPage(
  request: Request,
  remix: EntryContext,
  context: AppLoadContext,
): Promise<string> {
  const nonce = context.cspNonce;
  return rendered(
    <NonceContext.Provider value={nonce}>
      <RemixServer context={remix} url={request.url} nonce={nonce} />
    </NonceContext.Provider>,
    context,
  );
}

function rendered(page: ReactElement, context: AppLoadContext): Promise<string> {
  return new Promise((resolve, reject) => {
    const body = new PassThrough();
    const stream = renderToPipeableStream(page, {
      onAllReady: () => {
        resolve(text(body));
        stream.pipe(body);
      },
      onShellError: reject,
      onError: (error) => context.report(error),
    });
  });
}

/** Remix's way to say that a loader, an action or a component threw: the server answers for it. */
export const handleError: HandleErrorFunction = (error, { request, context }) => {
  if (request.signal.aborted || isRouteErrorResponse(error)) return;
  context.report(error);
};
