import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { everyAddress } from "#tests/support/address-map.ts";
import { seedFullHouse } from "#tests/support/full-house.ts";
import { openVisitedHouse, type VisitedHouse } from "#tests/support/visit.ts";

let house: VisitedHouse;

beforeAll(async () => {
  house = await openVisitedHouse();
  await seedFullHouse(house.store);
});

afterEach(() => house.leave());
afterAll(() => house.close());

/** What a page carries that a reading page must not. */
const burdens = (page: Page) =>
  page.evaluate(() => {
    const scripts = [...document.querySelectorAll("script")].filter(
      (script) => !/^\/enhance\/[a-z-]+\.js$/.test(script.getAttribute("src") ?? ""),
    );
    return [
      ...scripts.map((script) => `script ${script.outerHTML.slice(0, 80)}`),
      ...[...document.querySelectorAll('link[rel="modulepreload"]')].map(() => "modulepreload"),
      ...[...document.querySelectorAll("[style]")].map((one) => `style on ${one.tagName}`),
      ...[...document.querySelectorAll("style")].map(() => "inline styles"),
    ];
  });

/** Links of a page to pages of ours, without fragments. `/exit` leaves, so nobody follows it here. */
const linksOf = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLAnchorElement | HTMLLinkElement>("a[href], link[href]")]
      .filter(({ href }) => new URL(href).origin === location.origin)
      .map(({ href }) => new URL(href).pathname + new URL(href).search)
      .filter((address) => address !== "/exit" && !/^\/(?:assets|favicon)/.test(address)),
  );

interface Crawl {
  visited: Set<string>;
  hosts: string[];
  cookies: string[];
  found: string[];
  complaints: string[];
}

/** Opens all these and every page that they lead to, as somebody who only reads. */
async function crawl(from: readonly string[]): Promise<Crawl> {
  const { page, context, complaints, hosts, cookiesSet } = await house.visit();
  const found: string[] = [];
  const fetched: string[] = [];
  const visited = new Set<string>();
  const waiting = [...from];
  for (let address = waiting.pop(); address !== undefined; address = waiting.pop()) {
    if (visited.has(address)) continue;
    visited.add(address);
    if (/\.(?:xml|json|md|txt)$/.test(address.split("?")[0] ?? "")) {
      // Not a page; a browser would offer to save it.
      const answer = await context.request.get(address);
      const sets = answer.headersArray().filter(({ name }) => /^set-cookie$/i.test(name));
      fetched.push(...sets.map(({ value }) => `${address}: ${value}`));
      continue;
    }
    await page.goto(address);
    found.push(...(await burdens(page)).map((burden) => `${address}: ${burden}`));
    waiting.push(...(await linksOf(page)));
  }
  const kept = (await context.cookies()).map(({ name }) => `kept: ${name}`);
  const cookies = [...(await cookiesSet()), ...fetched, ...kept];
  return { visited, hosts: [...hosts], cookies, found, complaints };
}

describe("a mere reader who follows every link", () => {
  let map: string[];
  let walked: Crawl;

  beforeAll(async () => {
    const filled = { slug: "story", id: "heron", name: "anybody", number: "41" };
    map = (await everyAddress(filled)).filter((address) => address !== "/exit");
    walked = await crawl([...map, "/"]);
  });

  it("has been on every route, and on many pages by links alone", () => {
    expect(map.filter((address) => !walked.visited.has(address))).toEqual([]);
    expect(walked.visited).toContain("/essays/closed");
    expect(walked.visited.size).toBeGreaterThan(map.length + 30);
  });

  it("asks nobody but this site for anything", () => {
    expect(walked.hosts).toEqual([new URL(house.server.origin).host]);
  });

  it("gets no cookie", () => {
    expect(walked.cookies).toEqual([]);
  });

  it("gets no framework scripts, no inline scripts and no style attributes", () => {
    expect(walked.found).toEqual([]);
  });

  it("breaks no rule of the Content-Security-Policy", () => {
    expect(walked.complaints).toEqual([]);
  });
});

describe("what the crawl looks for", () => {
  it("is found where it is planted", async () => {
    const { page, complaints, hosts, cookiesSet } = await house.visit();
    await page.route("**/about", async (route) => {
      const answer = await route.fetch();
      const body = (await answer.text()).replace(
        "</main>",
        '<p style="color:red"><img src="https://planted.example/1.png" alt=""></p><script>0</script><link rel="modulepreload" href="/enhance/exit.js"></main>',
      );
      const headers = { ...answer.headers() };
      delete headers["content-security-policy"];
      await route.fulfill({ response: answer, headers, body });
    });
    await page.goto("/about");
    expect(await burdens(page)).toEqual([
      "script <script>0</script>",
      "modulepreload",
      "style on P",
    ]);
    expect([...hosts]).toContain("planted.example");

    await page.goto("/promises");
    await page.evaluate(() => {
      document.body.append(Object.assign(document.createElement("script"), { text: "0" }));
    });
    expect(complaints.join()).toContain("Content Security Policy");

    await page.goto("/essays/closed");
    expect(await cookiesSet()).toEqual([]);
    await page.goto("/essays/noted/reply");
    await page.locator("#reply-body").fill("Now I write.");
    await page.locator('button[value="post"]').click();
    await page.locator(".key-panel").waitFor();
    expect((await cookiesSet()).join()).toContain("/essays/noted/reply: firsthand-fresh=");
  });
});
