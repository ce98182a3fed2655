import type { IncomingMessage } from "node:http";
import { createRequestHandler, type ServerBuild } from "@remix-run/node";
import type { FirsthandContext } from "#app/web/context.ts";
import { SUBJECTS_HEADER } from "#app/web/responses.ts";
import type { Made } from "./page-cache.ts";

/** Remix's half of the site: from `build/server`, or from Vite in development. */
export interface RemixSite {
  answer(question: Question, context: RouteContext): Promise<MadePage>;
  /** Addresses of the stylesheets on every page. */
  stylesheets(): Promise<readonly string[]>;
}

export interface Question {
  method: "GET" | "POST";
  /** With an origin of ours. */
  url: string;
  headers: Headers;
  body: Buffer | null;
}

export interface MadePage extends Made {
  nonceUsed: boolean;
}

const NONCE_HEADER = "X-Firsthand-Nonce";
/** What the server gives to a question; the rest of the context hangs on how it is asked. */
type RouteContext = Omit<FirsthandContext, "dataAsked" | "finished">;

/** What a route may know of a request. Neither browser nor address is among it, so neither can leak. */
const PASSED_ON = [
  "accept",
  "content-type",
  "cookie",
  "origin",
  "sec-fetch-site",
  "sec-fetch-mode",
];
/** Hop by hop, or made anew by the server. */
const DROPPED = [
  "x-remix-catch",
  "connection",
  "content-length",
  "date",
  "keep-alive",
  "transfer-encoding",
];

/**
 * @param load gives the build; asked for every request, so that development sees each change.
 * @param mode also decides whether Remix shows errors or hides them.
 */
export function makeRemixSite(
  load: () => Promise<ServerBuild>,
  mode: "production" | "development",
): RemixSite {
  let known: { build: ServerBuild; handle: ReturnType<typeof createRequestHandler> } | null = null;
  const current = async () => {
    const build = await load();
    if (known?.build !== build) known = { build, handle: createRequestHandler(build, mode) };
    return known;
  };
  return {
    async answer(question, context) {
      const { handle } = await current();
      const finished = new AbortController();
      const request = new Request(question.url, {
        method: question.method,
        headers: question.headers,
        signal: finished.signal,
        body: question.body === null ? null : new Uint8Array(question.body),
      });
      const dataAsked = new URL(question.url).pathname.endsWith(".data");
      const given: FirsthandContext = { ...context, dataAsked, finished: { document: null } };
      try {
        const response = await handle(request, { ...given });
        return await made(response, given.finished.document);
      } finally {
        // Ends the timers that Remix keeps for data that is still on its way, and what hangs on them.
        finished.abort();
      }
    },
    async stylesheets() {
      const { build } = await current();
      return stylesheetsOf(build);
    },
  };
}

/** The headers of a request that a route gets to see, with Host set to one of our origins. */
export function headersFor(request: IncomingMessage, origin: string): Headers {
  const headers = new Headers();
  for (const name of PASSED_ON) {
    const value = request.headers[name];
    if (typeof value === "string") headers.set(name, value);
  }
  // A route tells by it that a form was sent: Remix asks it for its data again after the form.
  if (request.method !== "POST") headers.delete("content-type");
  // Remix compares Origin with Host; ours has been compared with all of the site's origins.
  const { origin: from, referer } = request.headers;
  headers.set("host", new URL(from !== undefined && URL.canParse(from) ? from : origin).host);
  // Whether a page of ours led here, and not which, nor where else somebody comes from.
  if (referer !== undefined && URL.canParse(referer) && new URL(referer).origin === origin) {
    headers.set("referer", `${origin}/`);
  }
  return headers;
}

async function made(response: Response, document: string | null): Promise<MadePage> {
  const subjects = response.headers.get(SUBJECTS_HEADER);
  const nonceUsed = response.headers.has(NONCE_HEADER);
  const body =
    document !== null && response.body === null
      ? Buffer.from(document)
      : Buffer.from(await response.arrayBuffer());
  const headers: Record<string, string | string[]> = {};
  const own = [SUBJECTS_HEADER, NONCE_HEADER].map((name) => name.toLowerCase());
  response.headers.forEach((value, name) => {
    if (!own.includes(name) && !DROPPED.includes(name) && name !== "set-cookie") {
      headers[name] = value;
    }
  });
  const cookies = response.headers.getSetCookie();
  if (cookies.length > 0) headers["set-cookie"] = cookies;
  return {
    status: response.status,
    headers,
    body,
    subjects: subjects === null ? null : subjects.split(" ").filter((subject) => subject !== ""),
    nonceUsed,
  };
}

function stylesheetsOf(build: ServerBuild): readonly string[] {
  const root = build.routes["root"]?.module;
  const linked = (root?.links?.() ?? []).flatMap((link) =>
    "rel" in link && link.rel === "stylesheet" && link.href !== undefined ? [link.href] : [],
  );
  return [...new Set([...linked, ...(build.assets.routes["root"]?.css ?? [])])];
}
