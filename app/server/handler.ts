import { randomBytes } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { setImmediate } from "node:timers/promises";
import type { House, Subject } from "#app/domain/house.ts";
import type { Fragments, Gates } from "#app/web/context.ts";
import { freshCookie, hasOwnCookie } from "#app/web/cookies.ts";
import { crossSiteFault } from "#app/web/csrf.ts";
import { securityHeaders } from "#app/web/headers.ts";
import { type Origins, originsFor } from "#app/web/origins.ts";
import type { ClientAddresses } from "./addresses.ts";
import type { Admission } from "./admission.ts";
import { type Answer, send } from "./answer.ts";
import { type BodyReader, isForm } from "./body.ts";
import type { Encoding } from "./encodings.ts";
import { healthAnswer } from "./health.ts";
import type { Metrics, Route } from "./metrics.ts";
import { encodingsOf, freshAnswer, pageAnswer } from "./page-answer.ts";
import type { KeptPage, Made, PageCache } from "./page-cache.ts";
import { type PageAddress, pageAddress } from "./page-keys.ts";
import { type Problems, unsentFrom } from "./problems.ts";
import { QuickAnswers } from "./quick-answers.ts";
import { headersFor, type MadePage, type Question, type RemixSite } from "./remix.ts";
import type { StaticFiles } from "./static-files.ts";
import { parseTarget, type Target } from "./target.ts";

/** Everything that answers requests, made once per process. */
export interface Site {
  house: House;
  origins: () => readonly string[];
  remix: RemixSite;
  /** Null in development, where Vite has them. */
  files: StaticFiles | null;
  /** Null in development. */
  cache: PageCache | null;
  problems: Problems;
  admission: Admission;
  addresses: ClientAddresses;
  bodies: BodyReader;
  gates: Gates;
  fragments: Fragments;
  metrics: Metrics;
  ready: () => Promise<void>;
  stopping: () => boolean;
  dev: boolean;
}

interface Outcome {
  route: Route;
  answer: Answer;
  /** Set where the next to ask may be answered with the same at once. */
  kept?: { key: string; page: KeptPage; encoding: Encoding };
}

/** One request, read as far as the server needs. */
interface Asked {
  request: IncomingMessage;
  origins: Origins;
  target: Target;
}

const KEEPABLE = new Set([200, 301, 302, 308, 404, 410]);
const READER_PATIENCE_MS = 2_000;
const WRITER_PATIENCE_MS = 10_000;
const URGENT = /^\/(?:sign-in|sign-out|recover|settings|moderation|help)(?:[/.]|$)/;

/** The whole way of a request: see `answerTo` for its order. Never throws. */
export function makeHandler(
  site: Site,
): (request: IncomingMessage, response: ServerResponse) => void | Promise<void> {
  const quick = site.cache && new QuickAnswers(site.cache);
  const answer = async (request: IncomingMessage, response: ServerResponse, began: number) => {
    const origins = originsFor(site.origins(), request.headers.host);
    let outcome: Outcome;
    try {
      outcome = await answerTo(site, request, origins);
    } catch (error) {
      outcome = { route: "refused", answer: site.problems.fault(error, "server", null) };
    }
    const { nonce, status } = outcome.answer;
    const security = securityHeaders({
      secure: origins.secure,
      dev: site.dev,
      ...(nonce !== undefined && { nonce }),
    });
    send(request, response, outcome.answer, security, site.stopping());
    if (!request.complete) request.resume();
    site.metrics.count(outcome.route, status, (performance.now() - began) / 1000);
    const { kept } = outcome;
    if (kept === undefined) return;
    const headers = { ...outcome.answer.headers, ...security };
    quick?.remember(request, kept, { ...outcome.answer, headers });
  };
  return (request, response) => {
    const began = performance.now();
    const status = site.stopping() ? null : (quick?.send(request, response) ?? null);
    if (status === null) return answer(request, response, began);
    site.metrics.count("kept", status, (performance.now() - began) / 1000);
  };
}

async function answerTo(site: Site, request: IncomingMessage, origins: Origins): Promise<Outcome> {
  const target = parseTarget(request.url);
  if (typeof target === "string") return refused(site.problems.badTarget(target));
  const reading = request.method === "GET" || request.method === "HEAD";
  if (!reading) return answerToForm(site, { request, origins, target });

  const health = await healthAnswer(request, target.pathname, {
    ready: site.ready,
    stopping: site.stopping,
    metrics: () => site.metrics.text(),
  });
  if (health !== null) return { route: "health", answer: health };
  const file = site.files?.answer(target.pathname, {
    acceptEncoding: encodingsOf(request),
    ifNoneMatch: request.headers["if-none-match"],
  });
  if (file) return { route: "static", answer: file };

  const asked = { request, origins, target };
  const address = hasOwnCookie(request.headers.cookie) ? null : pageAddress(target);
  if (site.cache !== null && address !== null) return keptAnswer(site, site.cache, asked, address);
  const question: Question = {
    method: "GET",
    url: `${origins.current}${target.pathname}${target.search}`,
    headers: headersFor(request, origins.current),
    body: null,
  };
  const page = await make(site, asked, question, site.addresses.keyOf(request, new Date()));
  return { route: routeOf(page), answer: await freshAnswer(request, page, true) };
}

