/**
 * WordPress shortcodes: `[name …]`, some with a text up to `[/name]`. The few that carry words are
 * turned into HTML, the ones that only made the blog do something are removed and counted, and what
 * is unknown stays as it was written, since people use brackets too.
 */

/** They only placed something of the blog's own here. docs/decisions/0008 says why. */
const REMOVED = new Set([
  ...["gallery", "playlist", "contact-form", "contact-form-7", "contact-field", "gravityform"],
  ...["wpforms", "ninja_form", "mc4wp_form", "jetpack_subscription_form", "subscribe2", "archives"],
  ...["sitemap", "toc", "tableofcontents", "ratings", "poll", "polldaddy", "adsense", "ad", "ads"],
  ...["sharethis", "addtoany", "sociable", "social_share", "likebtn", "print_link", "paypal"],
  ...["donate", "slideshow", "nggallery", "singlepic", "wp_ad_camp_1", "widget", "display-posts"],
  ...["recent-posts", "related_posts", "jetpack-related-posts", "footnotes", "references"],
]);
/** Plugins for footnotes write the note where it is called. */
const NOTES = new Set(["ref", "efn_note", "footnote", "fn", "note"]);
/** The text between the two marks is the address of something to watch or hear. */
const ADDRESSES = new Set(["embed", "youtube", "vimeo", "audio", "video", "soundcloud"]);

export interface Shortcodes {
  html: string;
  removed: number;
  /** `[gallery]` with the numbers of its images; empty: all images of the post. */
  galleries: number[][];
}

/** Replaces the known shortcodes of a text in one pass. */
export function replaceShortcodes(content: string): Shortcodes {
  const out: string[] = [];
  const notes: string[] = [];
  const galleries: number[][] = [];
  const neverClosed = new Set<string>();
  let removed = 0;
  let from = 0;
  const mark = /\[([a-zA-Z][\w-]{0,40})((?:[\s=:][^[\]]{0,2000})?)(\/?)\]/g;
  for (let match = mark.exec(content); match; match = mark.exec(content)) {
    const name = (match[1] ?? "").toLowerCase();
    const attributes = match[2] ?? "";
    const inside =
      NOTES.has(name) || ADDRESSES.has(name) || name === "caption" || name === "wp_caption";
    if (!inside && !REMOVED.has(name)) continue;
    out.push(content.slice(from, match.index));
    from = mark.lastIndex;
    const end = `[/${match[1]}]`;
    const closes = inside && !neverClosed.has(end) ? content.indexOf(end, from) : -1;
    if (inside && closes === -1) neverClosed.add(end);
    const text = closes === -1 ? null : content.slice(from, closes);
    if (REMOVED.has(name)) {
      removed += 1;
      if (name === "gallery") galleries.push(numbersIn(attributes));
    } else if (NOTES.has(name)) {
      if (text === null) {
        out.push(match[0]);
        continue;
      }
      notes.push(text);
      out.push(`<sup data-note="${notes.length}">${notes.length}</sup>`);
    } else if (ADDRESSES.has(name)) {
      const address = addressIn(text ?? attributes);
      if (address) out.push(`\n\n<a href="${address}">${address}</a>\n\n`);
      else removed += 1;
    } else out.push(`\n\n${captioned(text ?? "", attributes)}\n\n`);
    if (closes !== -1) from = mark.lastIndex = closes + end.length;
  }
  out.push(content.slice(from));
  const definitions = notes.map(
    (note, index) => `<div data-note-text="${index + 1}">${note}</div>`,
  );
  return { html: [out.join(""), ...definitions].join("\n\n"), removed, galleries };
}

function numbersIn(attributes: string): number[] {
  const list = /\b(?:ids|include)=["']?([\d,\s]+)/.exec(attributes)?.[1] ?? "";
  return list.split(/[,\s]+/).flatMap((part) => (/^\d{1,15}$/.test(part) ? [Number(part)] : []));
}

function addressIn(text: string): string | null {
  return /https?:\/\/[^\s"'<>\]]+/.exec(text)?.[0] ?? null;
}

/** Older captions stand in an attribute, newer ones behind the image. */
function captioned(text: string, attributes: string): string {
  const old = /\bcaption=(?:"([^"]*)"|'([^']*)')/.exec(attributes);
  const caption = old?.[1] ?? old?.[2];
  return caption === undefined ? text : `${text} ${caption}`;
}
