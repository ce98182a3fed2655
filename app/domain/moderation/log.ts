/**
 * The public log of decisions: append-only, and chained, so that a changed or missing row shows. It
 * never holds what was written, nor the writer's name or address.
 */
import { createHash, randomBytes } from "node:crypto";
import type { Reader, Writer } from "#db/connect.ts";
import {
  insertLogRow,
  lastLogRow,
  logRowsAfter,
  logRowsBefore,
} from "#db/queries/moderation-log.ts";
import type { ModerationLogTable } from "#db/schema-house.ts";
import { dayOf, type House } from "../house.ts";
import { makeCursor, readCursor } from "../identity/cursor.ts";
import { mark, type SecretRing, secretsOf } from "../identity/secret-ring.ts";
import type { LogEntry, LogRow } from "./types.ts";

/** What stands before the first row. */
const BEGINNING = "0".repeat(64);
const PAGE = 50;
const LIST = "moderation log";
/** Before the hash where an essay was decided about; a comment has nothing before it. */
const ESSAY = "essay:";
const LOG_SUBJECT = "log subject";

function sha256(text: string): string {
  return createHash("sha256").update(text, "utf8").digest("hex");
}

/** JSON with its fields in the order of the alphabet and no spaces: what is hashed and published. */
function canonical(entry: LogEntry): string {
  const { action, by, day, reason_class, reason_text, subject } = entry;
  return JSON.stringify({ action, by, day, reason_class, reason_text, subject });
}

/** The hash of a row: SHA-256 over the hash before it and the entry as it is published. */
function rowHash(previousHash: string, entry: string): string {
  return sha256(previousHash + entry);
}

/**
 * Adds a row, in the transaction of what it tells.
 *
 * @param subject id of what was decided about; the log holds a salted hash of it. Null: nothing.
 * @param of what it is; where nothing is said, a comment
 */
export async function appendLog(
  trx: Writer,
  house: Pick<House, "secrets" | "clock">,
  {
    subject,
    of = "comment",
    ...told
  }: Omit<LogEntry, "day" | "subject"> & { subject: string | null; of?: "comment" | "essay" },
): Promise<void> {
  const last = await lastLogRow(trx).executeTakeFirst();
  const salt = randomBytes(8).toString("hex");
  const hashed = mark(house.secrets, LOG_SUBJECT, salt, subject ?? "");
  const hidden = of === "essay" ? `${ESSAY}${salt}:${hashed}` : `${salt}:${hashed}`;
  const entry = canonical({
    ...told,
    day: dayOf(house.clock()),
    subject: subject === null ? "" : hidden,
  });
  const previous = last?.hash ?? BEGINNING;
  await insertLogRow(trx, {
    seq: (last?.seq ?? 0) + 1,
    entry,
    previous_hash: previous,
    hash: rowHash(previous, entry),
  }).execute();
}

function logRow(row: { seq: number; entry: string; previous_hash: string; hash: string }): LogRow {
  // Written by appendLog; verifyLog finds what was not.
  const entry = JSON.parse(row.entry) as LogEntry;
  return { seq: row.seq, entry, previousHash: row.previous_hash, hash: row.hash };
}

/**
 * A page of the log, the newest first.
 *
 * @param after cursor of the page before; null: from the newest
 */
export async function readLog(
  house: House,
  { after }: { after: string | null },
): Promise<{ rows: LogRow[]; next: string | null }> {
  const position = after === null ? null : readCursor(house.secrets, LIST, after);
  const found = await logRowsBefore(house.store.read, {
    before: position?.at ?? null,
    limit: PAGE + 1,
  }).execute();
  const rows = found.slice(0, PAGE).map(logRow);
  const last = found.length > PAGE ? rows.at(-1) : undefined;
  return {
    rows,
    next: last ? makeCursor(house.secrets, LIST, { at: last.seq, id: "" }) : null,
  };
}

/**
 * The newest entry with which something was decided about one subject. Which entries are about what
 * can be told only by whoever has the subject's id and the house's secrets.
 */
export async function newestAbout(
  db: Reader,
  ring: SecretRing,
  { action, subject }: { action: string; subject: string },
): Promise<LogEntry | null> {
  let before: number | null = null;
  for (;;) {
    const rows: LogRow[] = (await logRowsBefore(db, { before, limit: 500 }).execute()).map(logRow);
    const found = rows.find(
      ({ entry }) => entry.action === action && isAbout(ring, entry, subject),
    );
    if (found) return found.entry;
    const last = rows.at(-1);
    if (!last) return null;
    before = last.seq;
  }
}

function isAbout(ring: SecretRing, entry: LogEntry, subject: string): boolean {
  const [hash = "", salt = ""] = entry.subject.split(":").reverse();
  return secretsOf(ring).some((secret) => mark(secret, LOG_SUBJECT, salt, subject) === hash);
}

/** The whole log in the order of writing, as `/moderation/log.json` gives it. */
export async function wholeLog(house: House): Promise<LogRow[]> {
  const all: LogRow[] = [];
  for await (const row of logRows(house.store.read)) all.push(logRow(row));
  return all;
}

/** The whole log as it is stored, in the order of writing. */
export async function storedLog(db: Reader): Promise<ModerationLogTable[]> {
  const all: ModerationLogTable[] = [];
  for await (const row of logRows(db)) all.push(row);
  return all;
}

async function* logRows(db: Reader) {
  let seq = 0;
  for (;;) {
    const rows = await logRowsAfter(db, { seq, limit: 500 }).execute();
    yield* rows;
    const last = rows.at(-1);
    if (!last) return;
    seq = last.seq;
  }
}

export interface LogFinding {
  seq: number;
  what: "missing_before" | "not_chained" | "changed" | "not_canonical";
}

/** Checks the chain from its beginning; empty: no row was changed, taken out or put in between. */
export function verifyLog(db: Reader): Promise<LogFinding[]> {
  return verifyLogRows(logRows(db));
}

/** The same for rows that stand elsewhere. */
export async function verifyLogRows(
  rows: AsyncIterable<ModerationLogTable> | Iterable<ModerationLogTable>,
): Promise<LogFinding[]> {
  const findings: LogFinding[] = [];
  let before = { seq: 0, hash: BEGINNING };
  for await (const row of rows) {
    const { seq } = row;
    if (seq !== before.seq + 1) findings.push({ seq, what: "missing_before" });
    if (row.previous_hash !== before.hash) findings.push({ seq, what: "not_chained" });
    if (row.hash !== rowHash(row.previous_hash, row.entry)) findings.push({ seq, what: "changed" });
    if (!isCanonical(row.entry)) findings.push({ seq, what: "not_canonical" });
    before = { seq, hash: row.hash };
  }
  return findings;
}

function isCanonical(entry: string): boolean {
  try {
    return canonical(JSON.parse(entry) as LogEntry) === entry;
  } catch {
    return false;
  }
}
