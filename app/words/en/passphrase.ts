/** `/settings/passphrase`. */
export const passphrase = {
  title: "Your passphrase",
  change: "Change it",
  changeText:
    "Everywhere else you are signed out by it, and a recovery that waits is stopped. Recovery codes and passkeys go on working.",
  old: "The passphrase you have now",
  fresh: "The new one",
  freshHint:
    "Three or four words that nobody would put together, in any language: chosen by chance, not from a song.",
  changeButton: "Change the passphrase",
  lost: "You don’t know it any more?",
  lostLink: "Use a recovery code",
  changed: "Your passphrase is changed. Everywhere else you are signed out.",
  nameTitle: "The name that signs in",
  nameOne: (name: string) =>
    `You sign in as ${name}. Of several pen names you can choose here which one signs in.`,
  nameText:
    "One of your pen names signs in, with the passphrase. Choose one that you would not mind typing where somebody may look on.",
  nameLegend: "Sign in as",
  namePassphrase: "Your passphrase",
  nameButton: "Sign in with this name",
  nameChanged: (name: string) => `From now on you sign in as ${name}.`,
  faultsTitle: "Nothing was changed",
  faults: {
    empty: "Type the passphrase you have now.",
    no_match: "This is not the passphrase of this account. Nothing was changed.",
    gone: "Choose one of your pen names.",
  },
};
