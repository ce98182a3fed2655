import { hiddenFields, sendForm } from "./guest.ts";
import type { Page, Visitor } from "./visitor.ts";

/** What the page after a first essay shows; key and code are empty where none was shown. */
export interface Published {
  page: Page;
  key: string;
  code: string;
  slug: string;
}

/** Key and take-back code, as far as a page shows them. */
export function secretsOn(page: Page): string[] {
  return [...page.document.querySelectorAll("code.secret-shown")].map(
    (code) => code.textContent ?? "",
  );
}

/**
 * Opens the composer and publishes. Only what a story can't do without is filled in, unless more is
 * given.
 *
 * @param at the composer's address, `/write?responds=…` for an answer
 */
export async function publishAsGuest(
  visitor: Visitor,
  fields: Record<string, string | string[]> = {},
  at = "/write",
): Promise<Published> {
  const form = await visitor.get(at);
  const typed = { title: "A title", body: "Some words.", lead: "story", ...fields };
  const page = await visitor.submit(form, { intent: "publish", fields: typed });
  const [key = "", code = ""] = secretsOn(page);
  const link = page.document.querySelector('.key-panel a[href^="/essays/"]')?.getAttribute("href");
  const slug = decodeURIComponent((link ?? page.address).replace(/^\/essays\//, ""));
  return { page, key, code, slug };
}

/** Publishes as a small script would: the form's hidden fields, and as few others as will do. */
export async function publishByScript(origin: string, fields: Record<string, string>) {
  const sent = await hiddenFields(origin, "/write");
  for (const [name, value] of Object.entries({ ...fields, intent: "publish" })) {
    sent.set(name, value);
  }
  return sendForm(origin, "/write", sent);
}
