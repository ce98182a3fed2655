import { afterAll, beforeAll, expect, it } from "vitest";
import { words } from "#app/words/words.ts";
import { connect } from "#db/connect.ts";
import { describeSchema } from "#tests/support/schema-description.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";
import { Visitor } from "#tests/support/visitor.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.stop());

/** Words that wound here; "held" and the like are never on pages. */
const NEVER =
  /\b(voices?|held|withdrawn|tombstones?|possessions?|cases?|suspend\w*|strikes?|triggers?|established|patients?|consumers?)\b/i;

it("/promises leads to /promises/data, which names every column of the running store", async () => {
  const visitor = new Visitor(server.origin);
  const promises = await visitor.get("/promises");
  expect(promises.document.querySelector('a[href="/promises/data"]')).not.toBeNull();
  const { status, document, text, headers } = await visitor.get("/promises/data");
  expect(status).toBe(200);
  expect(headers.getSetCookie()).toEqual([]);
  const store = await connect(server.databaseUrl);
  const { tables } = await describeSchema(store);
  await store.close();
  const printed = [...document.querySelectorAll("details.table-note")].map((note) => [
    note.querySelector("summary code")?.textContent ?? "",
    [...note.querySelectorAll("tbody th code")].map(({ textContent }) => textContent).sort(),
  ]);
  const stored = Object.entries(tables).map(([name, columns]) => [
    name,
    Object.keys(columns).sort(),
  ]);
  expect(Object.fromEntries(printed)).toEqual(Object.fromEntries(stored));
  for (const cell of document.querySelectorAll("details.table-note td")) {
    expect(cell.textContent).not.toBe("");
  }
  for (const { title } of Object.values(words().dataHeld.answers)) expect(text).toContain(title);
  expect("A case of it").toMatch(NEVER);
  expect(text).not.toMatch(NEVER);
});

it("says the same to whoever asks for data only", async () => {
  const visitor = new Visitor(server.origin);
  const { status, headers } = await visitor.get("/promises/data.data");
  expect(status).toBe(200);
  expect(headers.get("cache-control")).not.toContain("max-age");
});
