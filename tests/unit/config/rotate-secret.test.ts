import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { followSecretFile } from "#app/config/follow-secret-file.ts";
import { rotateSecretFile } from "#app/config/rotate-secret.ts";
import { loadSecretRing, MOST_SECRETS, ringText } from "#app/config/secret-file.ts";
import { mark, marksOfRing } from "#app/domain/identity/secret-ring.ts";

let folder = "";
let path = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "firsthand-"));
  path = join(folder, "secrets", "firsthand.key");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe("rotating the secret", () => {
  it("puts a new one on top and keeps every old one, for its owner alone", async () => {
    const first = await loadSecretRing(path);
    const second = await rotateSecretFile(path);
    const third = await rotateSecretFile(path);
    expect(second.current.id).not.toBe(first.current.id);
    expect(third.all).toEqual([first.current, second.current, third.current]);
    expect(await loadSecretRing(path)).toEqual(third);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(readdirSync(dirname(path))).toEqual(["firsthand.key"]);
  });

  it("clears away what a killed one left, and nothing else", async () => {
    await loadSecretRing(path);
    const beside = (name: string) => join(dirname(path), name);
    writeFileSync(beside("firsthand.key.0123456789ab.new"), "half a");
    writeFileSync(beside("firsthand.key.copy"), "kept");
    writeFileSync(beside("another.key.0123456789ab.new"), "kept");
    await rotateSecretFile(path);
    expect(readdirSync(dirname(path)).sort()).toEqual([
      "another.key.0123456789ab.new",
      "firsthand.key",
      "firsthand.key.copy",
    ]);
  });

  it("replaces the file that a link leads to, not the link", async () => {
    await loadSecretRing(path);
    const link = join(folder, "link.key");
    symlinkSync(path, link);
    const ring = await rotateSecretFile(link);
    expect(await loadSecretRing(path)).toEqual(ring);
  });

  it.each([
    ["{", "not JSON"],
    [JSON.stringify({ current: "b", secrets: {} }), '"current"'],
  ])("is refused where the file says %j, and changes nothing", async (content, why) => {
    mkdirSync(dirname(path));
    writeFileSync(path, content, { mode: 0o600 });
    await expect(rotateSecretFile(path)).rejects.toThrow(why);
    expect(readFileSync(path, "utf8")).toBe(content);
  });

  it("is refused where there are too many already", async () => {
    await loadSecretRing(path);
    for (let made = 1; made < MOST_SECRETS; made += 1) await rotateSecretFile(path);
    const before = readFileSync(path, "utf8");
    await expect(rotateSecretFile(path)).rejects.toThrow(`${MOST_SECRETS} secrets already`);
    expect(readFileSync(path, "utf8")).toBe(before);
  });
});

describe("a ring that follows its file", () => {
  it("knows a newer secret at once, and goes on knowing the old ones", async () => {
    const ring = await followSecretFile(path);
    const before = { current: ring.current, mark: mark(ring, "purpose", "part") };
    for (let turn = 0; turn < 3; turn += 1) {
      const rotated = await rotateSecretFile(path);
      expect(ring.current).toEqual(rotated.current);
      expect(ring.all).toEqual(rotated.all);
    }
    expect(mark(ring, "purpose", "part")).not.toBe(before.mark);
    expect(marksOfRing(ring, "purpose", "part")).toContain(before.mark);
  });

  it("gives one and the same ring to what doesn't wait in between", async () => {
    const ring = await followSecretFile(path);
    const other = await followSecretFile(join(folder, "other", "firsthand.key"));
    const first = ring.current;
    writeFileSync(path, ringText({ current: other.current, all: [first, other.current] }));
    expect(ring.current).toBe(first);
    await Promise.resolve();
    expect(ring.current).toEqual(other.current);
  });

  it.each([
    ["has gone", () => rmSync(path)],
    ["is damaged", () => writeFileSync(path, '{"current": "a", "sec')],
    ["is empty", () => writeFileSync(path, "")],
  ])("stays as it was where the file %s, until it is whole again", async (_what, spoil) => {
    const ring = await followSecretFile(path);
    const first = ring.current;
    const whole = readFileSync(path, "utf8");
    spoil();
    await Promise.resolve();
    expect(ring.current).toBe(first);
    writeFileSync(path, whole);
    chmodSync(path, 0o600);
    const rotated = await rotateSecretFile(path);
    expect(ring.current).toEqual(rotated.current);
  });

  it("refuses at the start what `loadSecretRing` refuses", async () => {
    await loadSecretRing(path);
    chmodSync(path, 0o644);
    await expect(followSecretFile(path)).rejects.toThrow("chmod 600");
  });
});
