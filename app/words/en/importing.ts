import { count, day, number } from "./grammar.ts";

/** What bringing in an old blog says: into the pieces, to the operator, and about a file's faults. */
export const importing = {
  nobodyNamed: "a commenter on the old blog",
  commenter: (many: number) => `a commenter on the old blog ${many}`,
  image: (alt: string) => (alt ? `Image: ${alt}` : "Image"),
  untitled: "Untitled",
  logReason: (essays: number, comments: number) =>
    `Brought in from the old blog: ${count(essays, "essay", "essays")} and ${count(comments, "comment", "comments")}.`,

  command: {
    summary: "Bring in what was written elsewhere.",
    wordpress: "Bring in an old WordPress blog with all its comments",
    file: "The export file, as WordPress makes it under Tools, Export, All content",
    names:
      "keep: commenters keep the names they used. hide: all are shown as “a commenter on the old blog”",
    media: "The folder wp-content/uploads of the old blog: says which images you still have",
    json: "Print the counts as JSON, and everything else on standard error",
    badNames: "--names is either keep or hide.",
    noMedia: (folder: string) => `There is no folder ${folder}.`,
    done: "Done.",
    progressReading: "Reading",
    progressWriting: "Bringing in",
  },

  plan: {
    heading: (version: string, blog: string) =>
      `A WordPress export (WXR ${version})${blog ? ` of ${blog}` : ""}. This will be brought in:`,
    essays: (many: number) => `  ${count(many, "essay", "essays")}`,
    comments: (many: number) => `  ${count(many, "comment", "comments")}`,
    waiting: (many: number) =>
      `  ${count(many, "comment", "comments")} to be read by a moderator first`,
    placeholders: (many: number) =>
      `  ${count(many, "empty place", "empty places")} for comments that are answered but not here`,
    drafts: (many: number) =>
      `  ${count(many, "piece", "pieces")} that the blog had not made public, as drafts for the operator only`,
    redirects: (many: number) =>
      `  ${count(many, "old address", "old addresses")} that will go on working`,
    skippedHeading: "Left out:",
    skipped: (reason: string, many: number, lines: readonly number[]) =>
      `  ${number(many)} ${reason}${where(many, lines)}`,
    notedHeading: "Brought in with a change:",
    imagesHeading: (many: number) =>
      `${count(many, "image", "images")} will be missing: here an image is a link, and the links end with the old blog:`,
    image: (address: string, kept: boolean | null) =>
      `  ${address}${kept === null ? "" : kept ? " (you have the file)" : " (no file in the folder)"}`,
    noImages: "No images are in these texts.",
  },

  /** The keys are those of the JSON. */
  skipped: {
    spam: "spam",
    trash: "in the bin",
    pages: "pages",
    attachments: "attachments (images and other files)",
    "other types": "menus, styles and other things that are not posts",
    "comments of posts that are not public": "comments of posts that are not public, or not posts",
    "duplicate numbers": "that have the same number as one before",
    "without a number": "without a number",
    "empty comments": "comments without words",
    "other kinds of comments": "comments of a plugin's own kind",
    "pingbacks not approved": "pingbacks that were not approved",
    "pingbacks without an address": "pingbacks without a usable address",
    "already here": "already here",
    "essay no longer here": "comments whose essay has been deleted here since",
  },

  noted: {
    "markup let go": "too deeply nested or too long for its markup: the words were kept",
    "kept as plain text": "beyond the limits of a piece here: shown as plain text",
    "removed shortcodes": "shortcodes of the blog removed",
    "removed blocks": "blocks that only the blog could fill removed",
    "names shortened": "very long names shortened",
    "names hidden": "names that were an email address hidden",
    "circles opened": "circles of comments that answered each other opened",
    "without a day": "without a date: given that of their post",
    "addresses of our own": "old addresses that this site needs itself",
    footnotes: "footnotes",
    "possible responses": "links between essays that may be responses: you decide",
    "source notes": "pingbacks from elsewhere noted",
  },

  /** Links between essays of the old blog: the operator says whether they are responses. */
  responses: {
    summary: "Decide which links between essays of the old blog are responses.",
    list: "List the links that wait for your decision",
    accept: "Make a link a response: both essays show it at once",
    decline: "Say that a link is no response",
    from: "The essay that links, as it stands in its address after /essays/",
    to: "The essay that it links to",
    all: "Everything that waits",
    relation: "responds, follows_up or disagrees_in_part",
    badRelation: "--relation is one of responds, follows_up and disagrees_in_part.",
    bothOrAll: "Name both essays, FROM and TO, or give --all.",
    nothing: "No links between essays wait for your decision.",
    heading: (many: number) =>
      many === 1
        ? "One link between essays may be a response. Readers don't see it as one until you accept it."
        : `${number(many)} links between essays may be responses. Readers don't see them as such until you accept them.`,
    proposal: (numbered: number, from: string, fromDay: string, to: string, toDay: string) =>
      `${number(numbered)}. “${from}” (${day(fromDay)}) links to “${to}” (${day(toDay)})`,
    foundIn: { pingback: "found as a pingback", text: "found in its text" },
    olderToNewer: "the older links to the newer, so it may have been added later",
    how: [
      "To decide, put the two names behind one of these:",
      "  npx firsthand responses accept FROM TO [--relation responds|follows_up|disagrees_in_part]",
      "  npx firsthand responses decline FROM TO",
      "or everything at once: accept --all, decline --all.",
    ],
    waiting: (many: number) =>
      `${count(many, "link", "links")} between essays may be ${many === 1 ? "a response" : "responses"}. To decide: npx firsthand responses`,
    accepted: (from: string, to: string) => `${from} now answers ${to}.`,
    declined: (from: string, to: string) => `${from} is not shown as an answer to ${to}.`,
    unknown: (from: string, to: string) => `No link from ${from} to ${to} was proposed.`,
    notShown: (from: string, to: string) =>
      `${from} or ${to} can't be read at the moment, so nothing was changed.`,
  },

  faults: {
    unreadable: "The file can't be read",
    empty: "The file is empty",
    too_large: "The file is larger than can be brought in (limit in bytes)",
    compressed: "The file is compressed. Unpack it first and name the .xml file in it",
    encoding: "The file is not UTF-8, and no other encoding can be read",
    doctype: "The file has a DOCTYPE. A WordPress export has none, so it is refused",
    malformed: "The XML is broken",
    not_wordpress: "This is not a WordPress export",
    version: "Exports of WXR 1.0, 1.1 and 1.2 can be read; this one says",
    too_deep: "Elements stand too deep inside each other (limit)",
    text_too_long: "One text is too long (limit in characters)",
    too_many_attributes: "An element has too many attributes (limit)",
    too_many_items: "The file has too many items (limit)",
    changed: "The file was changed while it was read. Nothing is lost: run the command again",
    someone_else: "Another import of the same blog is running. Run the command again after it",
  },
  fault: (sentence: string, detail: string, line: number | null) =>
    `${line === null ? "" : `Line ${line}: `}${sentence}${detail ? `: ${detail}` : ""}.`,
};

function where(many: number, lines: readonly number[]): string {
  if (lines.length === 0) return "";
  const more = many > lines.length ? ", …" : "";
  return ` (${lines.length === 1 ? "line" : "lines"} ${lines.join(", ")}${more})`;
}
