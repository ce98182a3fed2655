import { JSDOM } from "jsdom";

/** A page as somebody without JavaScript has it in front of them. */
export interface Page {
  status: number;
  /** Path, query and fragment. */
  address: string;
  headers: Headers;
  html: string;
  document: Document;
  /** Its words, spaces folded. */
  text: string;
}

export interface FormChoice {
  /** A CSS selector that finds the form; left out: the one form with the button. */
  form?: string;
  /** Value of the `intent` button. */
  intent: string;
  /** What is typed, ticked or chosen; an empty list unticks. */
  fields?: Record<string, string | string[]>;
}

const MOST_REDIRECTS = 5;

/** A browser without JavaScript: pages, forms with their hidden fields, cookies, redirects. */
export class Visitor {
  readonly origin: string;
  readonly cookies = new Map<string, string>();
  readonly #referer: string | null;

  /** @param referer the page whose links are followed; left out: addresses are typed, or come from messages */
  constructor(origin: string, referer: string | null = null) {
    this.origin = origin;
    this.#referer = referer;
  }

  async get(address: string): Promise<Page> {
    return this.#go(address, { method: "GET" });
  }

  /** The body of a form as the browser would send it. */
  fill(page: Page, { form, intent, fields = {} }: FormChoice): { action: string; body: string } {
    const found = formOf(page.document, form, intent);
    const body = new URLSearchParams();
    for (const element of found.elements) addField(body, element);
    for (const [name, value] of Object.entries(fields)) {
      body.delete(name);
      for (const one of [value].flat()) body.append(name, one);
    }
    body.append("intent", intent);
    const action = found.getAttribute("action") ?? page.address;
    return { action, body: body.toString() };
  }

  async submit(page: Page, choice: FormChoice): Promise<Page> {
    const { action, body } = this.fill(page, choice);
    return this.post(action, body);
  }

  async post(action: string, body: string): Promise<Page> {
    return this.#go(action, { method: "POST", body });
  }

  async #go(address: string, { method, body }: { method: string; body?: string }): Promise<Page> {
    let at = new URL(address, this.origin);
    let sent = { method, body };
    for (let hop = 0; hop < MOST_REDIRECTS; hop += 1) {
      const response = await fetch(at, {
        method: sent.method,
        redirect: "manual",
        headers: this.#headers(sent.body !== undefined),
        ...(sent.body !== undefined && { body: sent.body }),
      });
      this.#keepCookies(response.headers);
      const location = response.headers.get("Location");
      if (location === null || response.status < 300 || response.status > 399) {
        return pageOf(response, await response.text(), at);
      }
      await response.arrayBuffer();
      const { hash } = at;
      at = new URL(location, at);
      if (at.origin !== this.origin) return pageOf(response, "", at);
      if (at.hash === "") at.hash = hash;
      if (response.status !== 307 && response.status !== 308)
        sent = { method: "GET", body: undefined };
    }
    throw new Error(`Redirected too often: ${at.pathname}`);
  }

  #headers(posts: boolean): Record<string, string> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    return {
      ...(cookie !== "" && { Cookie: cookie }),
      ...(this.#referer !== null && { Referer: this.#referer }),
      ...(posts && { Origin: this.origin, "Content-Type": "application/x-www-form-urlencoded" }),
    };
  }

  #keepCookies(headers: Headers): void {
    for (const line of headers.getSetCookie()) {
      const [pair = "", ...attributes] = line.split(";").map((part) => part.trim());
      const at = pair.indexOf("=");
      const name = pair.slice(0, at);
      if (attributes.some((attribute) => /^max-age=0$/i.test(attribute))) this.cookies.delete(name);
      else this.cookies.set(name, pair.slice(at + 1));
    }
  }
}

function pageOf(response: Response, html: string, at: URL): Page {
  const { document } = new JSDOM(html).window;
  return {
    status: response.status,
    address: `${at.pathname}${at.search}${at.hash}`,
    headers: response.headers,
    html,
    document,
    text: (document.body.textContent ?? "").replace(/\s+/g, " ").trim(),
  };
}

function formOf(document: Document, selector: string | undefined, intent: string): HTMLFormElement {
  const button = `button[name="intent"][value="${intent}"]`;
  const forms = [...document.querySelectorAll<HTMLFormElement>(selector ?? "form")];
  const found = forms.filter((form) => form.querySelector(button) !== null);
  const [form] = found;
  if (!form || found.length > 1) {
    throw new Error(`${found.length} forms with the button "${intent}" (${selector ?? "any"})`);
  }
  return form;
}

function addField(body: URLSearchParams, element: Element): void {
  const { name, type } = element as HTMLInputElement;
  if (name === "" || element.tagName === "BUTTON" || element.tagName === "FIELDSET") return;
  if ((type === "checkbox" || type === "radio") && !(element as HTMLInputElement).checked) return;
  body.append(name, (element as HTMLInputElement).value);
}
