/**
 * What a device was asked to remember. The store holds a mark of the cookie's token and, sealed
 * under that token, what it stands for; without the cookie neither leads to a key or to a person.
 */
import { randomBytes } from "node:crypto";
import type { Writer } from "#db/connect.ts";
import { moderatorById } from "#db/queries/moderators.ts";
import { deleteSessions, insertSession, sessionAt, setSessionUsed } from "#db/queries/sessions.ts";
import { dayOf, type House } from "../house.ts";
import { readKey } from "./key.ts";
import { findKeyList } from "./key-list.ts";
import { mark, marksOfRing, open, seal, secretById } from "./secret-ring.ts";
import { isInOffice } from "./terms.ts";
import type { Session } from "./types.ts";

const PURPOSE = "session";
const KEY_DAYS = 400;
const MODERATOR_DAYS = 14;
const DAY_MS = 24 * 60 * 60 * 1_000;

type Remembered = { kind: "key"; key: string } | { kind: "moderator"; id: string };

/** Starts a session inside a transaction; returns the token for the cookie. */
export async function startSession(
  trx: Writer,
  house: House,
  remembered: Remembered,
): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  const tokenMark = mark(house.secrets, PURPOSE, token);
  const now = house.clock();
  const days = remembered.kind === "key" ? KEY_DAYS : MODERATOR_DAYS;
  await insertSession(trx, {
    token_mark: tokenMark,
    sealed: seal(house.secrets.current, {
      purpose: PURPOSE,
      key: token,
      bind: tokenMark,
      text: JSON.stringify(remembered),
      padTo: 64,
    }),
    secret_id: house.secrets.current.id,
    last_used_on: dayOf(now),
    expires_on: dayOf(new Date(now.getTime() + days * DAY_MS)),
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
  const session = await stillGood(house, JSON.parse(text) as Remembered);
  if (session && row.last_used_on < today) {
    const used = { mark: row.token_mark, day: today };
    await house.store.write((trx) => setSessionUsed(trx, used).execute());
  }
  return session;
}

async function stillGood(house: House, remembered: Remembered): Promise<Session | null> {
  const { read } = house.store;
  if (remembered.kind === "key") {
    const list = await findKeyList(read, house.secrets, remembered.key);
    return list && { kind: "key", key: remembered.key };
  }
  const row = await moderatorById(read, { id: remembered.id }).executeTakeFirst();
  if (!row || !isInOffice(row, house.clock())) return null;
  return { kind: "moderator", moderator: { id: row.id, name: row.name, until: row.until } };
}

/** "Forget it on this device": the token opens nothing any more. */
export async function forget(house: House, token: string): Promise<void> {
  const marks = marksOfRing(house.secrets, PURPOSE, token);
  await house.store.write((trx) => deleteSessions(trx, { marks }).execute());
}
