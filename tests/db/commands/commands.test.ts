import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { runCommandLine } from "#app/cli/command-line.ts";
import { commands } from "#app/cli/commands.ts";
import { loadSecretRing } from "#app/config/secret-file.ts";
import { words } from "#app/words/words.ts";
import { connect } from "#db/connect.ts";
import { takeLease } from "#db/queries/leases.ts";
import { DIALECTS, freshDatabaseUrl } from "#tests/support/databases.ts";

interface Ended {
  code: number;
  out: string;
  err: string;
}

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "firsthand-commands-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Runs a command as its main file does, with an environment of its own, and keeps what it says. */
async function firsthand(
  typed: readonly string[],
  env: Record<string, string> = {},
): Promise<Ended> {
  const own = {
    PORT: "0",
    SITE_URL: "",
    DATABASE_URL: "",
    LOG_LEVEL: "",
    DATA_DIR: join(folder, "data"),
    SECRET_FILE: join(folder, "secrets", "firsthand.key"),
  };
  for (const [name, value] of Object.entries({ ...own, ...env })) vi.stubEnv(name, value);
  const said = { out: "", err: "" };
  const hear = (to: "out" | "err") => (chunk: unknown) => {
    said[to] += String(chunk);
    return true;
  };
  const out = vi.spyOn(process.stdout, "write").mockImplementation(hear("out"));
  const err = vi.spyOn(process.stderr, "write").mockImplementation(hear("err"));
  try {
    const code = await runCommandLine(commands, typed);
    return { code, ...said };
  } finally {
    out.mockRestore();
    err.mockRestore();
    vi.unstubAllEnvs();
  }
}

describe.each(DIALECTS)("the commands on %s", (dialect) => {
  const say = words().commands;
  let DATABASE_URL = "";
  const run = (...typed: string[]) => firsthand(typed, { DATABASE_URL });

  it("migrate an empty store once, and check it", async () => {
    DATABASE_URL = await freshDatabaseUrl(dialect, "empty");
    expect(await run("check")).toEqual({ code: 1, out: `${say.check.notMigrated}\n`, err: "" });
    const first = await run("migrate");
    expect(first).toMatchObject({ code: 0, err: "" });
    expect(first.out).toMatch(/^Done: 0001/);
    expect((await run("migrate")).out).toBe(`${say.migrate.nothing}\n`);
    expect(await run("check")).toEqual({ code: 0, out: `${say.check.fine}\n`, err: "" });
  });

  it("appoint and dismiss a moderator, whose log check reads", async () => {
    DATABASE_URL = await freshDatabaseUrl(dialect);
    const appointed = await run("moderator", "appoint", "Amber Finch");
    expect(appointed.code).toBe(0);
    expect(appointed.out).toMatch(/^Amber Finch is a moderator until /);
    expect(appointed.out).toMatch(/\nhttp:\/\/localhost:0\/join\?token=[\w-]{43}\n$/);
    expect((await run("moderator", "appoint", "amber finch")).out).toContain("in office already");
    expect(await run("moderator", "dismiss", "Nobody")).toEqual({
      code: 1,
      out: "",
      err: `${say.moderator.dismiss.unknown("Nobody")}\n`,
    });
    expect((await run("moderator", "dismiss", "Amber Finch")).code).toBe(0);
    expect((await run("check")).out).toBe(`${say.check.fine}\n`);

    const store = await connect(DATABASE_URL);
    await store.write(async (trx) => {
      const row = await trx.selectFrom("moderation_log").selectAll().executeTakeFirstOrThrow();
      const entry = row.entry.replace("Amber Finch", "Umber Finch");
      await trx.updateTable("moderation_log").set({ entry }).where("seq", "=", row.seq).execute();
    });
    await store.close();
    const found = await run("check");
    expect(found).toMatchObject({ code: 1, err: "" });
    expect(found.out).toBe(`log row 1: ${say.check.logWhat.changed}\n`);
  });

  it("rotate the secret, tell what each is needed for, and let check miss a lost one", async () => {
    DATABASE_URL = await freshDatabaseUrl(dialect);
    const path = join(folder, "secrets", "firsthand.key");
    await run("moderator", "appoint", "Amber Finch");
    const first = (await loadSecretRing(path)).current.id;
    const rotated = await run("secrets", "rotate");
    const second = (await loadSecretRing(path)).current.id;
    expect(rotated).toMatchObject({ code: 0, err: "" });
    const { rotate } = say.secrets;
    const lines = [rotate.rows(second, 0, true), rotate.rows(first, 1, false)];
    expect(rotated.out).toBe([rotate.done(second), "", ...lines, "", rotate.after, ""].join("\n"));
    expect((await run("check")).out).toBe(`${say.check.fine}\n`);

    // A copy from before the rotation, brought back.
    const whole = readFileSync(path, "utf8");
    await run("moderator", "appoint", "Quiet Heron");
    const { secrets } = JSON.parse(whole) as { secrets: Record<string, string> };
    const older = { current: first, secrets: { [first]: secrets[first] } };
    writeFileSync(path, JSON.stringify(older));
    const found = await run("check");
    expect(found).toMatchObject({ code: 1, err: "" });
    expect(found.out).toBe(`${say.check.secretLost("join_links", second, 1)}\n`);
    expect((await run("secrets", "rotate")).out).toContain(rotate.lost(second, 1));
  });

  it("rotate nothing while somebody else does", async () => {
    DATABASE_URL = await freshDatabaseUrl(dialect);
    const store = await connect(DATABASE_URL);
    const lease = { name: "rotate secrets", holder: "other", now: 0, until: Date.now() + 60_000 };
    expect(await store.write((trx) => takeLease(trx, lease))).toBe(true);
    await store.close();
    const refused = { code: 1, out: "", err: `${say.secrets.rotate.busy}\n` };
    expect(await run("secrets", "rotate")).toEqual(refused);
    const ring = await loadSecretRing(join(folder, "secrets", "firsthand.key"));
    expect(ring.all).toHaveLength(1);
  });

  it("let the doctor look without leaving anything behind", async () => {
    DATABASE_URL = await freshDatabaseUrl(dialect);
    const looked = await run("doctor");
    if (dialect === "sqlite") {
      expect(looked).toMatchObject({ code: 0, err: "" });
      expect(looked.out).toContain(say.doctor.database(dialect));
      expect(looked.out).toContain(say.doctor.allFine);
    } else {
      // The PostgreSQL of the tests is quick and not safe, and the doctor sees it.
      expect(looked).toMatchObject({ code: 1, err: "" });
      expect(looked.out).toContain("fsync=off");
    }
    expect(existsSync(join(folder, "data"))).toBe(false);
    expect(existsSync(join(folder, "secrets"))).toBe(false);
  });
});

