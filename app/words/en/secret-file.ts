/** What is wrong with the secret file: one line each, read by whoever starts the server. */
export const secretFile = {
  openToOthers: (path: string, mode: string) =>
    `SECRET_FILE (${path}) can be read by others on this machine (mode ${mode}). Make it yours alone: chmod 600 "${path}"`,
  notAFile: (path: string) => `SECRET_FILE (${path}) is not a file.`,
  unreadable: (path: string, why: string) => `SECRET_FILE (${path}) can't be read: ${why}.`,
  unwritable: (path: string, why: string) => `SECRET_FILE (${path}) can't be made: ${why}.`,
  damaged: (path: string, why: string) =>
    `SECRET_FILE (${path}) is damaged: ${why}. Bring back the copy that you kept; with a new one no key that people hold would work any more.`,
  full: (path: string, count: number) =>
    `SECRET_FILE (${path}) has ${count} secrets already. Each look-up tries all of them, so there can't be more.`,
  notReplaced: (path: string, why: string) =>
    `SECRET_FILE (${path}) can't be replaced: ${why}. It is as it was. Run this as the user whose file it is.`,
  notJson: "it is not JSON",
  noSecrets: 'it has no "secrets"',
  noCurrent: '"current" names no secret in it',
  badSecret: (id: string) => `the secret "${id}" is not base64 of at least 32 bytes`,
};
