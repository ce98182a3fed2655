import type { AppLoadContext } from "@remix-run/node";
import type { FreeNameFault } from "#app/domain/accounts/free-name.ts";
import type { JoinFault } from "#app/domain/accounts/join.ts";
import { PASSPHRASE_LIMIT } from "#app/domain/accounts/passphrase.ts";
import { words } from "#app/words/words.ts";
import type { FieldFault } from "./comment-faults.ts";
import type { GateName } from "./context.ts";
import { clearCookie, readCookie, setCookie } from "./cookies.ts";

const DAY = 24 * 60 * 60;
/** As long as the store's own row without a visit; in seconds. */
const SIGNED_IN_FOR = 60 * DAY;
/** `/promises/data` says for how long. */
const KNOWN_FOR = 365 * DAY;

/** Where to, if nothing else was asked for. */
export const AFTER_SIGNING_IN = "/inbox";

/** Headers that sign this browser in. */
export function signedInCookies(
  { origins }: AppLoadContext,
  { session, known }: { session: string; known?: string },
): [string, string][] {
  const cookies = [setCookie(origins, "session", session, SIGNED_IN_FOR)];
  if (known !== undefined) cookies.push(setCookie(origins, "known", known, KNOWN_FOR));
  return cookies.map((cookie) => ["Set-Cookie", cookie]);
}

/** Headers that sign it out. That it has been signed in before it may go on knowing. */
export function signedOutCookies({ origins }: AppLoadContext): [string, string][] {
  return [["Set-Cookie", clearCookie(origins, "session")]];
}

/** What a form that signs in takes from the browser. */
export function browserOf(request: Request, context: AppLoadContext, gate: GateName) {
  return {
    known: readCookie(request, context.origins, "known"),
    earlier: readCookie(request, context.origins, "session"),
    gate: async (of?: string) => {
      const { address } = context;
      const passed = await context.gates.pass(
        gate,
        of === undefined ? address : `${address} ${of}`,
      );
      return passed.ok ? 0 : passed.retryAfterSeconds;
    },
  };
}

/**
 * Where `?to=` leads, if that is a page of ours; null: it is not, or there is none.
 *
 * @returns path and query
 */
export function ownPage({ origins }: AppLoadContext, to: string | null): string | null {
  if (!to?.startsWith("/") || !URL.canParse(to, origins.current)) return null;
  const { origin, pathname, search } = new URL(to, origins.current);
  // "/.//elsewhere.example" has our origin, and its path would be read as another's address.
  if (origin !== origins.current || pathname.startsWith("//")) return null;
  return /^\/(?:sign-in|sign-out|join)(?:[/.]|$)/.test(pathname) ? null : `${pathname}${search}`;
}

/** The sentence for a fault of the form that makes an account. */
export function joinFaultSentence(fault: JoinFault): FieldFault {
  const { join, reply } = words();
  switch (fault.field) {
    case "nonce":
      return { field: "", sentence: reply.faults.formOld };
    case "link":
      return { field: "", sentence: join.linkBad };
    case "name":
      return { field: "name", sentence: penNameSentence(fault.fault) };
    case "passphrase":
      return { field: "passphrase", sentence: passphraseSentence(fault.reason) };
  }
}

/** Why a name can't become a pen name. */
export function penNameSentence(fault: FreeNameFault): string {
  const say = words().join.nameFaults;
  switch (fault.reason) {
    case "empty":
      return say.empty;
    case "too_long":
      return say.tooLong(fault.limit);
    case "only_digits":
      return say.onlyDigits;
    case "hidden_characters":
      return say.hidden;
    case "mixed_letters":
      return say.mixed;
    case "odd_characters":
      return say.odd;
    case "reserved":
      return say.reserved;
    case "taken":
      return say.taken;
  }
}

/** Why a passphrase can't be one. */
export function passphraseSentence(
  reason: Extract<JoinFault, { field: "passphrase" }>["reason"],
): string {
  const say = words().join.passphraseFaults;
  return reason === "too_long" ? say.too_long(PASSPHRASE_LIMIT) : say[reason];
}