describe("the doctor", () => {
  it("names what needs attention, each in a line, and ends with 1", async () => {
    expect((await firsthand(["migrate"])).code).toBe(0);
    chmodSync(join(folder, "secrets", "firsthand.key"), 0o644);
    writeFileSync(join(folder, "data", "site.toml"), 'nmae = "x"\n');
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
    const address = other.address();
    const port = typeof address === "object" && address !== null ? address.port : 0;
    other.on("connection", (socket) => socket.destroy());
    const looked = await firsthand(["doctor"], { PORT: String(port) });
    other.close();
    expect(looked.code).toBe(1);
    const attention = looked.out.split("\n").filter((line) => line.startsWith("attention"));
    expect(attention).toHaveLength(3);
    expect(attention[0]).toContain("chmod 600");
    expect(attention[1]).toContain("Did you mean name?");
    expect(attention[2]).toContain("something else listens");
    expect(readFileSync(join(folder, "data", "site.toml"), "utf8")).toBe('nmae = "x"\n');
  });

  it("names every fault of the environment", async () => {
    const looked = await firsthand(["doctor"], { PORT: "x", LOG_LEVEL: "x" });
    expect(looked.code).toBe(1);
    expect(looked.out.match(/^attention/gm)).toHaveLength(2);
  });
});

describe("what is typed", () => {
  it.each([
    [[], "Which command?"],
    [["chekc"], 'Did you mean "check"?'],
    [["--loud"], "There is no option --loud here."],
    [["moderator"], "Which command?"],
    [["moderator", "apoint", "A"], 'Did you mean "appoint"?'],
    [["moderator", "appoint"], "NAME is missing."],
    [["moderator", "appoint", "Amber", "Finch"], '"Finch" is one word too many.'],
    [["secrets", "drop"], 'There is no command "drop".'],
    [["secrets", "rotate", "now"], '"now" is one word too many.'],
    [["check", "--fast"], "There is no option --fast here."],
    [["constructor"], 'There is no command "constructor".'],
  ])("ends with 2 and a sentence: %j", async (typed, sentence) => {
    const { code, err, out } = await firsthand(typed);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toContain(sentence);
    expect(err).toContain("--help");
  });

  it.each([
    [[]],
    [["serve"]],
    [["migrate"]],
    [["check"]],
    [["doctor"]],
    [["moderator", "appoint"]],
    [["secrets", "rotate"]],
  ])("is explained by --help: %j", async (typed) => {
    const { code, err, out } = await firsthand([...typed, "--help"]);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toContain(`USAGE firsthand ${typed.join(" ")}`.trim());
    expect(out).not.toContain("\u001b");
  });

  it("ends with 1 for bad input: a fault of the environment, a name that can't be taken", async () => {
    expect(await firsthand(["migrate"], { PORT: "x", LOG_LEVEL: "x" })).toMatchObject({ code: 1 });
    const refused = await firsthand(["moderator", "appoint", ""]);
    expect(refused).toMatchObject({ code: 1, out: "" });
    expect(refused.err).toBe(`${words().commands.moderator.refused.empty}\n`);
  });

  it("ends with 1 where the database can't be reached, without its password", async () => {
    const DATABASE_URL = "postgres://me:hunter2@127.0.0.1:1/firsthand";
    const { code, err } = await firsthand(["check"], { DATABASE_URL });
    expect(code).toBe(1);
    expect(err.trim().split("\n")).toHaveLength(1);
    expect(err).not.toContain("hunter2");
  });
});
