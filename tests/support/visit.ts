import type {
  Browser,
  BrowserContext,
  BrowserContextOptions,
  Page,
  Response,
} from "playwright-core";
import { connect, type Store } from "#db/connect.ts";
import { openBrowser } from "./browser.ts";
import { startServer, type TestServer } from "./server.ts";

/** A page of the real site in the real browser, and what went on behind it. */
export interface Visit {
  page: Page;
  context: BrowserContext;
  /** What the console complained of: errors, and what the CSP refused. */
  complaints: string[];
  /** Hosts that were asked for anything. */
  hosts: Set<string>;
  /** Addresses whose answer set a cookie, and the cookie. */
  cookiesSet: () => Promise<string[]>;
}

export interface VisitOptions {
  /** Left out: on. */
  javaScript?: boolean;
  /** CSS pixels; left out: 1280. */
  width?: number;
  theme?: "light" | "dark";
  more?: BrowserContextOptions;
}

/** The real server with an empty store, and the real browser in front of it. */
export interface VisitedHouse {
  server: TestServer;
  store: Store;
  browser: Browser;
  visit(options?: VisitOptions): Promise<Visit>;
  /** Closes the pages opened since the last time. */
  leave(): Promise<void>;
  close(): Promise<void>;
}

const HEIGHT = 800;
const PATIENCE_MS = 15_000;

export async function openVisitedHouse(): Promise<VisitedHouse> {
  const server = await startServer();
  const store = await connect(server.databaseUrl);
  const browser = await openBrowser();
  const contexts: BrowserContext[] = [];
  const leave = async () => {
    await Promise.all(contexts.splice(0).map((context) => context.close()));
  };
  return {
    server,
    store,
    browser,
    leave,
    visit: async (options = {}) => {
      const { javaScript = true, width = 1280, theme = "light", more = {} } = options;
      const context = await browser.newContext({
        baseURL: server.origin,
        javaScriptEnabled: javaScript,
        viewport: { width, height: HEIGHT },
        colorScheme: theme,
        ...more,
      });
      context.setDefaultTimeout(PATIENCE_MS);
      contexts.push(context);
      return watched(context);
    },
    close: async () => {
      await leave();
      await browser.close();
      await store.close();
      await server.stop();
    },
  };
}

async function watched(context: BrowserContext): Promise<Visit> {
  const complaints: string[] = [];
  const hosts = new Set<string>();
  const answers: Promise<string[]>[] = [];
  context.on("console", (message) => {
    const text = message.text();
    // A page for what went wrong has its status, and the browser says so; that is no fault.
    if (message.type() === "error" && !/the server responded with a status of/.test(text)) {
      complaints.push(text);
    }
  });
  context.on("weberror", (error) => complaints.push(String(error.error())));
  context.on("request", (request) => hosts.add(new URL(request.url()).host));
  context.on("response", (response) => answers.push(cookiesOf(response)));
  const cookiesSet = async () => (await Promise.all(answers)).flat();
  return { page: await context.newPage(), context, complaints, hosts, cookiesSet };
}

async function cookiesOf(response: Response): Promise<string[]> {
  const { pathname } = new URL(response.url());
  // `headers()` leaves cookies out. A page that was left before it had come gives none.
  const headers = await response.headersArray().catch(() => []);
  return headers
    .filter(({ name }) => name.toLowerCase() === "set-cookie")
    .map(({ value }) => `${pathname}: ${value}`);
}
