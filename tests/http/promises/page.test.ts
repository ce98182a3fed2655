import { afterAll, beforeAll, expect, it } from "vitest";
import { keptPromises } from "#app/routes/house/kept-promises.ts";
import { words } from "#app/words/words.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";
import { Visitor } from "#tests/support/visitor.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.stop());

it("/promises prints each kept promise with its limit and its tests, and no other", async () => {
  const { document } = await new Visitor(server.origin).get("/promises");
  const { list, limit } = words().house.promises;
  const printed = [...document.querySelectorAll<HTMLLIElement>("ol.promises > li")];
  expect(printed.map(({ value }) => value)).toEqual(keptPromises.map(({ number }) => number));
  expect(printed.length).toBeGreaterThan(0);
  for (const [place, { number, heldBy }] of keptPromises.entries()) {
    const text = printed[place]?.textContent ?? "";
    expect(text).toContain(list[number].promise);
    if (list[number].limit !== "") expect(text).toContain(`${limit} ${list[number].limit}`);
    for (const file of heldBy) expect(text).toContain(file);
  }
  const kept = new Set<string>(keptPromises.map(({ number }) => String(number)));
  const text = document.body.textContent ?? "";
  for (const [number, { promise }] of Object.entries(list)) {
    expect(text.includes(promise), `promise ${number}`).toBe(kept.has(number));
  }
});
