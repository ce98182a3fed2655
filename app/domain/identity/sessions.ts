/**
 * What a device was asked to remember. The store holds a mark of the cookie's token and, sealed
 * under that token, what it stands for; without the cookie neither leads to a key or to a person.
 */
import { randomBytes } from "node:crypto";
import type { Writer } from "#db/connect.ts";
import { deleteSessions, insertSession, sessionAt, setSessionUsed } from "#db/queries/sessions.ts";
import { openAccount } from "../accounts/vault.ts";
import { dayOf, type House } from "../house.ts";
import { readKey } from "./key.ts";
import { findKeyList } from "./key-list.ts";
import { mark, marksOfRing, open, seal, secretById } from "./secret-ring.ts";
import type { Session } from "./types.ts";

const PURPOSE = "session";
const KEY_DAYS = 400;
/** So long without a visit, and an account has to sign in again. */
const ACCOUNT_DAYS = 60;
const DAY_MS = 24 * 60 * 60 * 1_000;

/** `mark`: of the account, so that its owner can list and end what is signed in. */
type Remembered = { kind: "key"; key: string } | { kind: "account"; key: string; mark: string };

/** Starts a session inside a transaction; returns the token for the cookie. */
export async function startSession(
  trx: Writer,
  house: House,
  remembered: Remembered,
): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  const tokenMark = mark(house.secrets, PURPOSE, token);
  const now = house.clock();
  const days = remembered.kind === "key" ? KEY_DAYS : ACCOUNT_DAYS;
  await insertSession(trx, {
    token_mark: tokenMark,
    sealed: seal(house.secrets.current, {
      purpose: PURPOSE,
      key: token,
      bind: tokenMark,
      text: JSON.stringify({ kind: remembered.kind, key: remembered.key }),
      padTo: 128,
    }),
    secret_id: house.secrets.current.id,
    last_used_on: dayOf(now),
    expires_on: dayOf(new Date(now.getTime() + days * DAY_MS)),
    account_mark: remembered.kind === "account" ? remembered.mark : null,
  }).execute();
  return token;
}

/**
 * "Keep it on this device": a token for a cookie, good for 400 days or until the key is changed.
 *
 * @throws Error for what is no key at all; forms are checked before
 */
export async function keepOnDevice(house: House, { key }: { key: string }): Promise<string> {
  const read = readKey(key);
  if (!read.ok) throw new Error("not a key");
  return await house.store.write((trx) => startSession(trx, house, { kind: "key", key: read.key }));
}

/** Who a cookie speaks for; null: nobody, or not any more. Notes its use once a day. */
export async function openSession(house: House, token: string): Promise<Session | null> {
  const marks = marksOfRing(house.secrets, PURPOSE, token);
  const row = await sessionAt(house.store.read, { marks }).executeTakeFirst();
  const secret = row && secretById(house.secrets, row.secret_id);
  const today = dayOf(house.clock());
  if (!row || !secret || row.expires_on < today) return null;
  const how = { purpose: PURPOSE, key: token, bind: row.token_mark };
  const text = open(secret, { ...how, sealed: row.sealed });
  if (text === null) return null;
  // Sealed by us and unaltered, or it would not have opened.
  const remembered = JSON.parse(text) as Pick<Remembered, "kind" | "key">;
  const session = await stillGood(house, remembered, row.token_mark);
  if (session && row.last_used_on < today) {
    const days = session.kind === "key" ? null : ACCOUNT_DAYS;
    const until = days && dayOf(new Date(house.clock().getTime() + days * DAY_MS));
    const used = { mark: row.token_mark, day: today, until: until ?? row.expires_on };
    await house.store.write((trx) => setSessionUsed(trx, used).execute());
  }
  return session;
}

async function stillGood(
  house: House,
  { kind, key }: Pick<Remembered, "kind" | "key">,
  tokenMark: string,
): Promise<Session | null> {
  const { read } = house.store;
  if (kind === "key") {
    return (await findKeyList(read, house.secrets, key)) && { kind: "key", key };
  }
  const account = await openAccount(read, house.secrets, key);
  return account && { kind: "account", account, tokenMark };
}

/** "Forget it on this device": the token opens nothing any more. */
export async function forget(house: House, token: string): Promise<void> {
  const marks = marksOfRing(house.secrets, PURPOSE, token);
  await house.store.write((trx) => deleteSessions(trx, { marks }).execute());
}
