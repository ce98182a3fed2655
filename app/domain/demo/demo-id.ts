import { createHash } from "node:crypto";
import { idFromBytes } from "../ids.ts";

/**
 * The id of an invented piece: looks like any other, and is the same in every house, so that two
 * processes that load at once can't make two of it.
 *
 * @param slug of the essay; with `key`, the id of the comment of that key below it
 */
export function demoId(slug: string, key = ""): string {
  return idFromBytes(createHash("sha256").update(`invented\n${slug}\n${key}`).digest());
}
