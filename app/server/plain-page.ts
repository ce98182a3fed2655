import { words } from "#app/words/words.ts";
import type { Answer } from "./answer.ts";

/** What went wrong, as a page says it: a title, what follows, and where to go. */
interface Problem {
  title: string;
  text: string;
  next: string;
}

export interface PlainPageOptions {
  status: number;
  problem: Problem;
  /** Addresses of the site's stylesheets. */
  stylesheets: readonly string[];
  /** Helps us find what happened in the log. */
  reference?: string;
  headers?: Record<string, string>;
  /** Words that were sent to where nothing takes them any more. */
  typed?: string;
  /** What was sent and could not be taken in: the page lets it be sent again. */
  resend?: { address: string; fields: readonly (readonly [name: string, value: string])[] };
}

/**
 * A whole page made without Remix, React or the database, for when one of them can't help. Help and
 * exit stand on it as on every other.
 */
export function plainPage(options: PlainPageOptions): Answer {
  const { server, site } = words();
  const { problem, reference, resend, status } = options;
  const styles = options.stylesheets
    .map((address) => `<link rel="stylesheet" href="${escaped(address)}">`)
    .join("");
  const html = `<!DOCTYPE html>
<html lang="${escaped(site.language)}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escaped(problem.title)}</title>${styles}</head>
<body><header class="top">
<a class="exit" href="/exit" rel="nofollow noreferrer">${escaped(site.exit)}</a>
<div class="top-line"><nav aria-label="${escaped(site.pagesLabel)}"><ul>
<li><a href="/stories">${escaped(site.stories)}</a></li>
<li><a href="/debates">${escaped(site.debates)}</a></li>
<li><a href="/help">${escaped(site.help)}</a></li></ul></nav></div></header>
<main id="main"><div class="page house"><h1>${escaped(problem.title)}</h1>
<p>${escaped(problem.text)}</p>
${reference === undefined ? "" : `<p>${escaped(server.reference(reference))}</p>`}
${resend === undefined ? "" : resendForm(resend)}${options.typed === undefined ? "" : wordsTyped(options.typed)}
<p><a href="/">${escaped(problem.next)}</a></p></div></main></body></html>
`;
  const headers = {
    ...options.headers,
    "Cache-Control": "private, no-store",
    "Content-Type": "text/html; charset=utf-8",
  };
  return { status, headers, body: Buffer.from(html) };
}

/** For what can't be sent where it was meant to go: to be copied. */
function wordsTyped(typed: string): string {
  const { server } = words();
  return `<p><label for="typed">${escaped(server.typedWords)}</label></p>
<p><textarea id="typed" rows="12" dir="auto" readonly>\n${escaped(typed)}</textarea></p>`;
}

function resendForm(resend: NonNullable<PlainPageOptions["resend"]>): string {
  const { server } = words();
  const fields = resend.fields.map(([name, value]) => {
    // A textarea keeps line ends as they are; a first one is swallowed, so one is put before it.
    return `<textarea name="${escaped(name)}" hidden>\n${escaped(value)}</textarea>`;
  });
  return `<form method="post" action="${escaped(resend.address)}"><p>${escaped(server.keptWords)}</p>
${fields.join("")}<p><button>${escaped(server.sendAgain)}</button></p></form>`;
}

function escaped(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
