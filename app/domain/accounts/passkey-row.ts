/** How a passkey stands in the store: what opens the account, and what its owner calls it. */
import {
  mark,
  marksOfRing,
  open,
  type SecretRing,
  seal,
  secretById,
} from "../identity/secret-ring.ts";

const PURPOSE = "passkey";
const LABEL = "passkey label";
/** Lengths are rounded up, so that they tell nothing of the name. */
const PAD = 512;

/** What a passkey's owner can read of it. */
export interface PasskeyLabel {
  /** What its owner calls it; empty: nothing. */
  label: string;
  credentialId: string;
  transports: string[];
  /** The host name where it works. */
  rpId: string;
}

interface SealedColumns {
  credential_mark: string;
  secret_id: string;
  sealed: string;
  sealed_label: string;
}

export function passkeyMarks(ring: SecretRing, credentialId: string): string[] {
  return marksOfRing(ring, PURPOSE, credentialId);
}

/**
 * The sealed columns of a passkey, under the current secret.
 *
 * @param handle the user handle, which only the authenticator keeps
 */
export function sealPasskey(
  ring: SecretRing,
  { accountKey, handle, label }: { accountKey: string; handle: string; label: PasskeyLabel },
): SealedColumns {
  const bind = mark(ring, PURPOSE, label.credentialId);
  const sealed = { purpose: PURPOSE, key: handle, bind, text: accountKey };
  return {
    credential_mark: bind,
    secret_id: ring.current.id,
    sealed: seal(ring.current, sealed),
    ...sealLabel(ring.current, { accountKey, bind, label }),
  };
}

/** What is in the place of a label, for a passkey whose other columns stay. */
export function relabelled(
  ring: SecretRing,
  row: Pick<SealedColumns, "credential_mark" | "secret_id">,
  { accountKey, label }: { accountKey: string; label: PasskeyLabel },
): Pick<SealedColumns, "sealed_label"> | null {
  const secret = secretById(ring, row.secret_id);
  return secret ? sealLabel(secret, { accountKey, bind: row.credential_mark, label }) : null;
}

function sealLabel(
  secret: Parameters<typeof seal>[0],
  { accountKey, bind, label }: { accountKey: string; bind: string; label: PasskeyLabel },
) {
  const text = JSON.stringify(label);
  const how = { purpose: LABEL, key: accountKey, bind, text, padTo: PAD };
  return { sealed_label: seal(secret, how) };
}

/** The account's key, by the user handle; null: it is another account's handle, or none. */
export function openPasskey(ring: SecretRing, row: SealedColumns, handle: string): string | null {
  const secret = secretById(ring, row.secret_id);
  const how = { purpose: PURPOSE, key: handle, bind: row.credential_mark };
  return secret ? open(secret, { ...how, sealed: row.sealed }) : null;
}

/** What its owner calls it; null: it is not of this account. */
export function openLabel(
  ring: SecretRing,
  row: SealedColumns,
  accountKey: string,
): PasskeyLabel | null {
  const secret = secretById(ring, row.secret_id);
  const how = { purpose: LABEL, key: accountKey, bind: row.credential_mark };
  const text = secret && open(secret, { ...how, sealed: row.sealed_label });
  // Sealed by us and unaltered, or it would not have opened.
  return text ? (JSON.parse(text) as PasskeyLabel) : null;
}
