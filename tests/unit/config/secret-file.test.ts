import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { loadSecretRing } from "#app/config/secret-file.ts";

let folder = "";
let path = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "firsthand-"));
  path = join(folder, "secrets", "firsthand.key");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function put(content: string, mode = 0o600): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
  chmodSync(path, mode);
}

const secret = Buffer.alloc(32, 7).toString("base64");

describe("the secret file", () => {
  it("is made on the first start, for its owner alone, and read on the next", async () => {
    const first = await loadSecretRing(path);
    expect(first.current.bytes).toHaveLength(32);
    expect(first.all).toEqual([first.current]);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(statSync(dirname(path)).mode & 0o777).toBe(0o700);
    expect(await loadSecretRing(path)).toEqual(first);
    expect(readdirSync(dirname(path))).toEqual(["firsthand.key"]);
  });

  it("is the same for all that start together", async () => {
    const rings = await Promise.all(Array.from({ length: 20 }, () => loadSecretRing(path)));
    expect(new Set(rings.map(({ current }) => current.id)).size).toBe(1);
  });

  it("keeps old secrets in the ring", async () => {
    put(JSON.stringify({ current: "b", secrets: { a: secret, b: secret } }));
    const ring = await loadSecretRing(path);
    expect(ring.current.id).toBe("b");
    expect(ring.all.map(({ id }) => id)).toEqual(["a", "b"]);
  });

  it.each([0o640, 0o604, 0o660, 0o644])("is refused with mode %o", async (mode) => {
    put(JSON.stringify({ current: "a", secrets: { a: secret } }), mode);
    await expect(loadSecretRing(path)).rejects.toThrow(`mode ${mode.toString(8).padStart(4, "0")}`);
  });

  it.each([
    ["", "not JSON"],
    ["{", "not JSON"],
    ["[]", '"secrets"'],
    [JSON.stringify({ current: "a", secrets: { a: 1 } }), '"secrets"'],
    [JSON.stringify({ current: "a", secrets: {} }), '"current"'],
    [JSON.stringify({ current: "b", secrets: { a: secret } }), '"current"'],
    [JSON.stringify({ current: "a", secrets: { a: "AAAA" } }), 'secret "a"'],
    [JSON.stringify({ current: "a", secrets: { a: `${secret}!` } }), 'secret "a"'],
  ])("is refused when it says %j, and never replaced", async (content, why) => {
    put(content);
    await expect(loadSecretRing(path)).rejects.toMatchObject({
      kind: "startFault",
      faults: [expect.stringContaining(why)],
    });
    expect(readFileSync(path, "utf8")).toBe(content);
  });

  it("never says the secret itself", async () => {
    put(JSON.stringify({ current: "a", secrets: { a: `${secret}!` } }));
    await expect(loadSecretRing(path)).rejects.not.toThrow(secret);
  });

  it("is named when a folder stands in its place", async () => {
    mkdirSync(path, { recursive: true });
    await expect(loadSecretRing(path)).rejects.toThrow("is not a file");
  });
});
