import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { KeyPanel } from "#app/components/own/key-panel.tsx";
import { TakeBackPage } from "#app/components/own/take-back-page.tsx";
import { EditEssayPage } from "#app/components/write/edit-essay-page.tsx";
import type { TypedEssay } from "#app/components/write/typed-essay.ts";
import { VersionsPage } from "#app/components/write/versions-page.tsx";
import { WritePage } from "#app/components/write/write-page.tsx";
import type { EssayFault } from "#app/domain/essays/types.ts";
import { essayFaultSentence } from "#app/web/write-faults.ts";
import { en } from "#app/words/en.ts";
import { speak } from "#app/words/words.ts";
import { aComment, aMembersNames, anEssay } from "#tests/support/pieces.ts";
import { pseudoWords, unmarked } from "#tests/support/pseudo-words.ts";

beforeAll(() => speak(pseudoWords));
afterAll(() => speak(en));

const typed: TypedEssay = {
  title: "«title»",
  body: "«body»",
  lead: "story",
  perspective: ["experience", "debate"],
  standing: "lived",
  standpoint: "«standpoint»",
  note: "«note»",
  reply_mode: "support",
  name: "«name»",
  as: "",
  tags: "«tag»",
  tag: ["«ticked»"],
  works_cited: "«work»",
  indexing: "yes",
  original_author: "«author»",
  source: "«source»",
  licence: "«licence»",
  series: "«series»",
  responds: "x",
  comment: "abc",
  relation: "grew_out_of",
  key: "«key»",
};
const nothing: TypedEssay = {
  ...typed,
  ...{ title: "", body: "", lead: "", perspective: [], standing: "", standpoint: "", note: "" },
  ...{ reply_mode: "open", tags: "", tag: [], works_cited: "", indexing: "", key: "" },
  ...{ original_author: "", source: "", licence: "", series: "", name: "", relation: "" },
};

const FAULTS: readonly EssayFault[] = [
  { field: "title", reason: "empty" },
  { field: "title", reason: "too_long", limit: 200 },
  { field: "body", reason: "empty" },
  { field: "body", reason: "too_long", limit: 9 },
  { field: "body", reason: "too_many_links", limit: 9 },
  { field: "note", reason: "too_long", limit: 9 },
  { field: "lead", reason: "missing" },
  { field: "perspective", reason: "not_the_lead", lead: "story" },
  { field: "perspective", reason: "not_the_lead", lead: "debate" },
  { field: "standing", reason: "only_with_experience" },
  { field: "reply_mode", reason: "support_only_for_stories" },
  { field: "tags", reason: "too_many", limit: 9 },
  { field: "tags", reason: "too_long", limit: 9 },
  { field: "tags", reason: "no_letters" },
  { field: "works_cited", reason: "too_many", limit: 9 },
  { field: "works_cited", reason: "too_long", limit: 9 },
  { field: "responds", reason: "not_here" },
  { field: "comment", reason: "not_here" },
  { field: "relation", reason: "needs_comment" },
  { field: "name", reason: "taken" },
  { field: "name", reason: "reserved" },
  { field: "name", reason: "you_have_another", name: "«name»" },
  { field: "as", reason: "unknown" },
  { field: "as", reason: "retired" },
  { field: "as", reason: "taken_here", name: "«name»" },
  { field: "as", reason: "paused", until: "2026-03-01" },
  { field: "nonce", reason: "not_ours" },
  { field: "key", reason: "unknown" },
  { field: "essay", reason: "cannot_be_changed" },
];
const faults = () => FAULTS.map(essayFaultSentence);

const answered = {
  slug: "x",
  title: "«title»",
  lead: "story",
  writer: "«writer»",
  mode: "support",
  invented: true,
  comment: null,
} as const;
const form = {
  draft: "",
  nonce: "n",
  challenge: "{}",
  hasKey: false,
  speakers: null,
  waits: false,
};
const piece = { of: "essay", at: "/essays/x", title: "«title»", name: "«name»", html: "" } as const;
const edited = { piece, keepOpen: true, tagsInUse: ["«tag»"], waits: true, hidden: [] };
const version = { version: 1, title: "«title»", html: "<p>«words»</p>", replacedOn: "2026-03-01" };
const versions = { at: "/essays/x", title: "«title»", note: "«note»", keyed: true, secretKey: "k" };
const essay = anEssay({ note: null, replyMode: "support" });

/** Pages by name; each is made only after the language was changed. */
const pages: Record<string, () => ReactElement> = {
  "write, empty": () => (
    <WritePage
      {...form}
      typed={nothing}
      faults={[]}
      tagsInUse={[]}
      answered={null}
      asName={null}
      preview={null}
    />
  ),
  "write, as a member": () => (
    <WritePage
      {...form}
      typed={typed}
      faults={faults()}
      tagsInUse={["«tag»"]}
      answered={null}
      asName={null}
      speakers={aMembersNames}
      preview={null}
    />
  ),
  "write, with everything": () => (
    <WritePage
      {...form}
      typed={typed}
      faults={faults()}
      tagsInUse={["«tag»"]}
      answered={{ ...answered, comment: aComment({}) }}
      asName="«name»"
      waits
      preview={{ ...essay, headings: [] }}
    />
  ),
  "write, in answer to an essay": () => (
    <WritePage
      {...form}
      typed={{ ...typed, lead: "debate", comment: "" }}
      faults={[]}
      tagsInUse={[]}
      answered={answered}
      asName="«name»"
      preview={{ ...anEssay({ title: "", html: "" }), headings: [] }}
    />
  ),
  "change, asked for the key": () => (
    <EditEssayPage {...edited} values={null} preview={null} faults={faults().slice(-2)} />
  ),
  change: () => (
    <EditEssayPage
      {...edited}
      values={typed}
      preview={{ ...essay, headings: [] }}
      faults={faults()}
    />
  ),
  "versions, none": () => (
    <VersionsPage
      {...versions}
      versions={[]}
      own={null}
      done={null}
      faults={faults()}
      hidden={[]}
    />
  ),
  ...Object.fromEntries(
    (["show", "hide", "forget"] as const).map((done, opened) => [
      `versions: ${done}`,
      () => (
        <VersionsPage
          {...versions}
          versions={[version]}
          own={{ all: 2, opened }}
          done={done}
          faults={[]}
          hidden={[]}
        />
      ),
    ]),
  ),
  "versions, nothing kept": () => (
    <VersionsPage
      {...versions}
      versions={[]}
      own={{ all: 0, opened: 0 }}
      done={null}
      faults={[]}
      hidden={[]}
    />
  ),
  ...Object.fromEntries(
    (["ask", "done", "undone", "late"] as const).map((stage) => [
      `take back: ${stage}`,
      () => <TakeBackPage piece={piece} stage={stage} askKey faults={[]} hidden={[]} />,
    ]),
  ),
  ...Object.fromEntries(
    (["visible", "waiting"] as const).map((state) => [
      `key panel: ${state}`,
      () => (
        <KeyPanel
          of="essay"
          secretKey="«key»"
          takeBackCode="«code»"
          action="/write"
          nonce="n"
          name="«name»"
          essay={{ id: "abc", slug: "«slug»" }}
          state={state}
        />
      ),
    ]),
  ),
};

describe("the pages for writing, in a language that is nothing but marks", () => {
  for (const [name, make] of Object.entries(pages)) {
    test(`say nothing of their own: ${name}`, () => {
      const html = renderToStaticMarkup(make());
      expect(html).toContain("⟦");
      // An address is not a sentence.
      expect(unmarked(html.replaceAll("/essays/«slug»", "«slug»"))).toEqual([]);
    });
  }
});
