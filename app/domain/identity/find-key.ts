import type { House } from "../house.ts";
import { readSecret } from "./key.ts";
import { findKeyList } from "./key-list.ts";

export type FoundKey =
  | { ok: true; key: string }
  /** `code`: a take-back code, which opens nothing. */
  | { ok: false; reason: "empty" | "typo" | "code" | "unknown" };

/** Looks up a key as somebody typed it. */
export async function findKey(house: House, typed: string): Promise<FoundKey> {
  const read = readSecret(typed);
  if (!read.ok) return { ok: false, reason: read.reason === "empty" ? "empty" : "typo" };
  if (read.kind === "take_back_code") return { ok: false, reason: "code" };
  const list = await findKeyList(house.store.read, house.secrets, read.key);
  return list ? { ok: true, key: read.key } : { ok: false, reason: "unknown" };
}
