import { withoutControls } from "./characters.ts";
import { markdownToHtml } from "./markdown.ts";
import { readOutline } from "./plain-text.ts";
import type { Sanitizer } from "./sanitize.ts";
import type { Labels } from "./types.ts";
import { RENDERER_VERSION, type Rendered } from "./types.ts";

/** One text from Markdown to safe HTML, in this thread; see `createRenderer` for the safe way. */
export function renderPiece(
  sanitizer: Sanitizer,
  request: { markdown: string; scope: string; works?: number; labels: Labels },
): Rendered {
  const html = markdownToHtml(withoutControls(request.markdown), request);
  const piece = sanitizer.clean(html, request.scope);
  return {
    html: sanitizer.serialize(piece),
    ...readOutline(piece),
    version: RENDERER_VERSION,
  };
}
