import { defineConfig } from "vitest/config";

/**
 * One project a folder of tests/. The projects with databases share one PostgreSQL for the whole
 * run; one that doesn't start fails the run. No retries: a test that fails now and then is a fault.
 */
function project(name: string, options: { order: number; seconds: number; postgres: boolean }) {
  return {
    extends: true as const,
    test: {
      name,
      include: [`tests/${name}/**/*.test.{ts,tsx}`],
      // One kind after the other, so that what is timed has the machine to itself.
      sequence: { groupOrder: options.order },
      testTimeout: options.seconds * 1000,
      hookTimeout: options.seconds * 1000,
      globalSetup: options.postgres ? ["tests/support/postgres.ts"] : [],
      // A browser, or a process that is killed, has the machine to itself as well.
      fileParallelism: name !== "browser" && name !== "faults",
    },
  };
}

export default defineConfig({
  test: {
    pool: "forks",
    // Two cores: more workers would only wait for each other, and for the databases.
    maxWorkers: 2,
    restoreMocks: true,
    // A test that asserts nothing can't fail.
    expect: { requireAssertions: true },
    projects: [
      project("unit", { order: 0, seconds: 20, postgres: false }),
      project("db", { order: 1, seconds: 30, postgres: true }),
      project("http", { order: 2, seconds: 60, postgres: true }),
      project("browser", { order: 3, seconds: 120, postgres: true }),
      project("faults", { order: 4, seconds: 240, postgres: true }),
    ],
  },
});
