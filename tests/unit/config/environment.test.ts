import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readEnvironment, siteOrigins } from "#app/config/environment.ts";

type Variables = Record<string, string | undefined>;

function environmentOf(variables: Variables) {
  const result = readEnvironment(variables);
  if (!result.ok) throw new Error(result.faults.join("\n"));
  return result.environment;
}

function faultsOf(variables: Variables): string[] {
  const result = readEnvironment(variables);
  return result.ok ? [] : result.faults;
}

describe("the environment", () => {
  it("has a default for everything", () => {
    const environment = environmentOf({});
    expect(environment).toEqual({
      port: 3000,
      host: "127.0.0.1",
      siteUrls: [],
      databaseUrl: `sqlite:${resolve("data/firsthand.db")}`,
      dataDir: resolve("data"),
      secretFile: resolve("secrets/firsthand.key"),
      webConcurrency: 1,
      logLevel: "info",
      rateLimits: true,
      demo: true,
    });
    expect(siteOrigins(environment, 4010)).toEqual([
      "http://localhost:4010",
      "http://127.0.0.1:4010",
    ]);
  });

  it("takes an empty variable for an unset one", () => {
    expect(environmentOf({ PORT: "", SITE_URL: " ", DATABASE_URL: "" })).toEqual(environmentOf({}));
  });

  it("keeps the default database in DATA_DIR", () => {
    const { databaseUrl } = environmentOf({ DATA_DIR: "/srv/firsthand" });
    expect(databaseUrl).toBe("sqlite:/srv/firsthand/firsthand.db");
  });

  it("reads several origins, each once", () => {
    const onion = `http://${"a".repeat(56)}.onion`;
    const { siteUrls } = environmentOf({
      SITE_URL: `https://Example.org/, https://example.org:443,${onion}`,
    });
    expect(siteUrls).toEqual(["https://example.org", onion]);
  });

  it.each([
    ["PORT", "-1"],
    ["PORT", "65536"],
    ["PORT", "80 80"],
    ["PORT", "0x50"],
    ["HOST", "not a host"],
    ["HOST", "300.1.1.1"],
    ["SITE_URL", "example.org"],
    ["SITE_URL", "ftp://example.org"],
    ["SITE_URL", "https://example.org/forum"],
    ["SITE_URL", "https://example.org?x=1"],
    ["SITE_URL", "https://user@example.org"],
    ["SITE_URL", ","],
    ["DATABASE_URL", "mysql://localhost/x"],
    ["DATABASE_URL", "./data/firsthand.db"],
    ["DATABASE_URL", "sqlite:"],
    ["DATABASE_URL", "sqlite::memory:"],
    ["DATABASE_URL", "postgres://localhost"],
    ["WEB_CONCURRENCY", "0"],
    ["WEB_CONCURRENCY", "1.5"],
    ["LOG_LEVEL", "loud"],
    ["RATE_LIMITS", "no"],
    ["DEMO", "yes"],
  ])("refuses %s=%s in one line that names it", (name, value) => {
    const faults = faultsOf({ [name]: value });
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatch(new RegExp(`^${name} [^\\n]+\\.$`));
  });

  it("never repeats a password", () => {
    expect(faultsOf({ DATABASE_URL: "mysql://me:hunter2@db/x" }).join()).not.toContain("hunter2");
  });

  it("names every fault, not only the first", () => {
    const faults = faultsOf({ PORT: "x", LOG_LEVEL: "x", SITE_URL: "x,y", WEB_CONCURRENCY: "x" });
    expect(faults.map((fault) => fault.split(" ")[0]).sort()).toEqual([
      "LOG_LEVEL",
      "PORT",
      "SITE_URL",
      "SITE_URL",
      "WEB_CONCURRENCY",
    ]);
  });

  it.each(["", "http://localhost:3000", "http://127.0.0.5,http://[::1]:80,http://a.localhost"])(
    "lets rate limits be off at %j",
    (SITE_URL) => {
      expect(environmentOf({ RATE_LIMITS: "off", SITE_URL }).rateLimits).toBe(false);
    },
  );

  it.each(["https://example.org", "http://localhost,http://10.0.0.1", "http://127.0.0.1.evil.org"])(
    "keeps rate limits on at %s",
    (SITE_URL) => {
      expect(faultsOf({ RATE_LIMITS: "off", SITE_URL })).toHaveLength(1);
    },
  );
});

describe("the secret file and the data", () => {
  let folder = "";
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "firsthand-"));
    mkdirSync(join(folder, "data"));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const faults = (secretFile: string, dataDir = "data") =>
    faultsOf({ DATA_DIR: join(folder, dataDir), SECRET_FILE: join(folder, secretFile) });

  it("may lie beside each other, also with a like name", () => {
    expect(faults("secrets/firsthand.key")).toEqual([]);
    expect(faults("data-secrets/firsthand.key")).toEqual([]);
    expect(faults("..data", "data")).toEqual([]);
  });

  it("may not lie inside each other, even where the folders do not exist yet", () => {
    expect(faults("data/firsthand.key")).toHaveLength(1);
    expect(faults("data/deep/er/firsthand.key")).toHaveLength(1);
    expect(faults("other/../data/firsthand.key")).toHaveLength(1);
    expect(faults("new/firsthand.key", "new")).toHaveLength(1);
  });

  it("may not do so by a link either", () => {
    symlinkSync(join(folder, "data"), join(folder, "way-in"));
    expect(faults("way-in/firsthand.key")).toHaveLength(1);
    symlinkSync(join("data", "not-there-yet.key"), join(folder, "dangling.key"));
    expect(faults("dangling.key")).toHaveLength(1);
    symlinkSync(folder, join(folder, "data-by-link"));
    expect(faults("firsthand.key", "data-by-link")).toHaveLength(1);
  });
});
