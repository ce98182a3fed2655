import { count } from "./grammar.ts";

/** What taking everything out, and bringing it in again, says. */
export const exchange = {
  export: {
    summary: "Write all that is public into a folder: Markdown and JSON, for whoever comes after.",
    folder: "The folder: new, empty, or an earlier export, which is then replaced",
    json: "Print the counts as JSON, and everything else on standard error",
    progress: "Writing",
    done: (folder: string) => `Everything public is in ${folder}.`,
    without:
      "Keys, and who wrote what, are not in it: they move with a backup. What is waiting to be read is not in it either.",
  },

  import: {
    summary: "Bring in a folder that npx firsthand export has written, into an empty store",
    folder: "The folder, as the export has written it",
    json: "Print the counts as JSON, and everything else on standard error",
    progressReading: "Checking",
    progressWriting: "Bringing in",
    heading: "An export of Firsthand, and nothing in it is amiss. This will be brought in:",
    done: "Done. It is all here.",
    unowned:
      "Keys are not in an export: nobody can edit what came in by a key of their own. Moderators can help.",
  },

  counts: {
    essays: (many: number) => `  ${count(many, "essay", "essays")}`,
    comments: (many: number) => `  ${count(many, "comment", "comments")}`,
    places: (many: number) =>
      `  ${count(many, "place", "places")} of comments that can't be read: waiting, removed, taken back or missing`,
    versions: (many: number) => `  ${count(many, "earlier version", "earlier versions")} kept open`,
    links: (many: number) => `  ${count(many, "link", "links")} between essays`,
    tags: (many: number) => `  ${count(many, "tag", "tags")}`,
    series: (many: number) => `  ${count(many, "series", "series")}`,
    redirects: (many: number) => `  ${count(many, "old address", "old addresses")}`,
    log_rows: (many: number) => `  ${count(many, "row", "rows")} of the public log`,
  },

  /** For `check`. */
  unfinished:
    "An import of a folder was begun and not ended. Run npx firsthand import firsthand with the same folder again.",

  faults: {
    not_a_folder: "This is not a folder",
    other_things:
      "The folder holds other things. Name a new or an empty one, or an earlier export. Found",
    unfinished_there:
      "An export is being written there, or one was ended halfway. If none is running, delete this folder and run the command again",
    cannot_write: "The folder can't be written",
    import_unfinished:
      "An import into this store was begun and not ended. End it first: run npx firsthand import firsthand with the same folder again",
    unreadable: "It can't be read",
    no_export: "This folder is no export of Firsthand, or not all of one",
    format_version: "The export is of another version than this Firsthand reads",
    link: "This is a link to somewhere else, and none is followed",
    not_a_file: "This is not what should stand here: neither a plain file nor a plain folder",
    stranger: "Something stands here that no export holds. Take it out",
    missing: "This is missing",
    too_many: "The folder holds too many files (limit)",
    too_large: "The file is too large (limit in bytes)",
    too_much: "The files are too large together (limit in bytes)",
    bad_text: "The text is not plain UTF-8 with simple line ends. Found",
    malformed: "The JSON can't be read",
    too_deep: "Lists stand too deep inside each other (limit)",
    twice: "This stands here twice",
    unknown_field: "There is no such field",
    field: "A field is missing or can't be right",
    front_matter: "The lines at the beginning are not as an export writes them",
    no_such: "This names something that is not in the folder",
    disagrees: "Two files of the folder say different things",
    circle: "This answers itself in a circle",
    order: "The order of publication and the order of activity contradict each other",
    log_broken: "The chain of the public log is broken. Row",
    changed: "The folder was changed while it was read. Run the command again",
    not_empty:
      "The store isn't empty, and a whole site can't be merged into another. Import into a new store: name another DATABASE_URL",
    another_unfinished:
      "The import of another folder into this store was begun and not ended. End that one first, or begin with a new store",
  },
  fault: (sentence: string, detail: string, file: string, line: number | null) => {
    const where = line === null ? file : `${file}, line ${line}`;
    return `${where ? `${where}: ` : ""}${sentence}${detail ? `: ${detail}` : ""}.`;
  },

  readme: `# An export of Firsthand

This folder holds all that was public on a site made with Firsthand, in files that anybody can read
without it.

- \`essays/\` has a folder for each essay. Its name is random and means nothing; \`index.json\` says which
  address belongs to which.
  - \`essay.md\` is the essay: a few lines of facts, then the text as it was written, in Markdown.
  - \`thread.json\` says which comment answers which, in the order of writing. Comments that can't be
    read (waiting, removed, taken back, missing) have a place there and nothing else.
  - \`comments/\` has a file for each comment that can be read.
  - \`versions/\` has earlier versions, where their writer keeps them open.
- \`index.json\` has the order in which essays were published, and in which they were last active.
- \`links.json\` says which essay answers which; \`series.json\` and \`tags.json\` what belongs together.
- \`source-notes.json\` names other places on the web that spoke of an essay; \`redirects.json\` the
  addresses of an old blog.
- \`moderation-log.json\` is the public log. The hash of each row covers the row before it.
- \`firsthand.json\` says how many there are of each.

Days are the finest time there is. Who wrote what, beyond the names that were public, is not here.

To bring it back: \`npx firsthand import firsthand THIS-FOLDER\`, into an empty store.

The texts belong to those who wrote them. That they were public once does not make them yours.
`,
};
