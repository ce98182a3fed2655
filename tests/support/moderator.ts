import { firsthand } from "./command.ts";
import type { TestServer } from "./server.ts";
import { type Page, Visitor } from "./visitor.ts";

/** A founding moderator, appointed by the command and signed in by the printed link. */
export async function signedInModerator(server: TestServer, name: string): Promise<Visitor> {
  const { code, out, err } = await firsthand(server, "moderator", "appoint", name);
  const link = /(\/sign-in\?token=\S+)/.exec(out)?.[1];
  if (code !== 0 || link === undefined) throw new Error(`not appointed: ${out}${err}`);
  const moderator = new Visitor(server.origin);
  const page = await moderator.submit(await moderator.get(link), { intent: "sign-in" });
  if (page.address !== "/moderation") throw new Error(`not signed in: ${page.text}`);
  return moderator;
}

/** The form under the waiting piece whose words contain a text. */
export function reviewOf({ document }: Page, text: string): string {
  const pieces = [...document.querySelectorAll(".entries > li")];
  const [piece] = pieces.filter((one) => one.textContent?.includes(text));
  if (!piece) throw new Error(`"${text}" does not wait`);
  return `#${piece.id} form`;
}
