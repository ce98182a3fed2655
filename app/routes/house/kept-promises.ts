import type { KeptPromise } from "#app/components/house/promises-page.tsx";

/**
 * The promises that are printed: each with the tests that hold it. A promise without a test is not
 * printed; tests/unit/look/promises.test.ts fails when a file named here does not exist.
 */
export const keptPromises: KeptPromise[] = [];
