import { day } from "./grammar.ts";

/** `/settings/take-out`, and what stands in the file. */
export const takeOut = {
  title: "Take out everything of yours",
  intro:
    "One file with all that you wrote here: essays, comments and drafts, also those that wait to be read, that become public later, or that you took back and could still bring back.",
  inside:
    "Each name has a folder of its own, in which every piece is a plain text file (Markdown). everything.json has the same for programs. You can open all of it without us.",
  careful:
    "The file names all your names together. Whoever gets it knows that they are one person’s. Keep it where nobody else looks, and delete it from a computer that others use.",
  one: "You can also take out one name alone: then nothing in the file tells of the others.",
  legend: "What do you take out?",
  choose: "Choose a name, or everything.",
  faultsTitle: "There is no file yet",
  button: "Make the file",
  buttonMore: "Your browser keeps it as a zip file. Nothing here changes by it.",
  notKept: "We make it while you wait, and keep no copy.",

  /** The lines of README.txt. */
  readme: ({ site, on, names }: { site: string; on: string; names: readonly string[] }) => [
    `What you wrote at ${site}, as it stood on ${day(on)}.`,
    "",
    "Each folder is one of your names:",
    ...names.map((name) => `  ${name}`),
    "",
    "essays     what you published, one file each",
    "comments   what you answered, one file each, with the thread it stands in",
    "drafts     what you have not sent, and what becomes public later",
    "earlier    earlier versions, in the folder of what they became",
    "",
    "Every file is plain text in Markdown. What stands between the two lines of three dashes at the",
    "top says what it is: its title, day, state and the rest.",
    "",
    "state: visible      it can be read by everybody",
    "state: waiting      it waits to be read by a moderator first",
    "state: folded       it is folded, and opens at a press",
    "state: removed      a moderator has removed it",
    "state: draft        you have kept it for later",
    "state: later        it becomes public at a random moment of the next day",
    "state: taken_back   you have taken it back; until its words leave the store, you can undo that",
    "",
    "everything.json has all of this in one file, for programs.",
    "",
    "This file names your names together. Keep it where nobody else looks.",
  ],
  folderOfName: ({
    folder,
    name,
    description,
  }: {
    folder: string;
    name: string;
    description: string | null;
  }) => (description === null ? `${folder}: ${name}` : `${folder}: ${name} (${description})`),
  folderOfThreadNames: (folder: string) =>
    `${folder}: other names in every thread; each file says which`,
  tooLarge: "This is more than one file takes. Take it out name by name.",
};
