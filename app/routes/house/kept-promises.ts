import type { KeptPromise } from "#app/components/house/promises-page.tsx";

/**
 * The promises that are printed: each with the tests that hold it. A promise without a test is not
 * printed; tests/unit/look/promises.test.ts fails when a file named here does not exist.
 */
export const keptPromises: KeptPromise[] = [
  {
    number: 1,
    heldBy: [
      "tests/http/promises/visitor-traces.test.ts",
      "tests/http/promises/no-time-of-day.test.ts",
      "tests/http/server/canary.test.ts",
    ],
  },
  {
    number: 2,
    heldBy: [
      "tests/http/flows/guest.test.ts",
      "tests/http/promises/mere-reader.test.ts",
      "tests/browser/guest.test.ts",
    ],
  },
  { number: 3, heldBy: ["tests/http/promises/mere-reader.test.ts", "tests/browser/crawl.test.ts"] },
  {
    number: 4,
    heldBy: ["tests/http/promises/pasted-code.test.ts", "tests/unit/rendering/hostile.test.ts"],
  },
  {
    number: 5,
    heldBy: ["tests/faults/posting-killed.test.ts", "tests/faults/store-killed.test.ts"],
  },
  {
    number: 6,
    heldBy: [
      "tests/faults/one-form-two-servers.test.ts",
      "tests/faults/disk.test.ts",
      "tests/http/flows/guest.test.ts",
    ],
  },
  {
    number: 7,
    heldBy: [
      "tests/http/promises/taken-back.test.ts",
      "tests/http/promises/taken-back-essay.test.ts",
      "tests/http/promises/left.test.ts",
    ],
  },
  {
    number: 8,
    heldBy: [
      "tests/http/promises/unlinkable.test.ts",
      "tests/db/identity/stolen-store.test.ts",
      "tests/db/identity/stolen-file.test.ts",
    ],
  },
  {
    number: 9,
    heldBy: ["tests/unit/identity/look-alikes.test.ts", "tests/http/promises/look-alike.test.ts"],
  },
  {
    number: 12,
    heldBy: ["tests/http/promises/help-and-exit.test.ts", "tests/browser/other-media.test.ts"],
  },
  {
    number: 15,
    heldBy: [
      "tests/db/schema.test.ts",
      "tests/http/promises/data.test.ts",
      "tests/db/identity/stolen-store.test.ts",
      "tests/db/identity/stolen-file.test.ts",
      "tests/db/identity/stolen-secret.test.ts",
    ],
  },
];
