import { type Inside, pathText } from "./layout.ts";

/** What a folder may cost. Far above any real site; below what would harm a small server. */
export interface FolderLimits {
  /** Files and folders together. */
  entries: number;
  /** Bytes of all files together. */
  bytes: number;
  /** Bytes of an essay or a comment. */
  pieceBytes: number;
  /** Bytes of an index. */
  indexBytes: number;
}

export const FOLDER_LIMITS: FolderLimits = {
  entries: 5_000_000,
  bytes: 16 * 1024 ** 3,
  pieceBytes: 32 * 1024 ** 2,
  indexBytes: 256 * 1024 ** 2,
};

/** Lists and objects inside each other; ours have three. */
export const JSON_DEPTH = 8;

/**
 * Why a folder can't be written or read. Told apart by `kind`; `words().exchange.faults` has a
 * sentence for each.
 */
export type FolderFaultKind =
  // Writing
  | "not_a_folder"
  | "other_things"
  | "unfinished_there"
  | "cannot_write"
  | "import_unfinished"
  // The folder that is read
  | "unreadable"
  | "no_export"
  | "format_version"
  | "link"
  | "not_a_file"
  | "stranger"
  | "missing"
  | "too_many"
  | "too_large"
  | "too_much"
  // What a file says
  | "bad_text"
  | "malformed"
  | "too_deep"
  | "twice"
  | "unknown_field"
  | "field"
  | "front_matter"
  // What the files say together
  | "no_such"
  | "disagrees"
  | "circle"
  | "order"
  | "log_broken"
  // The store
  | "changed"
  | "not_empty"
  | "another_unfinished";

export interface FolderFault {
  kind: FolderFaultKind;
  /** Path inside the folder; empty: the folder as a whole. */
  file: string;
  /** Line of the file, from 1, where it is known. */
  line: number | null;
  /** What was found, in a few characters. */
  detail: string;
}

/** Thrown while a folder is written or read; `asFolderFault` tells it from a bug. */
export class FolderError extends Error {
  override readonly name = "FolderError";

  constructor(readonly fault: FolderFault) {
    super(`${fault.kind} ${fault.file} ${fault.detail}`);
  }
}

/** The fault that a thrown value carries, or null for anything else. */
export function asFolderFault(thrown: unknown): FolderFault | null {
  return thrown instanceof FolderError ? thrown.fault : null;
}

const LONGEST_DETAIL = 80;

/** A fault of one file. What was found is cut and made safe for a terminal. */
export function fileFault(
  kind: FolderFaultKind,
  file: Inside,
  { line = null, detail = "" }: { line?: number | null; detail?: string } = {},
): FolderError {
  const shown = detail.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, "\uFFFD");
  const cut = shown.length > LONGEST_DETAIL ? `${shown.slice(0, LONGEST_DETAIL)}…` : shown;
  return new FolderError({ kind, file: pathText(file), line, detail: cut });
}
