/** What the server itself says, when no page of the app can be made. */
export const server = {
  open: (address: string) => `Firsthand is open at ${address}`,
  openBehindProxy: (address: string, listening: string) =>
    `Firsthand is open at ${address} and listens at ${listening}`,
  portTaken: (port: number) =>
    `Port ${port} is already in use. Stop what uses it, or set PORT to another number.`,
  cannotListen: (host: string, port: number, code: string) =>
    `Firsthand cannot listen on ${host}:${port} (${code}). Check HOST and PORT.`,
  reference: (code: string) => `If you tell us about it, this number helps us find it: ${code}`,
  typedWords: "Nothing takes your words here any more. Here they are, for you to copy:",
  sendAgain: "Send it again",
  keptWords: "What you sent is still on this page: the button sends it once more.",
  problems: {
    badAddress: {
      title: "This address can’t be read",
      text: "It has signs in it that no page of ours has. It may have been cut or copied wrongly.",
      next: "Go to the front page",
    },
    longAddress: {
      title: "This address is too long",
      text: "No page of ours has such a long one. It may have been copied wrongly.",
      next: "Go to the front page",
    },
    tooLarge: {
      title: "That is more than we can take at once",
      text: "Nothing of it was kept. Go back: your browser has probably kept what you typed. A shorter piece, or two pieces, will fit.",
      next: "Go to the front page",
    },
    noForm: {
      title: "This could not be read as a form",
      text: "What arrived was not what a form of ours sends. Nothing of it was kept. Go back: your browser has probably kept what you typed.",
      next: "Go to the front page",
    },
    wrongMethod: {
      title: "This can’t be asked that way",
      text: "Pages are read, and forms are sent. Nothing else is understood here.",
      next: "Go to the front page",
    },
  },
};
