import type { ComponentProps, ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { PausePage } from "#app/components/moderation/pause-page.tsx";
import { NamesPage } from "#app/components/settings/names-page.tsx";
import { SettingsPage } from "#app/components/settings/settings-page.tsx";
import { pauseFault, pauseResult } from "#app/web/pause-form.ts";
import { newNameFault } from "#app/web/pen-names.ts";
import { en } from "#app/words/en.ts";
import { speak } from "#app/words/words.ts";
import { pseudoWords, unmarked } from "#tests/support/pseudo-words.ts";

beforeAll(() => speak(pseudoWords));
afterAll(() => speak(en));

const pause = { until: "2026-03-17", reasonClass: "methods", reasonText: "«reason»" };
const name = { id: "a", name: "«name»", description: "", retired: false, pausedUntil: null };
const names = [
  { ...name, description: "«line»", pausedUntil: "«day»" },
  { ...name, id: "b", retired: true },
];
const page: ComponentProps<typeof NamesPage> = {
  ...{ names, usual: "a", full: null, pause: null, done: null, typed: null },
  ...{ faults: [], hidden: [] },
};
const faults = [
  { field: "description", sentence: "«fault»" },
  { field: "name", sentence: "«fault»" },
];
const pausing = { name: "«name»", thread: "", most: 30, done: null, typed: null };
const typed = { name: "«name»", thread: "«x»", days: "«x»", reasonClass: "", reason: "«x»" };

const PAGES: Readonly<Record<string, () => ReactElement>> = {
  settings: () => <SettingsPage names={["«name»"]} pause={null} />,
  "settings without names, paused": () => <SettingsPage names={[]} pause={pause} />,
  names: () => <NamesPage {...page} done="made" />,
  "names, paused": () => <NamesPage {...page} pause={{ ...pause, reasonClass: "other" }} />,
  "names, full": () => <NamesPage {...page} full="«full»" usual="thread" />,
  "a name that can't be had": () => (
    <NamesPage {...{ ...page, faults }} typed={{ id: "", text: "«typed»" }} />
  ),
  "a line that is too long": () => (
    <NamesPage {...{ ...page, faults }} typed={{ id: "a", text: "«typed»" }} />
  ),
  pause: () => <PausePage {...pausing} faults={[]} hidden={[]} />,
  "pause with faults": () => <PausePage {...{ ...pausing, typed, faults }} hidden={[]} />,
  "pause, done": () => <PausePage {...pausing} done="«done»" faults={[]} hidden={[]} />,
};

describe("names and pauses in a language in which every word is marked", () => {
  test.each(Object.entries(PAGES))("%s", (_, element) => {
    expect(unmarked(renderToStaticMarkup(element()))).toEqual([]);
  });

  test("faults and results", () => {
    const refused = [
      "empty",
      "unknown",
      "imported",
      "not_paused",
      "days",
      "reason_missing",
    ] as const;
    const sentences = [
      ...refused.map((reason) => pauseFault({ reason } as never).sentence),
      pauseFault({ ok: false, reason: "reason_too_long", limit: 500 }).sentence,
      newNameFault({ reason: "too_many", limit: 5 }).sentence,
      newNameFault({ reason: "too_many", limit: 20 }).sentence,
      newNameFault({ reason: "taken" }).sentence,
      pauseResult({ ok: true, until: null }),
      pauseResult({ ok: true, until: "2026-03-17" }),
    ];
    for (const sentence of sentences) expect(unmarked(`<p>${sentence}</p>`)).toEqual([]);
  });
});
