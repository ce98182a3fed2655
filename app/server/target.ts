/** Where a request goes, once its address has been found sound. */
export interface Target {
  pathname: string;
  /** With its `?`, or empty. */
  search: string;
}

export type TargetFault = "bad" | "long";

const LONGEST = 4096;
/** Printable ASCII without space, quotes, angle brackets, backslash, braces, caret, backtick, bar. */
const SOUND = /^[!#-;=?-[\]_a-z~]*$/;

/**
 * Reads a request line's target. Refused: what is not origin-form, `//`, `.` and `..`, backslashes, control
 * characters (escaped too), escapes that aren't UTF-8, and Remix's old `?_data=`, which single fetch
 * has replaced. Nothing refused here reaches a router, so that none of it can become a 500.
 */
export function parseTarget(raw: string | undefined): Target | TargetFault {
  if (raw === undefined || !raw.startsWith("/")) return "bad";
  if (raw.length > LONGEST) return "long";
  const cut = raw.indexOf("?");
  const pathname = cut < 0 ? raw : raw.slice(0, cut);
  const search = cut < 0 ? "" : raw.slice(cut);
  if (!SOUND.test(pathname) || pathname.includes("//") || pathname.includes("#")) return "bad";
  const path = unescaped(pathname);
  if (
    path === null ||
    /(?:^|\/)\.\.?(?:\/|$)/.test(path) ||
    hasControls(path) ||
    path.includes("\\")
  )
    return "bad";
  const query = unescaped(search);
  if (query === null || query.includes("\0")) return "bad";
  if (/[?&]_data(?:[=&]|$)/.test(search)) return "bad";
  return { pathname, search };
}

function hasControls(path: string): boolean {
  return [...path].some((sign) => sign < " " || sign === "\u007f");
}

function unescaped(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
