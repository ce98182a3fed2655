import type { House } from "#app/domain/house.ts";
import type { Origins } from "./origins.ts";

/** What is limited per address. */
export type GateName = "post" | "preview" | "sign_in" | "join" | "key" | "report";

export type GateAnswer = { ok: true } | { ok: false; retryAfterSeconds: number };

/** Pieces of HTML that may be forgotten at any time. */
export interface Fragments {
  get(key: string): string | undefined;
  set(key: string, html: string): unknown;
}

/** Rate limits in this process's memory; no address is kept, only a hash that ends with the day. */
export interface Gates {
  /** False with `RATE_LIMITS=off`: then nothing is counted and nobody has to wait. */
  readonly limited: boolean;
  /** Counts one attempt. `address` is `context.address`, or begins with it. */
  pass(gate: GateName, address: string): Promise<GateAnswer>;
}

/** What the server hands to every loader and action. */
export interface FirsthandContext {
  house: House;
  origins: Origins;
  /**
   * HMAC of the client's address with a salt that lives for a day in this process's memory; `onion`
   * for everybody who comes over Tor's own address. For rate limits only, never to be stored.
   * Empty where the answer may be cached: then there is no visitor.
   */
  address: string;
  /** For the inline scripts of hydrated pages. */
  cspNonce: string;
  gates: Gates;
  /**
   * Lets this request wait without keeping others out.
   * @throws an error of kind `store_busy` where there is no room for it to go on.
   */
  pause: (ms: number) => Promise<void>;
  /** Finished HTML of comments, kept in this process's memory by what it was made of. */
  fragments: Fragments;
  /** Is the data of a page asked for (its `.data` address)? Else only its own components read it. */
  dataAsked: boolean;
  /** Takes a finished document past Remix, which would turn it into a stream and back. */
  finished: { document: string | null };
  /** Tells the server of a fault; it answers 503 or 500 by the error's `kind`. */
  report: (error: unknown) => void;
}

declare module "@remix-run/server-runtime" {
  interface AppLoadContext extends FirsthandContext {}
}
