import { defineConfig } from "vitest/config";

/**
 * One project a folder of tests/. The database projects start one PostgreSQL for the whole run;
 * one that doesn't start fails the run. No retries: a test that fails now and then is a fault.
 */
function project(name: string, options: { seconds: number; postgres: boolean }) {
  return {
    test: {
      name,
      include: [`tests/${name}/**/*.test.{ts,tsx}`],
      testTimeout: options.seconds * 1000,
      hookTimeout: options.seconds * 1000,
      globalSetup: options.postgres ? ["tests/support/postgres.ts"] : [],
    },
  };
}

export default defineConfig({
  test: {
    pool: "forks",
    projects: [
      project("unit", { seconds: 20, postgres: false }),
      project("db", { seconds: 30, postgres: true }),
      project("http", { seconds: 60, postgres: true }),
      project("browser", { seconds: 120, postgres: true }),
      project("faults", { seconds: 240, postgres: true }),
    ],
  },
});
