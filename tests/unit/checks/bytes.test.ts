import { describe, expect, it } from "vitest";
import { faultsIn } from "../../../scripts/check-bytes.mjs";

const bytes = (text: string) => Buffer.from(text);
const slash = "/";

describe("the byte check", () => {
  it("lets plain text through, in any script", () => {
    expect(faultsIn("a.ts", bytes('const a = "Grüße, здравствуй, 你好, 🙂";\n'))).toEqual([]);
    expect(faultsIn("a.ts", bytes(""))).toEqual([]);
  });

  it.each([
    ["a byte order mark", "\uFEFFa\n", "U+FEFF"],
    ["CRLF", "a\r\n", "CRLF"],
    ["a space at the end", "a \n", "a space at the end"],
    ["a tab", "\ta\n", "a tab"],
    ["text that runs backwards", "a\u202Eb\n", "U+202E"],
    ["an isolate", "a\u2066b\n", "U+2066"],
    ["a space without width", "a\u200Bb\n", "U+200B"],
    ["a soft hyphen", "a\u00ADb\n", "U+00AD"],
    ["a hard space", "a\u00A0b\n", "U+00A0"],
    ["a tag character", "a\u{E0041}b\n", "U+E0041"],
    ["a control character", "a\u0007b\n", "U+0007"],
    ["no end of the last line", "a", "has no end"],
    ["empty lines at the end", "a\n\n", "empty lines"],
    ["a path of one machine", `const a = "${slash}root/x";\n`, "a path of one machine"],
    ["another", `see ${slash}home/somebody/x\n`, "a path of one machine"],
  ])("finds %s", (_name, text, fault) => {
    const faults = faultsIn("docs/a.md", bytes(text));
    expect(faults.join("\n")).toContain(fault);
  });

  it("finds what is no UTF-8, what is too large and what is too long", () => {
    expect(faultsIn("a.ts", Buffer.from([0xc3, 0x28, 0x0a]))).toEqual(["a.ts: is not UTF-8"]);
    expect(faultsIn("a.ts", bytes(`${"a".repeat(101 * 1024)}\n`))).toHaveLength(1);
    expect(faultsIn("app/a.ts", bytes("a\n".repeat(331)))).toHaveLength(1);
    expect(faultsIn("app/routes/a.tsx", bytes("a\n".repeat(151)))).toHaveLength(1);
    expect(faultsIn("app/a.ts", bytes("a\n".repeat(151)))).toEqual([]);
  });

  it("leaves hostile test data as it is", () => {
    expect(faultsIn("tests/corpus/a.json", bytes("a\u202E \r\n"))).toEqual([]);
  });
});
