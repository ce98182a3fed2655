import { lstatSync, readlinkSync, realpathSync } from "node:fs";
import { isIP } from "node:net";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import { words } from "#app/words/words.ts";

const LOG_LEVELS = ["fatal", "error", "warn", "info", "debug", "trace", "silent"] as const;
const MOST_PROCESSES = 64;

export type LogLevel = (typeof LOG_LEVELS)[number];

/** What the environment variables say, checked. The variables are listed in README.md. */
export interface Environment {
  /** 0: the kernel chooses one (tests). */
  port: number;
  host: string;
  /** As `URL.origin` writes them. Empty where SITE_URL is unset: see `siteOrigins`. */
  siteUrls: readonly string[];
  /** `sqlite:` and a path as it was given, or `postgres://…`. */
  databaseUrl: string;
  /** Absolute. */
  dataDir: string;
  /** Absolute, and never inside `dataDir`. */
  secretFile: string;
  webConcurrency: number;
  logLevel: LogLevel;
  rateLimits: boolean;
  /** May the invented examples come into a house that was never used? */
  demo: boolean;
}

export type EnvironmentResult =
  | { ok: true; environment: Environment }
  | { ok: false; faults: string[] };

/**
 * Reads and checks every variable. An empty one counts as unset.
 *
 * @returns all faults at once, one sentence each; the caller prints them and ends with 1.
 */
export function readEnvironment(
  env: Readonly<Record<string, string | undefined>>,
): EnvironmentResult {
  const faults: string[] = [];
  const said = (name: string, otherwise: string): string => {
    const value = env[name]?.trim();
    if (value?.includes("\0")) faults.push(words().environment.nul(name));
    return value === undefined || value === "" || value.includes("\0") ? otherwise : value;
  };

  const dataDir = resolve(said("DATA_DIR", "./data"));
  const secretFile = resolve(said("SECRET_FILE", "./secrets/firsthand.key"));
  if (isInside(realPathOf(secretFile), realPathOf(dataDir))) {
    faults.push(words().environment.secretInData(secretFile, dataDir));
  }
  const siteUrls = readSiteUrls(said("SITE_URL", ""), faults);
  const environment: Environment = {
    port: readPort(said("PORT", "3000"), faults),
    host: readHost(said("HOST", "127.0.0.1"), faults),
    siteUrls,
    databaseUrl: readDatabaseUrl(
      said("DATABASE_URL", `sqlite:${join(dataDir, "firsthand.db")}`),
      faults,
    ),
    dataDir,
    secretFile,
    webConcurrency: readConcurrency(said("WEB_CONCURRENCY", "1"), faults),
    logLevel: readLogLevel(said("LOG_LEVEL", "info"), faults),
    rateLimits: readRateLimits(said("RATE_LIMITS", "on"), siteUrls, faults),
    demo: readDemo(said("DEMO", "on"), faults),
  };
  return faults.length === 0 ? { ok: true, environment } : { ok: false, faults };
}

/**
 * The origins under which the site is reached: SITE_URL, or this machine's own names.
 *
 * @param port the port that is really listened at, which PORT=0 leaves to the kernel
 */
export function siteOrigins(environment: Environment, port: number): readonly string[] {
  if (environment.siteUrls.length > 0) return environment.siteUrls;
  return [`http://localhost:${port}`, `http://127.0.0.1:${port}`];
}

function readPort(value: string, faults: string[]): number {
  const port = wholeNumber(value);
  if (port !== null && port <= 65_535) return port;
  faults.push(words().environment.badPort(value));
  return 3000;
}

function readHost(value: string, faults: string[]): string {
  const bare = value.replace(/^\[(.*)\]$/, "$1");
  const isName = /^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$/i.test(bare) && !/^[\d.]+$/.test(bare);
  if (isIP(bare) === 0 && !isName) faults.push(words().environment.badHost(value));
  return bare;
}

function readSiteUrls(value: string, faults: string[]): readonly string[] {
  const parts = value
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "");
  if (value !== "" && parts.length === 0) faults.push(words().environment.noSiteUrl);
  const origins = parts.map((part) => readOrigin(part, faults));
  return [...new Set(origins.filter((origin) => origin !== null))];
}

