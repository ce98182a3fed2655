import { kindOf } from "#app/web/responses.ts";
import { words } from "#app/words/words.ts";
import type { Answer } from "./answer.ts";
import { factsOf, type Log, makeReference } from "./log.ts";
import { plainPage } from "./plain-page.ts";
import type { TargetFault } from "./target.ts";

type Fields = readonly (readonly [name: string, value: string])[];

/** Words that were sent and could not be taken in. */
export interface Unsent {
  address: string;
  fields: Fields;
}

/** The pages that the server makes itself when something can't be answered. */
export interface Problems {
  badTarget(fault: TargetFault): Answer;
  crossSite(): Answer;
  wrongMethod(): Answer;
  tooLarge(): Answer;
  noForm(): Answer;
  busy(unsent: Unsent | null): Answer;
  /** For a status that a route gave without a page of its own (a feed, a permalink, JSON). */
  /** @param unsent the form that was sent to where nothing is; its text is shown again */
  ofStatus(status: number, unsent?: Unsent | null): Answer;
  /** Decides by the error's `kind`: 503 where trying again helps, else 500 with a reference. */
  fault(error: unknown, place: string, unsent: Unsent | null): Answer;
}

const RETRY_AFTER_SECONDS = "5";
const WORTH_TRYING_AGAIN = new Set(["store_busy", "store_unavailable", "too_busy"]);

export function makeProblems(log: Log, stylesheets: () => readonly string[]): Problems {
  const page = (options: Omit<Parameters<typeof plainPage>[0], "stylesheets">) =>
    plainPage({ ...options, stylesheets: stylesheets() });
  const busy = (unsent: Unsent | null) =>
    page({
      status: 503,
      problem: words().site.problems.busy,
      headers: { "Retry-After": RETRY_AFTER_SECONDS },
      ...(unsent !== null && { resend: unsent }),
    });
  return {
    badTarget: (fault) =>
      fault === "long"
        ? page({ status: 414, problem: words().server.problems.longAddress })
        : page({ status: 400, problem: words().server.problems.badAddress }),
    crossSite: () => page({ status: 403, problem: words().site.problems.forbidden }),
    wrongMethod: () =>
      page({
        status: 405,
        problem: words().server.problems.wrongMethod,
        headers: { Allow: "GET, HEAD, POST" },
      }),
    tooLarge: () => page({ status: 413, problem: words().server.problems.tooLarge }),
    noForm: () => page({ status: 415, problem: words().server.problems.noForm }),
    busy,
    ofStatus: (status, unsent) => {
      const typed = unsent?.fields.find(([name]) => name === "body")?.[1] ?? "";
      return page({ status, problem: problemOf(status), ...(typed !== "" && { typed }) });
    },
    fault: (error, place, unsent) => {
      const reference = makeReference();
      const kind = kindOf(error);
      if (kind !== null && WORTH_TRYING_AGAIN.has(kind)) {
        log.warn(
          { reference, kind, place, error: factsOf(error) },
          "it could not be done at that moment",
        );
        return busy(unsent);
      }
      log.error({ reference, place, error: factsOf(error) }, "a request failed");
      return page({
        status: 500,
        problem: words().site.problems.broken,
        reference,
        ...(unsent !== null && { resend: unsent }),
      });
    },
  };
}

function problemOf(status: number) {
  const { broken, forbidden, gone, notFound, tooMany } = words().site.problems;
  const known: Record<number, typeof notFound> = { 403: forbidden, 410: gone, 429: tooMany };
  return status >= 500 ? broken : (known[status] ?? notFound);
}

/** What is never written into a page, not even to be sent again. */
const SECRET_FIELD = /passphrase/;

/** The fields of a plain form, for it to be sent again; null where there are none, or a secret one. */
export function unsentFrom(
  address: string,
  contentType: string | undefined,
  body: Buffer | null,
): Unsent | null {
  if (body === null || !contentType?.startsWith("application/x-www-form-urlencoded")) return null;
  const fields = [...new URLSearchParams(body.toString("utf8"))];
  return fields.some(([name]) => SECRET_FIELD.test(name)) ? null : { address, fields };
}