async function answerToForm(site: Site, asked: Asked): Promise<Outcome> {
  const { request, origins, target } = asked;
  const fault = crossSiteFault(origins.all, {
    host: request.headers.host,
    origin: request.headers.origin,
    secFetchSite: oneOf(request.headers["sec-fetch-site"]),
    forwardedHost: oneOf(request.headers["x-forwarded-host"]),
  });
  if (fault !== null) return refused(site.problems.crossSite());
  if (request.method !== "POST") return refused(site.problems.wrongMethod());
  const body = await site.bodies.read(request);
  if (body === "too_large" || body === "gone") return refused(site.problems.tooLarge());
  if (body === "no_room") return { route: "shed", answer: site.problems.busy(null) };
  if (!(await isForm(request.headers["content-type"], body)))
    return refused(site.problems.noForm());
  const question: Question = {
    method: "POST",
    url: `${origins.current}${target.pathname}${target.search}`,
    headers: headersFor(request, origins.current),
    body,
  };
  const page = await make(site, asked, question, site.addresses.keyOf(request, new Date()));
  return { route: routeOf(page), answer: await freshAnswer(request, page, false) };
}

/** A page that may be kept is made without anything of whoever asks. */
async function keptAnswer(
  site: Site,
  cache: PageCache,
  asked: Asked,
  address: PageAddress,
): Promise<Outcome> {
  const { request, origins } = asked;
  const url = `${origins.current}${address.pathname}${address.search}`;
  const headers = new Headers({ accept: "*/*", host: new URL(origins.current).host });
  let route: Route = "kept";
  const page = await cache.page(url, () => {
    route = "made";
    return make(site, asked, { method: "GET", url, headers, body: null }, "");
  });
  if (!isKept(page))
    return { route: routeOf(page), answer: await freshAnswer(request, page, true) };
  const { answer, encoding } = await pageAnswer(request, page);
  return { route, answer, kept: { key: url, page, encoding } };
}

/** Asks Remix, within the bounds of what can be worked on at once. */
async function make(
  site: Site,
  asked: Asked,
  question: Question,
  address: string,
): Promise<Made & { nonce?: string }> {
  const { origins, target } = asked;
  const contentType = question.headers.get("content-type") ?? undefined;
  const unsent = unsentFrom(`${target.pathname}${target.search}`, contentType, question.body);
  const patience = question.method === "POST" ? WRITER_PATIENCE_MS : READER_PATIENCE_MS;
  let release = await site.admission.enter(URGENT.test(target.pathname), patience);
  if (release === null) return plain(site.problems.busy(unsent));
  // All that has arrived by now is read before any of it is worked on; else a crowd would wait in
  // the kernel, where no limit sees it.
  await setImmediate();
  const faults: unknown[] = [];
  const cspNonce = randomBytes(16).toString("base64url");
  const pause = async (ms: number) => {
    if (ms <= 0 || release === null) return;
    const inside = release;
    release = null;
    release = await site.admission.stepOut(inside, ms, patience);
    if (release === null) throw Object.assign(new Error("No room."), { kind: "store_busy" });
  };
  let wrote = false;
  const changed = (subjects: readonly Subject[]) => {
    wrote = true;
    site.house.changed(subjects);
  };
  try {
    const page = await site.remix.answer(question, {
      house: { ...site.house, changed },
      origins,
      address,
      cspNonce,
      gates: site.gates,
      pause,
      fragments: site.fragments,
      report: (error) => faults.push(error),
    });
    if (faults.length > 0 && page.status >= 500 && !site.dev) {
      return plain(site.problems.fault(faults[0], target.pathname, unsent));
    }
    const isLost = unsent !== null && (page.status === 404 || page.status === 410);
    if ((isBare(page) || isLost) && !target.pathname.endsWith(".data")) {
      const { body, headers } = plain(site.problems.ofStatus(page.status, unsent));
      Object.assign(page, { body, headers: { ...page.headers, ...headers } });
    }
    if (wrote && page.status < 500) addFreshCookie(page, origins);
    return { ...keepable(page), ...(page.nonceUsed && { nonce: cspNonce }) };
  } catch (error) {
    return plain(site.problems.fault(error, target.pathname, unsent));
  } finally {
    release?.();
  }
}

/** Decides whether a page may be kept; never one with a cookie or a nonce. */
function keepable(page: MadePage): Made {
  const offered = String(page.headers["cache-control"] ?? "").includes("public");
  const personal = page.headers["set-cookie"] !== undefined || page.nonceUsed;
  const kept = offered && !personal && KEEPABLE.has(page.status);
  const { status, headers, body } = page;
  return { status, headers, body, subjects: kept ? page.subjects : null };
}

function addFreshCookie(page: MadePage, origins: Origins): void {
  const others = [page.headers["set-cookie"] ?? []].flat();
  page.headers["set-cookie"] = [...others, freshCookie(origins)];
}

/** A status and nothing else: what a route without a page of its own throws. */
function isBare(page: Made): boolean {
  return page.status >= 400 && page.body.length === 0;
}

function isKept(page: KeptPage | Made): page is KeptPage {
  return "digest" in page;
}

function plain(answer: Answer): Made {
  const { status, headers, body } = answer;
  return { status, headers, body: body ?? Buffer.alloc(0), subjects: null };
}

function refused(answer: Answer): Outcome {
  return { route: "refused", answer };
}

function routeOf(page: Made): Route {
  return page.status === 503 ? "shed" : "made";
}

function oneOf(header: string | string[] | undefined): string | undefined {
  return Array.isArray(header) ? header.join(",") : header;
}
