import { type Asking, ask, type Reply } from "./ask.ts";
import type { Page, Visitor } from "./visitor.ts";

/** What the page after a first post shows. */
export interface Posted {
  page: Page;
  key: string;
  code: string;
  id: string;
}

/** Key and take-back code, as far as a page shows them. */
function secretsOn(page: Page): string[] {
  return [...page.document.querySelectorAll("code.secret-shown")].map(
    (code) => code.textContent ?? "",
  );
}

/** Opens the reply form and posts; `id` is empty where nothing was posted. */
export async function postAsGuest(
  visitor: Visitor,
  slug: string,
  { parent, ...fields }: { body: string; parent?: string } & Record<string, string | string[]>,
): Promise<Posted> {
  const query = parent === undefined ? "" : `?parent=${parent}`;
  const form = await visitor.get(`/essays/${slug}/reply${query}`);
  const page = await visitor.submit(form, { intent: "post", fields });
  const [key = "", code = ""] = secretsOn(page);
  const link = page.document.querySelector('.key-panel a[href^="/comments/"]');
  const id = (link?.getAttribute("href") ?? page.address.split("#comment-")[1] ?? "").replace(
    "/comments/",
    "",
  );
  return { page, key, code, id };
}

/**
 * The form of a reply page as a program reads it: its hidden fields, without a whole document made
 * of it, for tests that send hundreds.
 *
 * @throws where the page has no form
 */
export async function hiddenFields(
  origin: string,
  path: string,
  asking: Asking = {},
): Promise<URLSearchParams> {
  const { status, text } = await ask(origin, path, asking);
  const hidden = /<input type="hidden" name="(\w+)" value="([^"<&]*)"\/?>/g;
  const fields = new URLSearchParams();
  for (const [, name = "", value = ""] of text.matchAll(hidden)) fields.append(name, value);
  if (!fields.has("nonce")) throw new Error(`${path} answered ${status} without a form`);
  return fields;
}

/** Sends a form as a browser without JavaScript does, and follows nothing. */
export function sendForm(
  origin: string,
  path: string,
  fields: URLSearchParams,
  headers: Record<string, string> = {},
): Promise<Reply> {
  return ask(origin, path, {
    method: "POST",
    headers: {
      Origin: origin,
      "Content-Type": "application/x-www-form-urlencoded",
      ...headers,
    },
    body: fields.toString(),
  });
}

/** The id of the comment that an answer to a sent form acknowledges; null: it acknowledges none. */
export function acknowledgedId({ status, headers, text }: Reply): string | null {
  if (status === 303)
    return /\/comments\/([a-z2-9]{12})$/.exec(headers.location ?? "")?.[1] ?? null;
  if (status !== 200 || !text.includes("secret-shown")) return null;
  return /href="\/comments\/([a-z2-9]{12})"/.exec(text)?.[1] ?? null;
}

/** The key that an answer shows; null: none. */
export function shownKey({ text }: Reply): string | null {
  return /((?:[0-9A-Z]{5}-){4}[0-9A-Z]{5})/.exec(text)?.[1] ?? null;
}
