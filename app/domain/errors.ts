/**
 * The few faults that end a request. They are told apart by `kind`, never by instanceof: the server
 * and the Remix bundle hold two instances of this module.
 *
 * - `notFound`: there is no such piece, draft or essay (404)
 * - `gone`: it was here and is not any more (410)
 * - `notYours`: the key does not own it (403)
 * - `notAllowed`: the permission is missing (403)
 */
export type DomainErrorKind = "notFound" | "gone" | "notYours" | "notAllowed";

export class DomainError extends Error {
  override readonly name = "DomainError";

  constructor(
    readonly kind: DomainErrorKind,
    message: string,
  ) {
    super(message);
  }
}

/** Is it one of ours, whichever instance of this module made it? */
export function isDomainError(thrown: unknown): thrown is { kind: DomainErrorKind } & Error {
  return thrown instanceof Error && thrown.name === "DomainError" && "kind" in thrown;
}
