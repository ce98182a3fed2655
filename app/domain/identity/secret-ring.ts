/**
 * The house's secrets, and what is made with them: marks (keyed hashes that tie nothing without the
 * secret) and seals (texts that only a holder of the key can open). See docs/decisions/0004.
 */
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from "node:crypto";

export interface Secret {
  readonly id: string;
  readonly bytes: Uint8Array;
}

/** Old secrets stay in the ring while rows use them. */
export interface SecretRing {
  readonly current: Secret;
  readonly all: readonly Secret[];
}

/** All secrets, the current one first. */
export function secretsOf(ring: SecretRing): readonly Secret[] {
  return [ring.current, ...ring.all.filter(({ id }) => id !== ring.current.id)];
}

/** The secret of that id, or undefined where the ring has lost it. */
export function secretById(ring: SecretRing, id: string): Secret | undefined {
  return secretsOf(ring).find((secret) => secret.id === id);
}

/** Each part with its length before it, so that ("ab","c") and ("a","bc") differ. */
function framed(parts: readonly (string | Uint8Array)[]): Buffer {
  const pieces: Buffer[] = [];
  for (const part of parts) {
    const bytes = Buffer.from(part);
    const length = Buffer.alloc(4);
    length.writeUInt32BE(bytes.length);
    pieces.push(length, bytes);
  }
  return Buffer.concat(pieces);
}

/** HMAC-SHA256 over a purpose and its parts. */
export function markBytes(
  by: SecretRing | Secret,
  purpose: string,
  ...parts: readonly (string | Uint8Array)[]
): Buffer {
  const secret = "current" in by ? by.current : by;
  return createHmac("sha256", secret.bytes)
    .update(framed([purpose, ...parts]))
    .digest();
}

/** The same as base64url text: 43 characters. */
export function mark(
  by: SecretRing | Secret,
  purpose: string,
  ...parts: readonly (string | Uint8Array)[]
): string {
  return markBytes(by, purpose, ...parts).toString("base64url");
}

/** The mark under every secret of the ring, newest first: what a lookup has to try. */
export function marksOfRing(
  ring: SecretRing,
  purpose: string,
  ...parts: readonly (string | Uint8Array)[]
): string[] {
  return secretsOf(ring).map((secret) => mark(secret, purpose, ...parts));
}

interface SealArguments {
  /** What it is for; a text sealed for one purpose does not open for another. */
  purpose: string;
  /** The key material of whoever may open it. Empty: the house alone. */
  key: string;
  /** What else it is bound to, e.g. the id of its row. */
  bind?: string;
}

const IV_LENGTH = 12;
const TAG_LENGTH = 16;

function sealingKey(secret: Secret, { purpose, key }: SealArguments): Buffer {
  const made = hkdfSync(
    "sha256",
    Buffer.from(key),
    secret.bytes,
    Buffer.from(`seal ${purpose}`),
    32,
  );
  return Buffer.from(made);
}

/**
 * Seals a text: AES-256-GCM under HKDF-SHA256(key, secret).
 *
 * @param padTo the length is rounded up to a multiple of this many bytes, to tell less
 * @param repeatable the same text gives the same seal (for cursors, so that pages stay byte-equal)
 */
export function seal(
  secret: Secret,
  {
    text,
    padTo = 1,
    repeatable = false,
    ...how
  }: SealArguments & { text: string; padTo?: number; repeatable?: boolean },
): string {
  const key = sealingKey(secret, how);
  const body = framed([text]);
  const padded = Buffer.alloc(Math.ceil(body.length / padTo) * padTo);
  body.copy(padded);
  const bound = framed([how.purpose, how.bind ?? ""]);
  const iv = repeatable
    ? createHmac("sha256", key).update(bound).update(padded).digest().subarray(0, IV_LENGTH)
    : randomBytes(IV_LENGTH);
  const cipher = createCipheriv("aes-256-gcm", key, iv).setAAD(bound);
  const sealed = Buffer.concat([cipher.update(padded), cipher.final()]);
  return Buffer.concat([iv, sealed, cipher.getAuthTag()]).toString("base64url");
}

/** Opens a sealed text. Null: not ours, altered, or for another key. */
export function open(
  secret: Secret,
  { sealed, ...how }: SealArguments & { sealed: string },
): string | null {
  const bytes = Buffer.from(sealed, "base64url");
  if (bytes.length < IV_LENGTH + TAG_LENGTH + 4) return null;
  const decipher = createDecipheriv(
    "aes-256-gcm",
    sealingKey(secret, how),
    bytes.subarray(0, IV_LENGTH),
    { authTagLength: TAG_LENGTH },
  )
    .setAAD(framed([how.purpose, how.bind ?? ""]))
    .setAuthTag(bytes.subarray(-TAG_LENGTH));
  try {
    const padded = Buffer.concat([
      decipher.update(bytes.subarray(IV_LENGTH, -TAG_LENGTH)),
      decipher.final(),
    ]);
    return padded.subarray(4, 4 + padded.readUInt32BE(0)).toString("utf8");
  } catch {
    return null;
  }
}
