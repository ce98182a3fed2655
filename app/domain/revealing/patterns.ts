/** What is seen by its shape alone, in any language: ways to reach somebody, exact days, numbers. */
import type { Find, RevealingKind } from "./types.ts";

const MONTHS = [
  "january|february|march|april|may|june|july|august|september|october|november|december",
  "jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec",
  "januar|jänner|februar|märz|mai|juni|juli|oktober|dezember",
  "janvier|février|mars|avril|juin|juillet|août|septembre|octobre|novembre|décembre",
  "enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre",
  "gennaio|febbraio|aprile|maggio|giugno|luglio|settembre|ottobre|dicembre",
  "januari|februari|maart|mei|augustus|janeiro|fevereiro|março|maio|junho|julho|setembro|outubro|dezembro",
].join("|");

const SITES =
  "facebook|instagram|linkedin|twitter|x|tiktok|youtube|reddit|github|bsky|threads|tumblr|xing|vk|snapchat|patreon|medium|substack|wordpress|blogspot";

const STREETS = "street|road|lane|avenue|close|crescent|terrace|gardens|drive|st|rd|ave";

/** A capital letter and what follows it, for patterns that have to know capitals from small ones. */
const CAPITALISED = "\\p{Lu}[\\p{L}'’-]{1,30}";

const PATTERNS: readonly [RevealingKind, RegExp][] = [
  ["contact", /[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,4}/gu],
  // A page of one's own among many: the site's name, then who it is.
  [
    "contact",
    new RegExp(
      `(?:https?://)?(?:www\\.|m\\.)?(?:[\\p{L}\\p{N}-]{1,63}\\.)?(?<![\\p{L}\\p{N}])(?:${SITES})\\.(?:com|net|social|app)/@?[\\p{L}\\p{N}._/-]{2,100}`,
      "giu",
    ),
  ],
  ["contact", /https?:\/\/[\p{L}\p{N}-]{1,63}\.(?:tumblr|wordpress|blogspot|substack)\.com/giu],
  ["contact", /https?:\/\/[\p{L}\p{N}.-]{3,100}\/@[\p{L}\p{N}._-]{2,60}/gu],
  ["contact", /(?<![\p{L}\p{N}./@])@[\p{L}\p{N}_][\p{L}\p{N}_.]{2,40}(?:@[\p{L}\p{N}.-]{3,80})?/gu],
  // Free numbers (0800, 0808) belong to houses and help lines.
  ["contact", /(?<![\p{L}\p{N}])(?:\+|00)[1-9][\d ()./-]{6,18}\d(?![\p{L}\p{N}])/gu],
  [
    "contact",
    /(?<![\p{L}\p{N}])\(?0(?!80[08])\d{2,5}\)?[ /-]\d{2,4}(?:[ -]?\d{2,4}){1,3}(?![\p{L}\p{N}])/gu,
  ],
  ["contact", /(?<![\p{L}\p{N}])0(?!80[08])\d{9,10}(?![\p{L}\p{N}])/gu],
  ["contact", /(?<![\p{L}\p{N}])\(?[2-9]\d{2}\)?[ .-]\d{3}[.-]\d{4}(?![\p{L}\p{N}])/gu],
  [
    "contact",
    new RegExp(
      `(?<![\\p{L}\\p{N}])\\d{1,4}[a-z]?,? (?:${CAPITALISED} ){1,3}(?:${STREETS}|${STREETS.replace(/(?<=^|\|)\w/g, (letter) => letter.toUpperCase())})(?![\\p{L}\\p{N}])`,
      "gu",
    ),
  ],
  [
    "contact",
    /\p{Lu}[\p{L}-]{1,30}(?:straße|strasse|str\.|weg|gasse|platz|allee|laan|straat|gatan|vej) \d{1,4}[a-z]?(?![\p{L}\p{N}])/gu,
  ],
  [
    "contact",
    /(?<![\p{L}\p{N}])\d{1,4},? (?:rue|avenue|boulevard|via|calle|rua) (?:[\p{L}'’]{1,20} ){0,3}\p{Lu}[\p{L}-]{1,30}/gu,
  ],
  ["contact", /(?<![\p{L}\p{N}])[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}(?![\p{L}\p{N}])/gu],
  ["contact", /(?<![\p{L}\p{N}])\d{5} \p{Lu}\p{Ll}[\p{L}-]{1,30}/gu],
  [
    "number",
    /(?<![\p{L}])(?:nhs|hospital|patient|insurance|case|file|record|policy|social security|passport|membership|staff|client|reference|aktenzeichen|versichertennummer|fallnummer|numéro de (?:dossier|sécurité sociale))(?: (?:number|no\.?|nr\.?|id|ref\.?))?(?: (?:is|was|ist|est))?[: #]{1,3}(?=[\p{L}\p{N}/-]*\d{3})[\p{L}\p{N}][\p{L}\p{N}/-]{3,24}/giu,
  ],
  ["number", /(?<![\p{L}\p{N}.-])\d{3}[ -]\d{3}[ -]\d{4}(?![\p{L}\p{N}-])/gu],
  ["number", /(?<![\p{L}\p{N}.-])\d{3}-\d{2}-\d{4}(?![\p{L}\p{N}-])/gu],
  ["number", /(?<![\p{L}\p{N}./+-])\d{8,20}(?![\p{L}\p{N}/])/gu],
  [
    "date",
    new RegExp(
      `(?<![\\p{L}\\p{N}])\\d{1,2}(?:st|nd|rd|th|\\.|er|º)?(?: of| de| di)? (?:${MONTHS})(?![\\p{L}])\\.?(?:,?(?: de)? \\d{4})?`,
      "giu",
    ),
  ],
  [
    "date",
    new RegExp(
      `(?<![\\p{L}\\p{N}])(?:${MONTHS})\\.? (?:the )?\\d{1,2}(?:st|nd|rd|th)?(?![\\p{L}\\p{N}:%])(?:,? \\d{4})?`,
      "giu",
    ),
  ],
  ["date", /(?<![\p{L}\p{N}./-])(?:19|20)\d{2}-\d{2}-\d{2}(?![\p{L}\p{N}-])/gu],
  ["date", /(?<![\p{L}\p{N}./-])\d{1,2}([./-])\d{1,2}\1(?:19|20)?\d{2}(?![\p{L}\p{N}-])/gu],
];

/** Finds by shape; some may overlap. */
export function byShape(text: string): Find[] {
  return PATTERNS.flatMap(([kind, pattern]) =>
    [...text.matchAll(pattern)].map((match) => {
      const words = match[0].replace(/[./-]+$/, "");
      return { kind, words, start: match.index, end: match.index + words.length };
    }),
  );
}
