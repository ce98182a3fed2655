import { firsthand } from "./command.ts";
import { PASSPHRASE, writeCodesDown } from "./member.ts";
import type { TestServer } from "./server.ts";
import { type Page, Visitor } from "./visitor.ts";

/** Appoints a founding moderator by the command; gives the link with which they join. */
export async function joinLink(server: TestServer, name: string): Promise<string> {
  const { code, out, err } = await firsthand(server, "moderator", "appoint", name);
  const link = /(\/join\?token=\S+)/.exec(out)?.[1];
  if (code !== 0 || link === undefined) throw new Error(`not appointed: ${out}${err}`);
  return link;
}

/** A founding moderator, appointed by the command, joined by the printed link, and at work. */
export async function signedInModerator(server: TestServer, name: string): Promise<Visitor> {
  const moderator = new Visitor(server.origin);
  const form = await moderator.get(await joinLink(server, name));
  const joined = await moderator.submit(form, {
    intent: "join",
    fields: { passphrase: PASSPHRASE },
  });
  await writeCodesDown(moderator, joined);
  const page = await moderator.get("/moderation");
  if (page.address !== "/moderation") throw new Error(`not signed in: ${joined.text}`);
  return moderator;
}

/** The form under the waiting piece whose words contain a text. */
export function reviewOf({ document }: Page, text: string): string {
  const pieces = [...document.querySelectorAll(".entries > li")];
  const [piece] = pieces.filter((one) => one.textContent?.includes(text));
  if (!piece) throw new Error(`"${text}" does not wait`);
  return `#${piece.id} form`;
}
