import type { MessagePort } from "node:worker_threads";
import { renderPiece } from "./render-piece.ts";
import { createSanitizer } from "./sanitize.ts";
import type { Labels, Rendered } from "./types.ts";

/** What the renderer sends to a worker; `started` hears when the work begins. */
export interface RenderTask {
  markdown: string;
  scope: string;
  works: number;
  labels: Labels;
  started: MessagePort;
}

const sanitizer = createSanitizer();

/** The task that piscina runs, one at a time. */
export default async function render({ started, ...request }: RenderTask): Promise<Rendered> {
  started.postMessage(true);
  started.close();
  // DOMPurify with jsdom holds on to what it made until the event loop turns.
  await new Promise((resolve) => setImmediate(resolve));
  return renderPiece(sanitizer, request);
}
