/** What is wrong with an environment variable: one line each, read by whoever starts the server. */
export const environment = {
  badPort: (value: string) => `PORT is "${value}". It has to be a whole number from 0 to 65535.`,
  badHost: (value: string) =>
    `HOST is "${value}". It has to be an address or a host name to listen at, like 127.0.0.1.`,
  badSiteUrl: (value: string) =>
    `SITE_URL has "${value}". Each part has to be a whole address, like https://example.org.`,
  siteUrlScheme: (value: string) =>
    `SITE_URL has "${value}". It has to begin with https:// or http://.`,
  siteUrlPath: (value: string, origin: string) =>
    `SITE_URL has "${value}". It may have no path, name or question mark; "${origin}" would do.`,
  noSiteUrl: "SITE_URL has commas and no address. Name at least one, or leave it unset.",
  badDatabaseUrl: (value: string) =>
    `DATABASE_URL begins with "${value}". It has to begin with sqlite: or postgres://.`,
  noSqliteFile: "DATABASE_URL names no file. It has to be like sqlite:./data/firsthand.db.",
  sqliteInMemory:
    "DATABASE_URL asks for a database in memory, which forgets everything. Name a file, like sqlite:./data/firsthand.db.",
  noPostgresName:
    "DATABASE_URL names no server or no database. It has to be like postgres://user:password@host:5432/firsthand.",
  secretInData: (secretFile: string, dataDir: string) =>
    `SECRET_FILE (${secretFile}) lies inside DATA_DIR (${dataDir}). Keep the two apart, so that a copy of the data never holds the secret.`,
  badConcurrency: (value: string, most: number) =>
    `WEB_CONCURRENCY is "${value}". It has to be a whole number from 1 to ${most}.`,
  badLogLevel: (value: string, levels: readonly string[]) =>
    `LOG_LEVEL is "${value}". It has to be one of ${levels.join(", ")}.`,
  badRateLimits: (value: string) => `RATE_LIMITS is "${value}". It has to be on or off.`,
  rateLimitsOffInPublic: (origin: string) =>
    `RATE_LIMITS may be off only for tests on this machine, and SITE_URL names ${origin}.`,
  badDemo: (value: string) => `DEMO is "${value}". It has to be on or off.`,
  nul: (name: string) => `${name} has a zero character in it.`,
};
