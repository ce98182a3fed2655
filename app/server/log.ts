import { randomBytes } from "node:crypto";
import pino, { type Logger } from "pino";

export type Log = Logger;

/** Writes JSON lines to standard error. Lines name no visitor: no address, browser, query or words. */
export function makeLog(level: string): Log {
  return pino({ level, base: { pid: process.pid } }, pino.destination({ dest: 2, sync: true }));
}

/** What may be known of an error. */
export interface ErrorFacts {
  name: string;
  code?: string;
  message?: string;
  stack?: string;
  cause?: ErrorFacts;
}

/**
 * What the log keeps of an error. Databases, parsers and the platform repeat in their messages what
 * somebody typed, so of errors that are not plainly ours only name, code and place are kept.
 */
export function factsOf(error: unknown, depth = 0): ErrorFacts {
  if (!(error instanceof Error)) return { name: typeof error };
  const facts: ErrorFacts = { name: error.name };
  if ("code" in error && typeof error.code === "string") facts.code = error.code;
  if (error.name === "Error") facts.message = error.message.slice(0, 300);
  facts.stack = framesOf(error);
  if (error.cause !== undefined && depth < 3) facts.cause = factsOf(error.cause, depth + 1);
  return facts;
}

/** The stack without its first lines, which repeat the message. */
function framesOf(error: Error): string {
  const lines = (error.stack ?? "").split("\n");
  return lines
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 12)
    .map((line) => line.trim())
    .join(" | ");
}

/** A random number to put on a page and into the log, so that the two can be brought together. */
export function makeReference(): string {
  return randomBytes(5).toString("hex");
}
