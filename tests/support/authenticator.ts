/** An authenticator in software: keeps passkeys, and signs what it is asked to. */
import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from "node:crypto";
import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from "@simplewebauthn/server";
import { isoCBOR } from "@simplewebauthn/server/helpers";

/** A passkey as its authenticator keeps it. */
export interface KeptPasskey {
  id: string;
  rpId: string;
  userHandle: string;
  userName: string;
  privateKey: KeyObject;
  counter: number;
}

interface Said {
  /** The page that asks. */
  origin: string;
  /** What the authenticator takes for the relying party; left out: what it was asked for. */
  rpId?: string;
}

/** Present, verified by a finger or a PIN. */
const PRESENT = 0x01 | 0x04;
const WITH_CREDENTIAL = 0x40;

const hash = (text: string | Uint8Array) => createHash("sha256").update(text).digest();

export class Authenticator {
  readonly kept: KeptPasskey[] = [];
  /** Those that live on several devices don't count. */
  readonly #counts: boolean;

  constructor({ counts = true }: { counts?: boolean } = {}) {
    this.#counts = counts;
  }

  /** Makes a passkey; gives what a browser would send, as JSON. */
  make(options: PublicKeyCredentialCreationOptionsJSON, said: Said): string {
    const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
    const passkey: KeptPasskey = {
      id: randomBytes(32).toString("base64url"),
      rpId: options.rp.id ?? "",
      userHandle: options.user.id,
      userName: options.user.name,
      privateKey,
      counter: this.#counts ? 1 : 0,
    };
    this.kept.push(passkey);
    return attested(passkey, {
      clientData: clientData("webauthn.create", options.challenge, said.origin),
      rpId: said.rpId ?? passkey.rpId,
      cose: coseOf(publicKey),
    });
  }

  /** Signs with the newest passkey; gives what a browser would send, as JSON. */
  use(
    options: PublicKeyCredentialRequestOptionsJSON,
    said: Said & { passkey?: KeptPasskey; userHandle?: string; counter?: number },
  ): string {
    const passkey = said.passkey ?? this.kept.at(-1);
    if (!passkey) throw new Error("no passkey is kept");
    if (this.#counts) passkey.counter += 1;
    const clientBytes = clientData("webauthn.get", options.challenge, said.origin);
    const count = said.counter ?? passkey.counter;
    const authData = head(said.rpId ?? options.rpId ?? "", PRESENT, count);
    const signature = sign(
      "sha256",
      Buffer.concat([authData, hash(clientBytes)]),
      passkey.privateKey,
    );
    return credentialJson(passkey.id, {
      clientDataJSON: clientBytes.toString("base64url"),
      authenticatorData: authData.toString("base64url"),
      signature: signature.toString("base64url"),
      userHandle: said.userHandle ?? passkey.userHandle,
    });
  }
}

/** A new passkey whose maker is named by certificates, which nobody may look up. */
export function withCertificates(response: string, certificate: Uint8Array): string {
  const json = JSON.parse(response) as { response: { attestationObject: string } };
  const bytes = Buffer.from(json.response.attestationObject, "base64url");
  const object = isoCBOR.decodeFirst<Map<string, unknown>>(new Uint8Array(bytes));
  object.set("fmt", "packed");
  const statement = [
    ["alg", -7],
    ["sig", new Uint8Array(70)],
    ["x5c", [new Uint8Array(certificate)]],
  ] as const;
  object.set("attStmt", new Map<string, unknown>(statement));
  json.response.attestationObject = encoded(object);
  return JSON.stringify(json);
}

function clientData(type: string, challenge: string, origin: string): Buffer {
  return Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
}

function head(rpId: string, flags: number, counter: number): Buffer {
  const count = Buffer.alloc(4);
  count.writeUInt32BE(counter);
  return Buffer.concat([hash(rpId), Buffer.from([flags]), count]);
}

function attested(
  passkey: KeptPasskey,
  { clientData: said, rpId, cose }: { clientData: Buffer; rpId: string; cose: Buffer },
): string {
  const id = Buffer.from(passkey.id, "base64url");
  const length = Buffer.alloc(2);
  length.writeUInt16BE(id.length);
  const authData = Buffer.concat([
    head(rpId, PRESENT | WITH_CREDENTIAL, passkey.counter),
    Buffer.alloc(16),
    length,
    id,
    cose,
  ]);
  const object = new Map<string, unknown>([
    ["fmt", "none"],
    ["attStmt", new Map()],
    ["authData", new Uint8Array(authData)],
  ]);
  return credentialJson(passkey.id, {
    clientDataJSON: said.toString("base64url"),
    attestationObject: encoded(object),
    transports: ["internal"],
  });
}

/** A public key on P-256 as COSE writes it (RFC 9053, 7.1.1): type 2, ES256, curve 1, x, y. */
function coseOf(publicKey: KeyObject): Buffer {
  const { x = "", y = "" } = publicKey.export({ format: "jwk" });
  const bytes = (text: string) => new Uint8Array(Buffer.from(text, "base64url"));
  const key = new Map<number, unknown>([
    [1, 2],
    [3, -7],
    [-1, 1],
    [-2, bytes(x)],
    [-3, bytes(y)],
  ]);
  return Buffer.from(encoded(key), "base64url");
}

function encoded(value: Map<never, unknown> | Map<string, unknown> | Map<number, unknown>): string {
  return Buffer.from(isoCBOR.encode(value as Parameters<typeof isoCBOR.encode>[0])).toString(
    "base64url",
  );
}

function credentialJson(id: string, response: object): string {
  return JSON.stringify({
    id,
    rawId: id,
    type: "public-key",
    response,
    clientExtensionResults: {},
  });
}