function readOrigin(part: string, faults: string[]): string | null {
  const refuse = (fault: string) => {
    faults.push(fault);
    return null;
  };
  if (!URL.canParse(part)) return refuse(words().environment.badSiteUrl(part));
  const url = new URL(part);
  if (url.protocol !== "http:" && url.protocol !== "https:") {
    return refuse(words().environment.siteUrlScheme(part));
  }
  if (url.href !== `${url.origin}/`) {
    return refuse(words().environment.siteUrlPath(part, url.origin));
  }
  return url.origin;
}

function readDatabaseUrl(value: string, faults: string[]): string {
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(value)?.[1]?.toLowerCase();
  if (scheme === "sqlite") {
    const file = value.slice("sqlite:".length).split("?")[0] ?? "";
    if (/^(\/\/)?:memory:$|^$/.test(file)) {
      faults.push(
        file === "" ? words().environment.noSqliteFile : words().environment.sqliteInMemory,
      );
    }
  } else if (scheme === "postgres" || scheme === "postgresql") {
    const url = URL.canParse(value) ? new URL(value) : null;
    // A Unix socket stands in ?host=, so an empty host is fine there.
    const named = url !== null && (url.host !== "" || url.searchParams.has("host"));
    if (!named || url.pathname.length < 2) faults.push(words().environment.noPostgresName);
  } else {
    // Only what stands before the colon: the rest may hold a password.
    faults.push(words().environment.badDatabaseUrl(scheme === undefined ? "" : `${scheme}:`));
  }
  return value;
}

function readConcurrency(value: string, faults: string[]): number {
  const processes = wholeNumber(value);
  if (processes !== null && processes >= 1 && processes <= MOST_PROCESSES) return processes;
  faults.push(words().environment.badConcurrency(value, MOST_PROCESSES));
  return 1;
}

function readLogLevel(value: string, faults: string[]): LogLevel {
  const level = LOG_LEVELS.find((each) => each === value.toLowerCase());
  if (level === undefined) faults.push(words().environment.badLogLevel(value, LOG_LEVELS));
  return level ?? "info";
}

function readRateLimits(value: string, siteUrls: readonly string[], faults: string[]): boolean {
  if (value === "on") return true;
  if (value !== "off") {
    faults.push(words().environment.badRateLimits(value));
    return true;
  }
  for (const origin of siteUrls.filter((each) => !isLoopback(each))) {
    faults.push(words().environment.rateLimitsOffInPublic(origin));
  }
  return false;
}

function readDemo(value: string, faults: string[]): boolean {
  if (value !== "on" && value !== "off") faults.push(words().environment.badDemo(value));
  return value !== "off";
}

function isLoopback(origin: string): boolean {
  const { hostname } = new URL(origin);
  return (
    hostname === "localhost" ||
    hostname.endsWith(".localhost") ||
    hostname === "[::1]" ||
    (isIP(hostname) === 4 && hostname.startsWith("127."))
  );
}

function wholeNumber(value: string): number | null {
  return /^\d{1,6}$/.test(value) ? Number(value) : null;
}

/** Where a path really lies, links followed, also where its last parts do not exist yet. */
function realPathOf(path: string, followed = 0): string {
  try {
    return realpathSync(path);
  } catch {
    const parent = dirname(path);
    if (parent === path || followed > 40) return path;
    const target = linkTarget(path, parent);
    if (target !== null) return realPathOf(target, followed + 1);
    return join(realPathOf(parent, followed), basename(path));
  }
}

/** Where a link leads; null for what is none, or can't be looked at (then making it says why). */
function linkTarget(path: string, parent: string): string | null {
  try {
    return lstatSync(path).isSymbolicLink() ? resolve(parent, readlinkSync(path)) : null;
  } catch {
    return null;
  }
}

function isInside(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way === "" || (way !== ".." && !way.startsWith(`..${sep}`) && resolve(way) !== way);
}
