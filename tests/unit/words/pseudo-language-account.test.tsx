import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { RecoverPage, RecoveryLaid } from "#app/components/account/recover-page.tsx";
import { RecoveryNotice } from "#app/components/account/recovery-notice.tsx";
import { RecoveryStopPage } from "#app/components/account/recovery-stop-page.tsx";
import { CodesPage } from "#app/components/settings/codes-page.tsx";
import { PassphrasePage } from "#app/components/settings/passphrase-page.tsx";
import { SessionsPage } from "#app/components/settings/sessions-page.tsx";
import { changeFault, recoverFault } from "#app/web/recover-faults.ts";
import { en } from "#app/words/en.ts";
import { speak } from "#app/words/words.ts";
import { pseudoWords, unmarked } from "#tests/support/pseudo-words.ts";

beforeAll(() => speak(pseudoWords));
afterAll(() => speak(en));

const hidden: { name: string; value: string }[] = [];
const faults = [
  ...["", "code", "passphrase", "old", "pen_name", "name_passphrase"].map((field) => {
    return { field, sentence: "«fault»" };
  }),
];
const day = "2026-03-01";
const sessions = [
  { mark: "a", here: true, lastUsedOn: day },
  { mark: "b", here: false, lastUsedOn: day },
];
const names = [
  { id: "a", name: "«name»" },
  { id: "b", name: "«other»" },
];
const passphrase = { names, signInName: "«name»", done: null, faults: [], hidden };
const shown = { set: "x", codes: ["«code»"] };

const PAGES: Readonly<Record<string, () => ReactElement>> = {
  "codes to be written down": () => (
    <CodesPage shown={shown} left={1} faults={[]} hidden={hidden} />
  ),
  "codes left": () => <CodesPage shown={null} left={3} faults={faults} hidden={hidden} />,
  "no codes left": () => <CodesPage shown={null} left={0} faults={[]} hidden={hidden} />,
  "one session": () => <SessionsPage sessions={sessions.slice(1)} faults={[]} hidden={hidden} />,
  "two sessions": () => <SessionsPage sessions={sessions} faults={faults} hidden={hidden} />,
  "passphrase of one name": () => <PassphrasePage {...passphrase} names={names.slice(1)} />,
  "passphrase of two names": () => <PassphrasePage {...passphrase} faults={faults} />,
  "passphrase changed": () => <PassphrasePage {...passphrase} done="passphrase" />,
  "another name signs in": () => <PassphrasePage {...passphrase} done="name" />,
  recover: () => <RecoverPage code="«code»" faults={faults} hidden={hidden} />,
  "recover, asked": () => <RecoveryLaid name="«name»" />,
  "the notice": () => <RecoveryNotice askedOn={day} dueOn="2026-03-02" hidden={hidden} />,
  "before stopping": () => <RecoveryStopPage stopped={false} waits faults={faults} />,
  "nothing to stop": () => <RecoveryStopPage stopped={false} waits={false} faults={[]} />,
  stopped: () => <RecoveryStopPage stopped waits={false} faults={[]} />,
};

const FAULTS = [
  ...(["nonce", "too_many"] as const).map((field) => () => recoverFault({ ok: false, field })),
  ...(["empty", "typo", "unknown"] as const).map(
    (reason) => () => recoverFault({ ok: false, field: "code", reason }),
  ),
  ...(["empty", "too_long", "common", "own_name", "short"] as const).map(
    (reason) => () => changeFault({ ok: false, field: "passphrase", reason }),
  ),
  ...(["empty", "no_match"] as const).map(
    (reason) => () => changeFault({ ok: false, field: "old", reason }),
  ),
  () => recoverFault({ ok: false, field: "passphrase", reason: "date" }),
  () => changeFault({ ok: false, field: "wait", seconds: 1 }),
];

describe("codes, sessions and recovery in a language in which every word is marked", () => {
  test.each(Object.entries(PAGES))("%s", (_, element) => {
    expect(unmarked(renderToStaticMarkup(element()))).toEqual([]);
  });

  test("every fault", () => {
    for (const fault of FAULTS) expect(unmarked(`<p>${fault().sentence}</p>`)).toEqual([]);
  });
});
