import type { ComponentProps, ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  PasskeyConfirm,
  PasskeyForm,
  PasskeySignIn,
} from "#app/components/account/passkey-form.tsx";
import { PasskeysPage } from "#app/components/settings/passkeys-page.tsx";
import { noPlaceAnswer, notAddedAnswer, refusedAnswer } from "#app/web/passkey-answers.ts";
import { en } from "#app/words/en.ts";
import { speak } from "#app/words/words.ts";
import { pseudoWords, unmarked } from "#tests/support/pseudo-words.ts";

beforeAll(() => speak(pseudoWords));
afterAll(() => speak(en));

const passkey = { id: "a", label: "", rpId: "«host»", lastUsedOn: null };
const page: ComponentProps<typeof PasskeysPage> = {
  passkeys: [],
  adding: "yes",
  most: 10,
  severalPlaces: true,
  done: null,
  typed: null,
  faults: [],
  hidden: [],
};
const passkeys = [passkey, { ...passkey, id: "b", label: "«name»", lastUsedOn: "2026-03-01" }];
const faults = [{ field: "label", sentence: "«fault»" }];

const PAGES: Readonly<Record<string, () => ReactElement>> = {
  "no passkeys": () => <PasskeysPage {...page} />,
  "some passkeys": () => <PasskeysPage {...page} passkeys={passkeys} done="added" />,
  "enough passkeys": () => <PasskeysPage {...page} adding="full" done="removed" />,
  "no place for passkeys": () => <PasskeysPage {...page} adding="no_place" done="saved" />,
  "a name that is too long": () => (
    <PasskeysPage {...page} {...{ passkeys, faults }} typed={{ id: "b", label: "«long»" }} />
  ),
  "the button that signs in": () => <PasskeySignIn to="/x" hidden={[]} />,
  "the button that confirms": () => <PasskeyConfirm recovery="x" hidden={[]} />,
  "the button": () => (
    <PasskeyForm action="/x" does="use" button="«button»" more="«more»" hidden={[]} />
  ),
};

describe("passkeys in a language in which every word is marked", () => {
  test.each(Object.entries(PAGES))("%s", (_, element) => {
    expect(unmarked(renderToStaticMarkup(element()))).toEqual([]);
  });

  test("what the script is told", async () => {
    const answers = [
      noPlaceAnswer(),
      ...(["unknown", "old", "copied", "none"] as const).map(refusedAnswer),
      ...(["unknown", "old", "known", "many", "label"] as const).map(notAddedAnswer),
    ];
    for (const answer of answers) {
      const { sentence } = (await answer.json()) as { sentence: string };
      expect(answer.headers.get("Cache-Control")).toBe("private, no-store");
      expect(unmarked(`<p>${sentence}</p>`)).toEqual([]);
    }
  });
});
