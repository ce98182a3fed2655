/** What an export file may cost. Far above any real blog; below what would harm a small server. */
export interface WxrLimits {
  fileBytes: number;
  /** Elements inside each other; a real export has five. */
  depth: number;
  /** Characters between two tags: one essay, one comment, one piece of plugin data. */
  textLength: number;
  attributes: number;
  items: number;
  comments: number;
}

export const WXR_LIMITS: WxrLimits = {
  fileBytes: 4 * 1024 ** 3,
  depth: 20,
  textLength: 16 * 1024 * 1024,
  attributes: 50,
  items: 500_000,
  comments: 5_000_000,
};

/**
 * Why a file can't be read. Told apart by `kind`; `words().importing.faults` has a sentence for each.
 */
export type ImportFaultKind =
  | "unreadable"
  | "empty"
  | "too_large"
  | "compressed"
  | "encoding"
  | "doctype"
  | "malformed"
  | "not_wordpress"
  | "version"
  | "too_deep"
  | "text_too_long"
  | "too_many_attributes"
  | "too_many_items"
  | "changed"
  | "someone_else";

export interface ImportFault {
  kind: ImportFaultKind;
  /** Line of the file, from 1, where it is known. */
  line: number | null;
  /** What was found, in a few characters: an encoding, a version, a limit, the parser's word. */
  detail: string;
}

/** Thrown while a file is read; `asImportFault` tells it from a bug. */
export class ImportError extends Error {
  override readonly name = "ImportError";

  constructor(readonly fault: ImportFault) {
    super(`${fault.kind} ${fault.detail}`);
  }
}

/** The fault that a thrown value carries, or null for anything else. */
export function asImportFault(thrown: unknown): ImportFault | null {
  return thrown instanceof ImportError ? thrown.fault : null;
}
