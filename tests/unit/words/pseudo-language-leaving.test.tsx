import type { ComponentProps, ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { LeavePage } from "#app/components/settings/leave-page.tsx";
import { TakeBackAllPage } from "#app/components/settings/take-back-all-page.tsx";
import { TakeOutPage } from "#app/components/settings/take-out-page.tsx";
import type { PartLine } from "#app/domain/leaving/own-counts.ts";
import { en } from "#app/words/en.ts";
import { speak } from "#app/words/words.ts";
import { pseudoWords, unmarked } from "#tests/support/pseudo-words.ts";

beforeAll(() => speak(pseudoWords));
afterAll(() => speak(en));

const part = { value: "a", name: "«name»", retired: false, essays: 1, comments: 2, undoable: 0 };
const parts: PartLine[] = [
  part,
  { ...part, value: "b", retired: true, essays: 0, undoable: 3 },
  { ...part, value: "c", name: null, essays: 0, comments: 0 },
];
const faults = [{ field: "what", sentence: "«fault»" }];
const shared = { parts, everything: "everything", faults: [], hidden: [] };
const takeBack: ComponentProps<typeof TakeBackAllPage> = { ...shared, confirm: null, done: null };
const confirm = { what: "a", essays: 1, comments: 2 };
const leave: ComponentProps<typeof LeavePage> = {
  ...{ leaving: null, essays: 1, comments: 2, chosen: "", faults: [], hidden: [] },
};
const leaving = { choice: "take_back", complete: true, hoursLeft: 3 } as const;
const other = { ...leaving, choice: "thread_names" } as const;

const PAGES: Readonly<Record<string, () => ReactElement>> = {
  "taking out": () => <TakeOutPage {...shared} />,
  "taking out nothing that there is": () => <TakeOutPage {...shared} faults={faults} />,
  "taking back": () => <TakeBackAllPage {...takeBack} />,
  "taking back with nothing written": () => <TakeBackAllPage {...takeBack} parts={[]} />,
  "taking back, nothing chosen": () => <TakeBackAllPage {...takeBack} faults={faults} />,
  "taking back one name": () => (
    <TakeBackAllPage {...takeBack} confirm={{ ...confirm, name: "«name»" }} />
  ),
  "taking back thread names": () => (
    <TakeBackAllPage {...takeBack} confirm={{ ...confirm, name: null }} />
  ),
  "taking back everything": () => <TakeBackAllPage {...takeBack} confirm={confirm} />,
  "taken back": () => <TakeBackAllPage {...takeBack} done="taken" />,
  "brought back": () => <TakeBackAllPage {...takeBack} done="back" />,
  leaving: () => <LeavePage {...leave} />,
  "leaving with nothing written": () => <LeavePage {...leave} essays={0} comments={0} />,
  "leaving, nothing chosen": () => (
    <LeavePage
      {...leave}
      faults={["choice", "passphrase", "sure"].map((field) => ({ field, sentence: "«fault»" }))}
    />
  ),
  "on its way out": () => <LeavePage {...leave} leaving={leaving} />,
  "on its way out in a moment": () => (
    <LeavePage {...leave} leaving={{ ...leaving, hoursLeft: 0 }} />
  ),
  "too late to keep it": () => <LeavePage {...leave} leaving={{ ...other, hoursLeft: null }} />,
  "on its way out, interrupted": () => (
    <LeavePage {...leave} leaving={{ ...other, complete: false }} />
  ),
};

describe("leaving in a language in which every word is marked", () => {
  test.each(Object.entries(PAGES))("%s", (_, element) => {
    expect(unmarked(renderToStaticMarkup(element()))).toEqual([]);
  });
});
