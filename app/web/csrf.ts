import { originOfHost } from "./origins.ts";

/** What a browser says about where a request comes from. */
export interface CrossSiteHeaders {
  host: string | undefined;
  origin: string | undefined;
  secFetchSite: string | undefined;
  forwardedHost: string | undefined;
}

export type CrossSiteFault = "host" | "forwarded_host" | "origin_missing" | "origin_foreign";

/**
 * Decides whether a request that may change something comes from our own pages (promises.md,
 * Controls): Host and X-Forwarded-Host name one of our origins, and so does Origin; where a browser
 * sent no Origin, `Sec-Fetch-Site: same-origin` stands for it. `Origin: null` is foreign.
 *
 * @returns null where it does, else what is wrong with it.
 */
export function crossSiteFault(
  all: readonly string[],
  headers: CrossSiteHeaders,
): CrossSiteFault | null {
  if (originOfHost(all, headers.host) === null) return "host";
  for (const host of headers.forwardedHost?.split(",") ?? []) {
    if (originOfHost(all, host.trim()) === null) return "forwarded_host";
  }
  if (headers.origin === undefined) {
    return headers.secFetchSite === "same-origin" ? null : "origin_missing";
  }
  return all.includes(headers.origin) ? null : "origin_foreign";
}
