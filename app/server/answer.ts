import type { IncomingMessage, ServerResponse } from "node:http";

/** A finished answer, before the security headers are put on it. */
export interface Answer {
  status: number;
  headers: Record<string, string | string[]>;
  body: Buffer | null;
  /** Of a hydrated page, for its CSP. */
  nonce?: string;
}

const WITHOUT_BODY = new Set([204, 205, 304]);

/**
 * Sends an answer with `security` on top of its headers. A HEAD gets all headers of its GET.
 *
 * @param close ask the client to close the connection (the server is stopping, or the rest of a
 *   body is not read).
 */
export function send(
  request: IncomingMessage,
  response: ServerResponse,
  answer: Answer,
  security: Record<string, string>,
  close: boolean,
): void {
  if (response.headersSent || response.destroyed) return;
  for (const [name, value] of Object.entries({ ...answer.headers, ...security })) {
    response.setHeader(name, value);
  }
  if (close) response.setHeader("Connection", "close");
  if (!WITHOUT_BODY.has(answer.status)) {
    response.setHeader("Content-Length", answer.body?.length ?? 0);
  }
  response.writeHead(answer.status);
  const bare = request.method === "HEAD" || answer.body === null || WITHOUT_BODY.has(answer.status);
  response.end(bare ? undefined : answer.body);
}
