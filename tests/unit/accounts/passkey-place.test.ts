import { expect, test } from "vitest";
import { passkeyPlace } from "#app/web/passkey-place.ts";

const ONION = "http://abcdefghijklmnop.onion";

test.each([
  ["https://room.example", "room.example", ["https://room.example"]],
  ["http://localhost:3000", "localhost", ["http://localhost:3000", "http://localhost:3001"]],
  [ONION, "abcdefghijklmnop.onion", [ONION]],
])("at %s a passkey works at its own host name alone", (current, rpId, origins) => {
  const all = [
    "https://room.example",
    "https://sub.room.example",
    ONION,
    "http://localhost:3000",
    "http://localhost:3001",
    "http://127.0.0.1:3000",
  ];
  expect(passkeyPlace({ all, current })).toEqual({ rpId, origins });
});

test.each(["http://127.0.0.1:3000", "http://[::1]:3000", "https://203.0.113.9"])(
  "at %s there is no place for one",
  (current) => {
    expect(passkeyPlace({ all: [current], current })).toBeNull();
  },
);
