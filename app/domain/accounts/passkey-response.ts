/** What a browser sends of an authenticator, read before anything is done with it. */
import type { AuthenticationResponseJSON, RegistrationResponseJSON } from "@simplewebauthn/server";
import { decodeAttestationObject, isoBase64URL } from "@simplewebauthn/server/helpers";
import { z } from "zod";

/** Far more than any authenticator sends. */
const LONGEST = 20_000;

const base64url = (most: number) =>
  z
    .string()
    .min(1)
    .max(most)
    .regex(/^[A-Za-z0-9_-]+$/);

/** At most 1,023 bytes (Web Authentication, 5.8.3). */
const credential = {
  id: base64url(1_364),
  rawId: base64url(1_364),
  type: z.literal("public-key"),
};

const AUTHENTICATION = z.object({
  ...credential,
  response: z.object({
    clientDataJSON: base64url(4_000),
    authenticatorData: base64url(4_000),
    signature: base64url(4_000),
    userHandle: base64url(100),
  }),
});

const REGISTRATION = z.object({
  ...credential,
  response: z.object({
    clientDataJSON: base64url(4_000),
    attestationObject: base64url(LONGEST),
    transports: z.array(z.string().max(20)).max(8).default([]),
  }),
});

const CLIENT_DATA = z.object({ challenge: base64url(200) });

/** A response, with the challenge that it says it has signed. */
interface Read<Response> {
  response: Response;
  challenge: string;
}

/** @returns null: it is no answer to a question to sign in, or one without a user handle */
export function readAuthentication(
  text: string,
): Read<AuthenticationResponseJSON & { response: { userHandle: string } }> | null {
  const read = parsed(text, AUTHENTICATION);
  return read && { ...read, response: { ...read.response, clientExtensionResults: {} } };
}

/** @returns null: it is no new passkey, or one that wants its maker looked up */
export function readRegistration(text: string): Read<RegistrationResponseJSON> | null {
  const read = parsed(text, REGISTRATION);
  if (!read || !saysNothingOfItsMaker(read.response.response.attestationObject)) return null;
  const response = { ...read.response, clientExtensionResults: {} };
  return { ...read, response: response as RegistrationResponseJSON };
}

function parsed<Response extends { response: { clientDataJSON: string } }>(
  text: string,
  shape: z.ZodType<Response>,
): Read<Response> | null {
  if (text.length > LONGEST + 10_000) return null;
  try {
    const response = shape.parse(JSON.parse(text));
    const clientData = Buffer.from(response.response.clientDataJSON, "base64url").toString();
    return { response, challenge: CLIENT_DATA.parse(JSON.parse(clientData)).challenge };
  } catch {
    return null;
  }
}

/**
 * We ask for no attestation. What comes with certificates all the same is refused before anybody
 * reads them: checking those would ask the address that stands in them, and we contact nobody.
 */
function saysNothingOfItsMaker(attestationObject: string): boolean {
  try {
    const decoded = decodeAttestationObject(isoBase64URL.toBuffer(attestationObject));
    const format = decoded.get("fmt");
    return format === "none" || (format === "packed" && !decoded.get("attStmt").get("x5c"));
  } catch {
    return false;
  }
}
