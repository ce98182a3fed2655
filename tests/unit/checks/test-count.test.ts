import { describe, expect, it } from "vitest";
import { countOf } from "../../../scripts/test-count.mjs";

const file = (folder: string, status: string, ...statuses: string[]) => ({
  name: `/x/tests/${folder}/a.test.ts`,
  status,
  assertionResults: statuses.map((each) => ({ status: each })),
});
const count = (code: number, ...testResults: object[]) => countOf({ testResults }, code, ["unit"]);

describe("the count of tests", () => {
  it("counts what passed, by project", () => {
    const files = [file("unit", "passed", "passed", "passed"), file("db", "passed", "passed")];
    expect(count(0, ...files)).toEqual([
      { name: "unit", passed: 2, failed: 0 },
      { name: "other tests", passed: 1, failed: 0 },
    ]);
  });

  it.each(["failed", "skipped", "pending", "todo"])("counts a %s test as failed", (status) => {
    expect(count(1, file("unit", "passed", "passed", status))).toEqual([
      { name: "unit", passed: 1, failed: 1 },
    ]);
  });

  it("counts a file that did not load, or failed around its tests, as failed", () => {
    expect(count(1, file("unit", "failed"))).toEqual([{ name: "unit", passed: 0, failed: 1 }]);
    expect(count(1, file("unit", "failed", "passed"))).toEqual([
      { name: "unit", passed: 1, failed: 1 },
    ]);
    expect(count(0, file("unit", "passed"))).toEqual([{ name: "unit", passed: 0, failed: 1 }]);
  });

  it("counts a run without tests, without a result, or with a fault beside its tests as failed", () => {
    const failed = { name: "tests", passed: 0, failed: 1 };
    expect(count(0)).toEqual([failed]);
    expect(countOf(null, 1, ["unit"])).toEqual([failed]);
    expect(count(1, file("unit", "passed", "passed"))).toContainEqual({
      name: "run of tests",
      passed: 0,
      failed: 1,
    });
  });
});
