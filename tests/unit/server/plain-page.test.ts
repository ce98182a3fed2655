import { JSDOM } from "jsdom";
import { expect, it } from "vitest";
import { makeLog } from "#app/server/log.ts";
import { makeProblems, unsentFrom } from "#app/server/problems.ts";

const FORM = "application/x-www-form-urlencoded";
const HOSTILE = `</textarea><script>alert(1)</script>"' &amp; <b>`;
const problems = makeProblems(makeLog("silent"), () => ["/assets/a.css"]);

it("a page for a form that could not be taken in holds all of it, to be sent again", () => {
  const fields: [string, string][] = [
    ["body", `\nFirst line\n\n${HOSTILE}`],
    ["perspective", "experience"],
    ["perspective", "debate"],
    [HOSTILE, "x"],
  ];
  const body = Buffer.from(new URLSearchParams(fields).toString());
  const answer = problems.busy(unsentFrom(`/essays/a/reply?parent=${HOSTILE}`, FORM, body));
  const { document } = new JSDOM(answer.body?.toString()).window;
  const form = document.querySelector("form");
  const kept = [...(form?.querySelectorAll("textarea") ?? [])].map((area) => [
    area.name,
    area.value,
  ]);
  expect(answer.status).toBe(503);
  expect(kept).toEqual(fields);
  expect(form?.getAttribute("action")).toBe(`/essays/a/reply?parent=${HOSTILE}`);
  expect(document.querySelectorAll("script").length).toBe(0);
});

it("nothing is repeated of what is no plain form", () => {
  expect(unsentFrom("/key", "multipart/form-data; boundary=x", Buffer.from("x"))).toBeNull();
  expect(unsentFrom("/key", undefined, null)).toBeNull();
});

it("a fault of the store says to try again, another has a number that stands in the log", () => {
  const busy = Object.assign(new Error("no"), { kind: "store_busy" });
  expect(problems.fault(busy, "/", null).status).toBe(503);
  const broken = problems.fault(new Error("secret words"), "/", null);
  expect(broken.status).toBe(500);
  expect(broken.body?.toString()).toMatch(/helps us find it: [0-9a-f]{10}/);
  expect(broken.body?.toString()).not.toContain("secret words");
});

it("help and exit stand on it", () => {
  const { document } = new JSDOM(problems.crossSite().body?.toString()).window;
  expect(document.querySelector("a")?.getAttribute("href")).toBe("/exit");
  expect(document.querySelector('a[href="/help"]')).not.toBeNull();
});
