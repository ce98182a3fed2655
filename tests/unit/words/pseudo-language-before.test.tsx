import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { DraftsPage } from "#app/components/own/draft-list.tsx";
import { KeyPanel } from "#app/components/own/key-panel.tsx";
import { Revealing } from "#app/components/revealing/revealing.tsx";
import { en } from "#app/words/en.ts";
import { speak } from "#app/words/words.ts";
import { pseudoWords, unmarked } from "#tests/support/pseudo-words.ts";

beforeAll(() => speak(pseudoWords));
afterAll(() => speak(en));

const line = { before: "«before»", words: "«words»", after: "«after»" };
const kinds = Object.keys(en.revealing.kinds) as (keyof typeof en.revealing.kinds)[];
const groups = kinds.map((kind) => ({ kind, lines: [line], more: 2 }));
const draft = { id: "a", heading: "«heading»", of: "«of»", savedOn: "2026-03-01", href: "/x" };
const drafts = [{ ...draft, firstLines: "«first lines»", returned: true }];
const scheduled = [{ id: "b", heading: "«heading»", firstLines: "«first lines»" }];
const list = { hidden: [], names: null, at: "/drafts" };

const parts: Record<string, () => ReactElement> = {
  "the check, with everything": () => (
    <Revealing revealing={{ looked: true, english: true, total: 30, groups }} />
  ),
  "the check, in another language": () => (
    <Revealing revealing={{ looked: true, english: false, total: 30, groups }} />
  ),
  "the check, nothing found": () => (
    <Revealing revealing={{ looked: true, english: true, total: 0, groups: [] }} />
  ),
  "the check, nothing found by shape": () => (
    <Revealing revealing={{ looked: true, english: false, total: 0, groups: [] }} />
  ),
  "the check, not made": () => <Revealing revealing={{ looked: false }} />,
  "drafts, with pieces for later": () => (
    <DraftsPage {...list} drafts={drafts} scheduled={scheduled} />
  ),
  "pieces for later, and no drafts": () => (
    <DraftsPage {...list} drafts={[]} scheduled={scheduled} />
  ),
  "key panel of a piece for later": () => (
    <KeyPanel of="later" secretKey="«key»" takeBackCode="«code»" action="/x" nonce="n" />
  ),
};

describe("what stands before something is public is said in app/words/", () => {
  test.each(Object.entries(parts))("%s", (_, part) => {
    const html = renderToStaticMarkup(part());
    expect(html).toContain("⟦");
    expect(unmarked(html)).toEqual([]);
  });
});
