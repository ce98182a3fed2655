import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { makeCursor, readCursor } from "#app/domain/identity/cursor.ts";
import { delayStillNeeded, makeNonce, readNonce, SHORT_DELAY } from "#app/domain/identity/nonce.ts";
import { mark, marksOfRing, open, seal } from "#app/domain/identity/secret-ring.ts";

const secret = { id: "one", bytes: Buffer.alloc(32, 1) };
const other = { id: "two", bytes: Buffer.alloc(32, 2) };
const ring = { current: secret, all: [secret] };
const rotated = { current: other, all: [other, secret] };
const clock = () => new Date("2026-03-14T09:26:53.589Z");

describe("marks", () => {
  test("where one part ends and the next begins makes a difference", () => {
    expect(mark(secret, "p", "ab", "c")).not.toBe(mark(secret, "p", "a", "bc"));
    expect(mark(secret, "p", "ab")).not.toBe(mark(secret, "pa", "b"));
    expect(mark(secret, "p", "ab")).not.toBe(mark(other, "p", "ab"));
    expect(mark(ring, "p", "ab")).toBe(mark(secret, "p", "ab"));
  });

  test("a ring tries all its secrets, the current one first", () => {
    expect(marksOfRing(rotated, "p", "x")).toEqual([mark(other, "p", "x"), mark(secret, "p", "x")]);
  });
});

describe("seals", () => {
  test("open for the right key, purpose and row, and for nothing else", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme" }),
        fc.integer({ min: 1, max: 600 }),
        (text, padTo) => {
          const how = { purpose: "p", key: "k", bind: "b" };
          const sealed = seal(secret, { ...how, text, padTo });
          expect(open(secret, { ...how, sealed })).toBe(text);
          expect(open(other, { ...how, sealed })).toBeNull();
          for (const wrong of [{ purpose: "q" }, { key: "l" }, { bind: "c" }]) {
            expect(open(secret, { ...how, ...wrong, sealed })).toBeNull();
          }
        },
      ),
    );
  });

  test("an altered or foreign text does not open, and does not throw", () => {
    const how = { purpose: "p", key: "k" };
    const bytes = Buffer.from(seal(secret, { ...how, text: "words" }), "base64url");
    for (let i = 0; i < bytes.length; i += 1) {
      const altered = Buffer.from(bytes);
      altered[i] = (altered[i] ?? 0) ^ 1;
      expect(open(secret, { ...how, sealed: altered.toString("base64url") })).toBeNull();
    }
    for (const sealed of ["", "x", "!!!", "A".repeat(200)]) {
      expect(open(secret, { ...how, sealed })).toBeNull();
    }
  });

  test("padding hides small differences of length", () => {
    const length = (text: string) =>
      seal(secret, { purpose: "p", key: "k", text, padTo: 256 }).length;
    expect(length("a")).toBe(length("a".repeat(250)));
    expect(length("a")).not.toBe(length("a".repeat(300)));
  });
});

describe("cursors", () => {
  test("tell nothing, are repeatable, and hold for one list", () => {
    const position = { at: 1_773_480_413_589, id: "abcdefghijkm" };
    const cursor = makeCursor(ring, "new", position);
    expect(makeCursor(ring, "new", position)).toBe(cursor);
    expect(readCursor(ring, "new", cursor)).toEqual(position);
    expect(readCursor(rotated, "new", cursor)).toEqual(position);
    expect(readCursor(ring, "active", cursor)).toBeNull();
    expect(readCursor(ring, "new", `${cursor}x`.slice(2))).toBeNull();
    expect(Buffer.from(cursor, "base64url").toString("latin1")).not.toContain(position.id);
  });
});

describe("nonces", () => {
  test("are read back with the time they were issued, after a change of secrets too", () => {
    const nonce = makeNonce({ secrets: ring, clock });
    const issuedAt = clock().getTime();
    expect(readNonce({ secrets: ring }, nonce)).toMatchObject({ ok: true, issuedAt });
    expect(readNonce({ secrets: rotated }, nonce)).toMatchObject({ nonce: { secret } });
    expect(makeNonce({ secrets: ring, clock })).not.toBe(nonce);
  });

  test("one changed character makes them foreign", () => {
    const nonce = makeNonce({ secrets: ring, clock });
    for (let i = 0; i < nonce.length; i += 1) {
      const swapped = nonce[i] === "a" ? "b" : "a";
      const changed = nonce.slice(0, i) + swapped + nonce.slice(i + 1);
      expect(readNonce({ secrets: ring }, changed)).toEqual({ ok: false });
    }
    for (const text of ["", ".", "...", "one.a.b.c", "x".repeat(10_000)]) {
      expect(readNonce({ secrets: ring }, text)).toEqual({ ok: false });
    }
    expect(readNonce({ secrets: { current: other, all: [other] } }, nonce)).toEqual({ ok: false });
  });

  test("the short delay is over in time, and a clock that goes back never makes it longer", () => {
    expect(delayStillNeeded(1_000, 1_000)).toBe(SHORT_DELAY);
    expect(delayStillNeeded(1_000, 1_000 + SHORT_DELAY - 1)).toBe(1);
    expect(delayStillNeeded(1_000, 1_000 + SHORT_DELAY)).toBe(0);
    expect(delayStillNeeded(1_000_000_000, 0)).toBe(SHORT_DELAY);
  });
});
