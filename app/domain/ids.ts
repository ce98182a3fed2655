import { randomBytes } from "node:crypto";

/** 32 characters that are hard to mistake for one another; a byte modulo 32 has no bias. */
const ALPHABET = "abcdefghijkmnpqrstuvwxyz23456789";
const LENGTH = 12;

/** Spells bytes as an id: 12 characters, 60 bits. Takes the first 12 bytes. */
export function idFromBytes(bytes: Uint8Array): string {
  let id = "";
  for (const byte of bytes.subarray(0, LENGTH)) id += ALPHABET.charAt(byte & 31);
  return id;
}

/** A new random id, which carries neither count nor time. */
export function newId(): string {
  return idFromBytes(randomBytes(LENGTH));
}

/** An id as somebody sent it; empty, which is nobody's, where it can't be one (a NUL, a novel). */
export function asId(sent: string): string {
  return /^[\w-]{1,64}$/.test(sent) ? sent : "";
}
