/**
 * Counts vitest's JSON result, one row a project. What is no pass is a failure: a test that was
 * skipped, a file that did not load, a run without tests, an end with another code than 0.
 *
 * @param {object | null} result what vitest's JSON reporter wrote; null where it wrote nothing
 * @param {number} code the code with which vitest ended
 * @param {string[]} projects the folders of tests/
 * @returns {{name: string, passed: number, failed: number}[]}
 */
export function countOf(result, code, projects) {
  const files = result?.testResults ?? [];
  const rows = projects.map((name) => ({ name, passed: 0, failed: 0 }));
  const other = { name: "other tests", passed: 0, failed: 0 };
  for (const file of files) {
    const row = rows.find(({ name }) => file.name.includes(`/tests/${name}/`)) ?? other;
    const passed = file.assertionResults.filter(({ status }) => status === "passed").length;
    const failed = file.assertionResults.length - passed;
    row.passed += passed;
    row.failed += failed;
    // It did not load, or failed outside of its tests.
    if (failed === 0 && (passed === 0 || file.status === "failed")) row.failed += 1;
  }
  const counted = [...rows, other].filter(({ passed, failed }) => passed + failed > 0);
  const failures = counted.reduce((total, row) => total + row.failed, 0);
  if (counted.length === 0) return [{ name: "tests", passed: 0, failed: 1 }];
  if (code !== 0 && failures === 0) counted.push({ name: "run of tests", passed: 0, failed: 1 });
  return counted;
}
