import type { IncomingMessage } from "node:http";
import { isLoopback } from "./addresses.ts";
import type { Answer } from "./answer.ts";

export interface HealthSources {
  /** Resolves where the database answers and all migrations are done; else throws. */
  ready: () => Promise<void>;
  stopping: () => boolean;
  metrics: () => Promise<string>;
}

const PATIENCE_MS = 2_000;

/** `/healthz`, `/readyz` and, for this machine alone, `/metrics`; null for other addresses. */
export async function healthAnswer(
  request: IncomingMessage,
  pathname: string,
  sources: HealthSources,
): Promise<Answer | null> {
  if (pathname === "/healthz") return plain(200, "ok\n");
  if (pathname === "/readyz") {
    if (sources.stopping()) return plain(503, "stopping\n");
    return (await inTime(sources.ready)) ? plain(200, "ready\n") : plain(503, "not ready\n");
  }
  if (pathname === "/metrics" && isForThisMachine(request)) {
    return plain(200, await sources.metrics());
  }
  return null;
}

/** A proxy on this machine connects from loopback too, but for others, and says so or names the site. */
function isForThisMachine(request: IncomingMessage): boolean {
  const { forwarded, host } = request.headers;
  if (forwarded !== undefined || request.headers["x-forwarded-for"] !== undefined) return false;
  return isLoopback(request) && /^(?:localhost|127\.[\d.]+|\[::1\])(?::\d+)?$/i.test(host ?? "");
}

async function inTime(ready: () => Promise<void>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), PATIENCE_MS);
  });
  const asked = ready().then(
    () => true,
    () => false,
  );
  const answer = await Promise.race([asked, tooLate]);
  clearTimeout(timer);
  return answer;
}

function plain(status: number, body: string): Answer {
  const headers = {
    "Cache-Control": "no-store",
    "Content-Type": "text/plain; charset=utf-8",
  };
  return { status, headers, body: Buffer.from(body) };
}
