import { KEPT, type Notes, PERSON, READ_BY, SECRET } from "./notes.ts";

/** What stands around essays: links, tags, series, old addresses. */
export const around = {
  essay_links: {
    what: "Which essay answers which, or grew out of a comment.",
    readBy: READ_BY.everybody,
    person: PERSON.no,
    columns: {
      from_essay_id: ["The essay that answers.", KEPT.link],
      to_essay_id: ["The essay that is answered.", KEPT.link],
      to_comment_id: ["The comment that it grew out of, if it did.", KEPT.link],
      relation: [
        "What the answer does: answers, goes on, sees part of it differently, grew out of it.",
        KEPT.link,
      ],
      source: ["Whether its writer said so, or a link on an old blog did.", KEPT.link],
      linked_on: ["The day of the link.", KEPT.link],
    },
  },
  proposed_links: {
    what: "Links between posts of an old blog, for the operator to say whether one answers the other.",
    readBy: READ_BY.operator,
    person: PERSON.no,
    columns: {
      from_essay_id: ["The post with the link.", KEPT.link],
      to_essay_id: ["The post that it leads to.", KEPT.link],
      found_in: ["Whether it was found in the text or sent by the blog.", KEPT.link],
      proposed_on: ["The day of the import.", KEPT.link],
      outcome: ["What the operator said.", KEPT.link],
    },
  },
  gone_addresses: {
    what: "Where essays stood that were taken back, so that old links lead to the empty place and not to another piece.",
    readBy: READ_BY.nobody,
    person: "No. With the secret, a guessed address can be checked.",
    columns: {
      address_mark: ["A mark of the old address.", KEPT.place],
      secret_id: SECRET,
      essay_id: ["The empty place.", KEPT.place],
    },
  },
  source_notes: {
    what: "Other sites that spoke of a post, as the old blog kept it.",
    readBy: READ_BY.everybody,
    person: PERSON.no,
    columns: {
      id: ["A random number.", KEPT.essay],
      essay_id: ["The essay that was spoken of.", KEPT.essay],
      title: ["The title of the page there.", KEPT.essay],
      url: ["Its address.", KEPT.essay],
      noted_on: ["The day, as the old blog has it.", KEPT.essay],
    },
  },
  tags: {
    what: "Tags, as writers have typed them.",
    readBy: READ_BY.everybody,
    person: PERSON.no,
    columns: {
      slug: ["Its address.", "As long as an essay carries it."],
      name: ["The tag.", "As long as an essay carries it."],
      name_key: ["The same in small letters, to compare it.", "As long as an essay carries it."],
      essays: ["How many essays carry it.", "As long as an essay carries it."],
    },
  },
  essay_tags: {
    what: "Which essay carries which tag; what lists are ordered by is repeated from the essay.",
    readBy: READ_BY.everybody,
    person: PERSON.no,
    columns: {
      essay_id: ["The essay.", KEPT.essay],
      tag_slug: ["The tag.", KEPT.essay],
      listed: ["Whether lists show it.", KEPT.essay],
      ordered_at: ["As in the essay.", KEPT.essay],
      active_at: ["As in the essay.", KEPT.essay],
      experience: ["As in the essay.", KEPT.essay],
      debate: ["As in the essay.", KEPT.essay],
      standing: ["As in the essay.", KEPT.essay],
    },
  },
  series: {
    what: "Series: essays of one writer in an order, which the writer chose to show together.",
    readBy: READ_BY.partly,
    person: "It ties its own essays together: that is what a series is for. To nothing else.",
    columns: {
      id: ["A random number.", "As long as it has a part."],
      slug: ["Its address.", "As long as it has a part."],
      title: ["Its title.", "As long as it has a part."],
      owner_mark: ["Whose it is: a mark for this one series.", "As long as it has a part."],
      take_back_mark: ["The same for the take-back code.", "As long as it has a part."],
      secret_id: SECRET,
    },
  },
  series_essays: {
    what: "The parts of a series, in their order.",
    readBy: READ_BY.everybody,
    person: "As the series.",
    columns: {
      series_id: ["The series.", KEPT.essay],
      essay_id: ["The essay.", KEPT.essay],
      position: ["Which part it is.", KEPT.essay],
    },
  },
  imported_items: {
    what: "What came from an old blog or is an invented example, so that bringing it in twice doubles nothing.",
    readBy: READ_BY.work,
    person: PERSON.no,
    columns: {
      source: ["The address of the old blog.", KEPT.place],
      kind: ["An essay, a comment, a draft, a note or a link.", KEPT.place],
      foreign_id: ["Its number there.", KEPT.place],
      local_id: ["Its random number here.", KEPT.place],
    },
  },
  redirects: {
    what: "Addresses of an old blog, so that old links go on working.",
    readBy: READ_BY.everybody,
    person: PERSON.no,
    columns: {
      old_path: ["The address there.", KEPT.essay],
      essay_id: ["The essay that it leads to.", KEPT.essay],
    },
  },
  operator_drafts: {
    what: "What an old blog had not made public. It is shown to nobody here.",
    readBy: "Whoever runs the place. It is not sealed.",
    person: "Its words might.",
    columns: {
      id: ["A random number.", "Until the operator removes it."],
      title: ["Its title.", "Until the operator removes it."],
      markdown: ["Its words.", "Until the operator removes it."],
      reason: ["Why it was not public there.", "Until the operator removes it."],
      written_on: ["The day, as the old blog has it.", "Until the operator removes it."],
    },
  },
} satisfies Notes<
  | "essay_links"
  | "proposed_links"
  | "gone_addresses"
  | "source_notes"
  | "tags"
  | "essay_tags"
  | "series"
  | "series_essays"
  | "imported_items"
  | "redirects"
  | "operator_drafts"
>;
