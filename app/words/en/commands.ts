import { day } from "./grammar.ts";

/** What the commands say, to whoever runs the house. */
export const commands = {
  summary: "Firsthand's commands. Run one with --help to read more about it.",
  start: {
    noFolder: (folder: string, why: string) => `The folder ${folder} can't be made: ${why}.`,
    noDatabase: (message: string, code: string) =>
      `The database can't be opened: ${message.replace(/\.$/, "")} (${code}). Check DATABASE_URL.`,
  },
  usage: {
    unknownCommand: (typed: string, meant: string | null) =>
      meant === null
        ? `There is no command "${typed}".`
        : `There is no command "${typed}". Did you mean "${meant}"?`,
    noCommand: "Which command?",
    unknownOption: (typed: string) => `There is no option ${typed} here.`,
    needsValue: (option: string) => `${option} needs a value.`,
    takesNoValue: (option: string) => `${option} takes no value.`,
    missing: (name: string) => `${name} is missing.`,
    tooMany: (typed: string) => `"${typed}" is one word too many. Put names in quotation marks.`,
    seeHelp: (command: string) => `See: ${command} --help`,
  },
  fault: {
    unexpected: (why: string) => `Something went wrong that should not have: ${why}`,
  },
  serve: { summary: "Open the house: migrate the store and serve the pages until Ctrl-C." },
  migrate: {
    summary: "Bring the store to the newest schema. Starting the server does it too.",
    nothing: "The store is up to date.",
    ran: (step: string) => `Done: ${step}`,
  },
  check: {
    summary:
      "Look the store over: integrity, counts, accounts, the chain of the log. 1 if something is found.",
    fine: "Everything adds up.",
    notMigrated: "The store has not got the newest schema yet. Run: npx firsthand migrate",
    finding: (about: string, subject: string, detail: string) => `${about} ${subject}: ${detail}`,
    secretLost: (table: string, secret: string, rows: number) =>
      `secret ${secret}: SECRET_FILE doesn’t have it, and ${rows === 1 ? "1 row" : `${rows} rows`} of ${table} need it`,
    nameSeenOtherwise: (name: string) =>
      `pen_name ${name}: is stored with other letters to compare it by than this version finds`,
    logFinding: (seq: number, what: string) => `log row ${seq}: ${what}`,
    logWhat: {
      missing_before: "a row before it is missing",
      not_chained: "it does not follow from the row before it",
      changed: "it was changed after it was written",
      not_canonical: "it is not written as the log writes it",
    },
  },
  secrets: {
    summary: "Look after the secrets in SECRET_FILE.",
    rotate: {
      summary:
        "Put a new secret into SECRET_FILE; what is made from now on is made with it. Old ones stay.",
      busy: "Somebody else is doing this just now, or was interrupted. Try again in a minute.",
      done: (id: string) => `The new secret is ${id}. Servers that run take it up by themselves.`,
      rows: (id: string, rows: number, isNew: boolean) =>
        `${id}  ${rows === 1 ? "1 row" : `${rows} rows`}${isNew ? "  (new)" : ""}`,
      lost: (id: string, rows: number) =>
        `${id}  ${rows === 1 ? "1 row" : `${rows} rows`}  (this secret is not in the file any more)`,
      after:
        "No old secret leaves the file: a form that stands open, a key on paper or the mark of an account may rest on it, and no row says so. Copy the file to where you keep it safe now; a copy from before is not enough any more.",
    },
  },
  moderator: {
    summary: "Appoint and dismiss founding moderators, until the members elect their own.",
    name: "The name under which decisions stand in the public log",
    appoint: {
      summary: "Appoint a founding moderator, or make a new link for one who has not joined yet.",
      done: (name: string, until: string) => `${name} is a moderator until ${day(until)}.`,
      again: (name: string, until: string) => `${name} is in office already, until ${day(until)}.`,
      joined: (name: string) =>
        `There is a pen name ${name} here. Whoever has it signs in as always, and finds what waits at /moderation. If that is not whom you meant, dismiss ${name} at once.`,
      link: "Nobody has this name yet, and it is kept for them. With this link they join once, within a day; older links no longer work. Hand it over in person or by a safe way:",
    },
    dismiss: {
      summary: "End the office of a founding moderator at once.",
      done: (name: string) => `${name} is no longer a moderator.`,
      unknown: (name: string) => `There is no moderator named "${name}".`,
    },
    refused: {
      empty: "The name is empty.",
      too_long: "The name is too long.",
      only_digits: "The name has only digits. Let it have letters too.",
      hidden_characters: "The name has characters in it that can't be seen.",
      odd_characters: "The name has signs in it that no name has, or too many accents on a letter.",
      mixed_letters: "The name mixes letters of several scripts, which can look like another name.",
      reserved: "The name could be taken for the house itself. Choose another.",
      taken: "The name is somebody's already, or looks like one that is. Choose another.",
      retired: "Whoever had this pen name has put it away. Choose another.",
    },
  },
  doctor: {
    summary: "Look over the machine and the set-up, and say what needs attention.",
    ok: "ok",
    attention: "attention",
    allFine: "Nothing needs attention.",
    someNeed: (count: number) =>
      count === 1 ? "One thing needs attention." : `${count} things need attention.`,
    node: (version: string) => `Node ${version}`,
    nodeOld: (version: string) => `Node ${version} is too old; 20.19 or newer is needed`,
    memory: (megabytes: number) => `${megabytes} MB of memory`,
    memoryLow: (megabytes: number) => `${megabytes} MB of memory is little; 512 MB are comfortable`,
    disk: (gigabytes: string, folder: string) => `${gigabytes} GB free in ${folder}`,
    diskLow: (gigabytes: string, folder: string) =>
      `only ${gigabytes} GB free in ${folder}; when the disk is full, nobody can write any more`,
    data: (folder: string) => `the data folder ${folder} can be written`,
    dataMissing: (folder: string) => `the data folder ${folder} will be made on the first start`,
    dataBad: (folder: string, why: string) => `the data folder ${folder} can't be written: ${why}`,
    secret: (path: string) => `the secret file ${path} is yours alone`,
    secretMissing: (path: string) => `the secret file ${path} will be made on the first start`,
    settings: (path: string) => `the settings in ${path} are understood`,
    settingsMissing: (path: string) => `the settings ${path} will be written on the first start`,
    database: (dialect: string) => `the database (${dialect}) opens and keeps what it is given`,
    databaseMissing: (path: string) => `the database ${path} will be made on the first start`,
    databaseNotSafe: (settings: string) =>
      `the database could lose what it has acknowledged when the power fails (${settings})`,
    databaseBad: (why: string) => `the database can't be used: ${why}`,
    migrated: "the store has the newest schema",
    pending: (steps: number) =>
      `the store will be brought to the newest schema on the next start (${steps} to go)`,
    portFree: (address: string) => `${address} is free`,
    portOurs: (address: string) => `Firsthand is open at ${address}`,
    portTaken: (address: string) =>
      `something else listens at ${address}; set PORT to another number`,
    portBad: (address: string, why: string) => `nothing can listen at ${address}: ${why}`,
  },
};
