import { renderToStaticMarkup } from "react-dom/server";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ClaimPage, type ClaimPageProps } from "#app/components/settings/claim-page.tsx";
import {
  doneSentences,
  keyFault,
  nameClaimFault,
  namesFault,
  shownKeys,
} from "#app/web/claim-form.ts";
import { en } from "#app/words/en.ts";
import { speak } from "#app/words/words.ts";
import { pseudoWords, unmarked } from "#tests/support/pseudo-words.ts";

beforeAll(() => speak(pseudoWords));
afterAll(() => speak(en));

const thread = { essayId: "x", slug: "x", title: "«title»", name: "«name»", ownEssay: true };
const hidden = { ...thread, essayId: "y", title: null, ownEssay: false };
const claimable = [
  { threads: [thread, hidden], drafts: 2, scheduled: 1 },
  { threads: [], drafts: 0, scheduled: 0 },
];
const page: Omit<ClaimPageProps, "keys" | "before"> = {
  stage: "ask",
  typed: "«typed»",
  deviceKeeps: true,
  penNames: [{ id: "a", name: "«pen»" }],
  chosen: {},
  done: null,
  about: "keys",
  faults: [],
  hidden: [],
  imported: "«old»",
  shownAs: "imported",
  asked: [{ sentence: "«asked»", code: "«code»" }],
  contact: "«contact»",
};
const fault = (field: string) => [{ field, sentence: "«fault»" }];
const keys = () => shownKeys(claimable);
const both = () => ({ keys: keys(), before: keys() });

const PAGES: Readonly<Record<string, () => ClaimPageProps>> = {
  "nothing typed": () => ({ ...page, ...both() }),
  "a fault in the keys": () => ({ ...page, ...both(), faults: fault("keys") }),
  choosing: () => ({ ...page, ...both(), stage: "choose" }),
  "choosing, one key": () => ({ ...page, keys: keys().slice(0, 1), before: [], stage: "choose" }),
  "choosing, with a fault": () => ({ ...page, ...both(), stage: "choose", faults: fault("all") }),
  "a fault in what was taken up": () => ({
    ...{ ...page, ...both(), about: "before" as const, faults: fault("all") },
  }),
  "a fault in the old name": () => ({
    ...{ ...page, ...both(), about: "imported" as const, faults: fault("imported") },
  }),
  done: () => ({
    ...{ ...page, ...both(), stage: "done" as const },
    done: { lines: ["«line»"], refused: ["«refused»"] },
  }),
};

describe("taking up what is one's own, in a language in which every word is marked", () => {
  test.each(Object.entries(PAGES))("%s", (_, props) => {
    expect(unmarked(renderToStaticMarkup(<ClaimPage {...props()} />))).toEqual([]);
  });

  test("faults and results", () => {
    const refused = { title: null, name: "«name»", penName: "«pen»" };
    const done = doneSentences({ staying: 2, named: 1, refused: [refused] });
    const sentences = [
      ...[...done.lines, ...done.refused].map((sentence) => ({ sentence })),
      keyFault({ reason: "empty" }),
      ...(["typo", "code", "unknown", "yours"] as const).map((reason) =>
        keyFault({ reason, line: 2 }),
      ),
      ...(["too_many", "no_room"] as const).map((reason) => keyFault({ reason, limit: 10 })),
      ...(["several", "not_yours", "leaving"] as const).map(namesFault),
      ...(["empty", "unknown", "nobody", "taken"] as const).map((reason) =>
        nameClaimFault({ field: "imported", reason }),
      ),
      nameClaimFault({ field: "imported", reason: "too_many", limit: 5 }),
      nameClaimFault({ field: "shown_as", reason: "not_yours" }),
      nameClaimFault({ field: "", reason: "leaving" }),
    ];
    for (const { sentence } of sentences) expect(unmarked(`<p>${sentence}</p>`)).toEqual([]);
  });
});
