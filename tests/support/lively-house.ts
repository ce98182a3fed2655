import { codesToShow } from "#app/domain/accounts/codes.ts";
import { join } from "#app/domain/accounts/join.ts";
import { makePenName } from "#app/domain/accounts/make-account.ts";
import type { Account } from "#app/domain/accounts/types.ts";
import { changeVault } from "#app/domain/accounts/vault.ts";
import { postComment } from "#app/domain/comments/post.ts";
import type { House } from "#app/domain/house.ts";
import { saveDraft } from "#app/domain/identity/drafts.ts";
import { makeNonce } from "#app/domain/identity/nonce.ts";
import { keepOnDevice, openSession } from "#app/domain/identity/sessions.ts";
import { commentForm, posted, type TestHouse } from "./house.ts";
import { PASSPHRASE } from "./member.ts";
import { commentAs, publishAs } from "./speaking.ts";

/** A member with all ways in. */
export interface Person {
  account: Account;
  names: readonly string[];
  passphrase: string;
  codes: readonly string[];
  /** The token of a browser that is signed in. */
  session: string;
  /** Comments under a thread name, one a thread: its id, the thread, the key that owns it. */
  inThreads: readonly { id: string; essayId: string; key: string }[];
  /** Comments under pen names. */
  underNames: readonly { id: string; name: string; key: string }[];
}

/** Somebody without an account. */
export interface Guest {
  key: string;
  takeBackCode: string;
  comments: readonly { id: string; essayId: string }[];
  device: string;
}

export interface Lively {
  people: readonly Person[];
  guests: readonly Guest[];
  threads: readonly string[];
}

const MEMBERS = [
  ["Quiet Heron", "Marsh Lantern", "Tin Kettle"],
  ["Amber Finch", "Slow River", "Grey Lamp"],
  ["Oak Ferry", "Old Harbour"],
];

/**
 * Three members with several pen names each, who publish, comment under all their names and without
 * one, and keep drafts; and two guests. All of it by the product's own functions, and mixed: nobody
 * does all their things in a row.
 */
export async function livelyHouse(house: TestHouse): Promise<Lively> {
  const joined = [];
  for (const [name = ""] of MEMBERS) joined.push(await joinAs(house, name));
  for (const place of [1, 2]) {
    for (const [who, names] of MEMBERS.entries()) {
      const name = names[place];
      const person = joined[who];
      if (name && person) await addName(house, person.account, name);
    }
  }
  const threads = await publishAll(house, joined);
  const people = [];
  for (const [who, person] of joined.entries()) {
    people.push(await speakEverywhere(house, { ...person, names: MEMBERS[who] ?? [] }, threads));
  }
  const guests = [];
  for (const number of [1, 2]) guests.push(await guestEverywhere(house, threads, number));
  return { people, guests, threads };
}

async function joinAs(house: TestHouse, name: string) {
  const outcome = await join(house, {
    ...{ name, passphrase: PASSPHRASE, nonce: makeNonce(house) },
    ...{ link: null, known: null, earlier: null, gate: async () => 0 },
  });
  if (!outcome.ok) throw new Error(`not joined: ${JSON.stringify(outcome.faults)}`);
  later(house);
  const { session } = outcome;
  const account = await accountOf(house, session);
  const codes = (await codesToShow(house, account))?.codes ?? [];
  return { account, session, codes, passphrase: PASSPHRASE };
}

/** The account that a browser is signed in to. */
export async function accountOf(house: House, token: string): Promise<Account> {
  const session = await openSession(house, token);
  if (session?.kind !== "account") throw new Error("not signed in");
  return session.account;
}

async function addName(house: TestHouse, account: Account, name: string): Promise<void> {
  const changed = await house.store.write(async (trx) => {
    const made = await makePenName(trx, house, name);
    return changeVault(trx, house.secrets, account, (vault) => {
      return { ...vault, names: [...vault.names, made] };
    });
  });
  account.vault = changed.vault;
  later(house);
}

async function publishAll(house: TestHouse, people: { account: Account }[]): Promise<string[]> {
  const threads = [];
  for (const [who, { account }] of people.entries()) {
    const as = MEMBERS[who]?.at(-1) ?? "";
    const { essay } = await publishAs(house, account, { as, title: `Essay number ${who}` });
    threads.push(essay.id);
    later(house);
  }
  return threads;
}

type Speaking = Omit<Person, "inThreads" | "underNames">;

async function speakEverywhere(
  house: TestHouse,
  person: Speaking,
  threads: readonly string[],
): Promise<Person> {
  const { account, names } = person;
  const inThreads = [];
  const underNames = [];
  for (const essayId of threads) {
    const made = await commentAs(house, account, { as: "thread", essayId, body: "In passing." });
    inThreads.push({ id: made.comment.id, essayId, key: made.key });
    later(house);
    for (const name of names) {
      const made = await commentAs(house, account, { as: name, essayId, body: `I am ${name}.` });
      underNames.push({ id: made.comment.id, name, key: made.key });
      later(house);
    }
  }
  for (const { key } of [...account.vault.names, { key: account.vault.threadKeys[0] ?? "" }]) {
    await draft(house, key);
  }
  return { ...person, inThreads, underNames };
}

async function draft(house: TestHouse, key: string): Promise<void> {
  const fields = { body: "Half a thought." };
  const saved = await saveDraft(house, {
    ...{ key, nonce: makeNonce(house), draftId: null, slug: null, fields },
  });
  if (!saved.ok) throw new Error(`no draft: ${saved.reason}`);
  later(house);
}

async function guestEverywhere(
  house: TestHouse,
  threads: readonly string[],
  number: number,
): Promise<Guest> {
  const comments = [];
  let guest: { key: string; takeBackCode: string } | null = null;
  for (const essayId of threads) {
    const body = `Without an account, guest ${number}.`;
    const form = commentForm(house, { essayId, body, key: guest?.key ?? null });
    const made = posted(await postComment(house, form));
    guest ??= { key: made.key, takeBackCode: made.takeBackCode };
    comments.push({ id: made.comment.id, essayId });
    later(house);
  }
  if (!guest) throw new Error("a guest needs a thread");
  await draft(house, guest.key);
  return { ...guest, comments, device: await keepOnDevice(house, { key: guest.key }) };
}

/** Some time goes by, never the same. */
function later(house: TestHouse): void {
  house.pass(1_000 + Math.floor(Math.random() * 100_000));
}
