import { randomBytes } from "node:crypto";
import { afterAll } from "vitest";
import type { CommentForm, PostOutcome } from "#app/domain/comments/types.ts";
import type { House, Subject } from "#app/domain/house.ts";
import { makeNonce } from "#app/domain/identity/nonce.ts";
import type { Secret, SecretRing } from "#app/domain/identity/secret-ring.ts";
import { createRenderer } from "#app/domain/rendering/renderer.ts";
import type { Renderer } from "#app/domain/rendering/types.ts";
import type { SiteSettings } from "#app/domain/settings.ts";
import type { Store } from "#db/connect.ts";

/** When every test begins, unless it says otherwise. */
const START = new Date("2026-03-14T09:26:53.589Z");
export const HOUR = 60 * 60 * 1_000;
export const DAY = 24 * HOUR;

const SETTINGS: SiteSettings = {
  name: "The Reading Room",
  tagline: "Invented for tests.",
  runBy: "Nobody.",
  contact: "",
  guests: "open",
  exitTo: "https://weather.example/",
  help: [],
};

let renderer: Renderer | null = null;

afterAll(async () => {
  await renderer?.close();
  renderer = null;
});

/** The real renderer, one for all tests of a file; closed after the last. */
export function realRenderer(): Renderer {
  renderer ??= createRenderer({ threads: 1 });
  return renderer;
}

function makeSecret(): Secret {
  return { id: randomBytes(4).toString("hex"), bytes: randomBytes(32) };
}

/** The ring with a fresh secret on top; the old ones stay. */
export function rotated(ring: SecretRing): SecretRing {
  const current = makeSecret();
  return { current, all: [current, ...ring.all] };
}

export interface TestHouse extends House {
  /** Lets time pass. */
  pass(ms: number): void;
  /** What `changed` was told, in order. */
  readonly told: Subject[];
}

/** A house on a store: a pinned clock, the real renderer, throwaway secrets, default settings. */
export function makeHouse(
  store: Store,
  {
    settings,
    ...over
  }: Partial<Omit<House, "settings">> & { settings?: Partial<SiteSettings> } = {},
): TestHouse {
  const secret = makeSecret();
  const told: Subject[] = [];
  let now = START.getTime();
  return {
    store,
    renderer: realRenderer(),
    finder: { find: async () => null, close: async () => undefined },
    secrets: { current: secret, all: [secret] },
    settings: { ...SETTINGS, ...settings },
    clock: () => new Date(now),
    changed: (subjects) => {
      told.push(...subjects);
    },
    ...over,
    pass: (ms) => {
      now += ms;
    },
    told,
  };
}

/** A filled comment form with a fresh nonce. */
export function commentForm(
  house: House,
  form: { essayId: string } & Partial<CommentForm>,
): CommentForm {
  return {
    parentId: null,
    addresses: [],
    body: "I was there too.",
    name: null,
    perspectives: [],
    standing: null,
    note: null,
    standpoint: null,
    nonce: makeNonce(house),
    key: null,
    ...form,
  };
}

export type Posted = Extract<PostOutcome, { ok: true }> & { key: string; takeBackCode: string };

/** The outcome of a post that has to have gone well. */
export function posted(outcome: PostOutcome): Posted {
  if (!outcome.ok) throw new Error(`refused: ${JSON.stringify(outcome.faults)}`);
  const { key, takeBackCode } = outcome;
  if (key === null || takeBackCode === null) throw new Error("posted without a key");
  return { ...outcome, key, takeBackCode };
}
