import type { Store } from "#db/connect.ts";
import type { SecretRing } from "./identity/secret-ring.ts";
import type { Renderer } from "./rendering/types.ts";
import type { Finder } from "./revealing/types.ts";
import type { SiteSettings } from "./settings.ts";

/** What the clock says; injected, so that tests can pin it. */
export type Clock = () => Date;

/**
 * What the domain works with. Made once per process (server, command or test) and handed to every
 * domain function as its first argument; there is no module-level state.
 */
export interface House {
  store: Store;
  renderer: Renderer;
  /** Looks for words that could tell who somebody is. */
  finder: Finder;
  secrets: SecretRing;
  settings: SiteSettings;
  clock: Clock;
  /** Told after a write has committed which subjects it changed; the page cache drops them at once. */
  changed: (subjects: readonly Subject[]) => void;
}

/**
 * What a cached page may depend on. A conversation changes when an essay of it comes, goes, or
 * changes what the others' pages show of it; its comments don't change it.
 */
export type Subject = `essay:${string}` | `conversation:${string}` | "fronts" | "site";

/** The day of a moment in UTC, as `YYYY-MM-DD`. */
export function dayOf(moment: Date): string {
  return moment.toISOString().slice(0, 10);
}
