import type { Target } from "./target.ts";

/** A page that may be kept, with its query in one order. */
export interface PageAddress {
  pathname: string;
  search: string;
}

const PIECE = "[A-Za-z0-9._~%-]{1,300}";
const THREAD = ["perspective", "only", "standing", "flat", "page", "order", "sort"];
const FRONT = ["only", "standing", "sort", "tag", "after"];

/** Which addresses may be kept, and which parameters each knows (contract.md, Addresses). */
const KEPT: readonly (readonly [pattern: RegExp, parameters: readonly string[]])[] = [
  [/^\/$/, FRONT],
  [/^\/(?:stories|debates)$/, FRONT],
  [/^\/(?:(?:stories|debates)\/)?feed\.(?:xml|json)$/, []],
  [new RegExp(`^/essays/${PIECE}$`), THREAD],
  [new RegExp(`^/essays/${PIECE}/feed\\.xml$`), []],
  [new RegExp(`^/essays/${PIECE}/old/[0-9]{1,12}$`), []],
  [new RegExp(`^/comments/${PIECE}$`), []],
  [new RegExp(`^/comments/${PIECE}/branch$`), THREAD],
  [new RegExp(`^/comments/${PIECE}/feed\\.xml$`), []],
  [/^\/tags$/, ["after"]],
  [new RegExp(`^/tags/${PIECE}$`), ["standing", "sort", "after"]],
  [new RegExp(`^/(?:series|people|collections)/${PIECE}$`), ["after"]],
  [/^\/robots\.txt$/, []],
  [/^\/sitemap\.xml$/, ["part"]],
  [new RegExp(`^/conversations/${PIECE}$`), ["page"]],
  [/^\/(?:about|promises|promises\/data|help|exit|exit\/about|collections|rules)$/, []],
  [/^\/moderation\/log$/, ["after", "page"]],
  [/^\/moderation\/log\.json$/, []],
];

const LONGEST_VALUE = 300;

/**
 * The address under which an answer may be kept, or null where the page cache stands aside: an
 * unlisted path, an unknown parameter (`/?p=123` of an old blog), one given twice.
 * A `.data` address follows its page.
 */
export function pageAddress(target: Target): PageAddress | null {
  const page = target.pathname.replace(/\.data$/, "").replace(/^\/_root$/, "/");
  const known = KEPT.find(([pattern]) => pattern.test(page))?.[1];
  if (known === undefined) return null;
  if (target.search === "" || target.search === "?") {
    return { pathname: target.pathname, search: "" };
  }
  const given = [...new URLSearchParams(target.search)];
  const names = new Set(given.map(([name]) => name));
  if (names.size !== given.length) return null;
  for (const [name, value] of given) {
    if (!known.includes(name) || value.length > LONGEST_VALUE) return null;
  }
  const ordered = given.sort(([a], [b]) => known.indexOf(a) - known.indexOf(b));
  const search = new URLSearchParams(ordered).toString();
  return { pathname: target.pathname, search: search === "" ? "" : `?${search}` };
}
