/** The comments of site.toml, and what is wrong with it: read by whoever runs the house. */
export const siteFile = {
  top: (file: string) => [
    `These are the settings of your house. The file is ${file}.`,
    "Change what stands between the quotation marks, save, and start Firsthand again.",
    "A line that begins with # is a remark, like this one; Firsthand does not read it.",
    "If something here can't be understood, Firsthand says so at the start and names the line.",
    "A setting that you delete goes back to what it was at first.",
  ],
  name: ["The name of your house, at the top of every page."],
  tagline: ["One short sentence below the name. May be empty."],
  runBy: ["Who runs this house, in plain words. It stands on the page “About this place”."],
  contact: [
    "How to reach you: a postal or email address, or a link. It is public. Empty: not told.",
  ],
  guests: [
    "What people without an account may do.",
    '  "open"              what they write is public at once; a first one with links waits',
    '  "first post waits"  the first thing somebody writes waits until a moderator has read it',
    '  "all wait"          everything waits until a moderator has read it',
  ],
  exitTo: [
    "Where “Exit this page” leads: a page that tells nothing, such as a weather report.",
    "It has to begin with https://.",
  ],
  help: [
    "The help lines on the page “Someone to talk to”, one block each, in the order of the page.",
    "Please check each one: call, look at its page, and write the day into checked_on.",
    "Until you do, the page says that nobody of this house has checked it yet.",
    "",
    "  country          where it can be reached",
    "  who              whom it is for, in a few words",
    "  hours            when somebody answers",
    "  call             one telephone number; empty where there is none",
    "  text             the number to text, and what to write; empty where there is none",
    "  chat             an address, or a few words; empty where there is none",
    "  peer_run         true where the people who answer have been there themselves",
    "  youth            true where it is for children or young people",
    '  may_send_police  "yes" or "no": may they send police or an ambulance without the agreement',
    '                   of whoever calls? "unknown" where you are not sure. A wrong "no" hurts.',
    '  checked_on       the day on which you checked it, like "2026-03-01"',
    "",
    "To show no help lines at all, delete the blocks and write: help = []",
  ],

  unreadable: (file: string, why: string) => `${file} can't be read: ${why}.`,
  unwritable: (file: string, why: string) => `${file} can't be written: ${why}.`,
  notToml: (file: string, line: number, why: string) =>
    `${file}, line ${line}: this is not written as TOML (${why}). Is a quotation mark missing?`,
  at: (file: string, line: number | null, key: string, why: string) =>
    line === null ? `${file}: ${key} ${why}` : `${file}, line ${line}: ${key} ${why}`,
  keyOf: (help: number, key: string) =>
    key === "" ? `help line ${help}` : `${key} of help line ${help}`,
  unknownKey: (meant: string | null) =>
    meant === null ? "is not a setting." : `is not a setting. Did you mean ${meant}?`,
  missing: "is missing.",
  notText: "has to stand in quotation marks.",
  notTrueFalse: "has to be true or false, without quotation marks.",
  notHelp: "has to be blocks that begin with [[help]].",
  oneOf: (values: readonly string[]) =>
    `has to be one of ${values.map((value) => `"${value}"`).join(", ")}.`,
  empty: "may not be empty.",
  tooLong: (most: number) => `may have at most ${most} characters.`,
  severalLines: "has to be a single line.",
  notHttps: "has to be an address that begins with https://.",
  notOneNumber: "has to be a single telephone number, or empty. A second number is a second block.",
  notDay: 'has to be a day like "2026-03-01", or empty.',
  wrong: "is not what it should be.",
};
