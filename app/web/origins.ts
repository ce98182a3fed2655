/** The site's own origins (`SITE_URL`), as one request sees them. */
export interface Origins {
  /** Every origin of the site, e.g. `https://example.org`, `http://abc….onion`. */
  readonly all: readonly string[];
  /** The first of them: for what has no visitor, like an Atom id. */
  readonly primary: string;
  /** The one that this request's Host names; `primary` where Host names none of them. */
  readonly current: string;
  /** Is `current` https? Decides cookie names and HSTS. */
  readonly secure: boolean;
}

/**
 * Finds the origin that a Host header names. Where http and https share a host, https wins: a
 * proxy that ends TLS passes the same Host on.
 */
export function originOfHost(all: readonly string[], host: string | undefined): string | null {
  if (host === undefined || host === "") return null;
  const wanted = host.toLowerCase();
  const named = all.filter((origin) => hostsOf(origin).includes(wanted));
  return named.find((origin) => origin.startsWith("https:")) ?? named[0] ?? null;
}

/** @param all at least one origin, as `URL.origin` writes it. */
export function originsFor(all: readonly string[], host: string | undefined): Origins {
  const primary = all[0];
  if (primary === undefined) throw new Error("A site needs at least one origin.");
  const current = originOfHost(all, host) ?? primary;
  return { all, primary, current, secure: current.startsWith("https:") };
}

/** The ways in which a Host header may write an origin: the default port may be spelt out. */
function hostsOf(origin: string): string[] {
  const url = new URL(origin);
  if (url.port !== "") return [url.host];
  return [url.host, `${url.host}:${url.protocol === "https:" ? 443 : 80}`];
}
