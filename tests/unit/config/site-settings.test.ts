import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { nearest } from "#app/config/nearest.ts";
import { DEFAULT_SETTINGS, readSiteFile, writeSiteFile } from "#app/config/site-file.ts";
import { loadSiteSettings } from "#app/config/site-settings.ts";

function faultsOf(content: string): string[] {
  const result = readSiteFile(content, "site.toml");
  return result.ok ? [] : result.faults;
}

function settingsOf(content: string) {
  const result = readSiteFile(content, "site.toml");
  if (!result.ok) throw new Error(result.faults.join("\n"));
  return result.settings;
}

describe("the site's settings", () => {
  let folder = "";
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "firsthand-"));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it("are written on the first start, explained, and read again", async () => {
    const dataDir = join(folder, "data");
    expect(await loadSiteSettings(dataDir)).toEqual({ ok: true, settings: DEFAULT_SETTINGS });
    const written = readFileSync(join(dataDir, "site.toml"), "utf8");
    for (const key of ["name", "tagline", "run_by", "contact", "guests", "exit_to"]) {
      expect(written).toMatch(new RegExp(`^# .+\\n${key} = `, "m"));
    }
    expect(await loadSiteSettings(dataDir)).toEqual({ ok: true, settings: DEFAULT_SETTINGS });
  });

  it("are never written over", async () => {
    writeFileSync(join(folder, "site.toml"), 'name = "The Reading Room"\n');
    const result = await loadSiteSettings(folder);
    expect(result).toMatchObject({ ok: true, settings: { name: "The Reading Room" } });
    expect(readFileSync(join(folder, "site.toml"), "utf8")).toBe('name = "The Reading Room"\n');
  });

  it("agree when several processes start together", async () => {
    const results = await Promise.all(Array.from({ length: 10 }, () => loadSiteSettings(folder)));
    expect(results.filter(({ ok }) => ok)).toHaveLength(10);
  });

  it("say so when the file can't be read or written", async () => {
    mkdirSync(join(folder, "site.toml"));
    expect(await loadSiteSettings(folder)).toMatchObject({
      ok: false,
      faults: [expect.stringContaining("can't be read: EISDIR")],
    });
    writeFileSync(join(folder, "file"), "");
    expect(await loadSiteSettings(join(folder, "file"))).toMatchObject({ ok: false });
  });

  it("fall back to the default where a setting is left out", () => {
    expect(settingsOf("")).toEqual(DEFAULT_SETTINGS);
    expect(settingsOf("help = []").help).toEqual([]);
    expect(settingsOf('[[help]]\ncountry = "Here"\nname = "Us"').help).toEqual([
      {
        country: "Here",
        name: "Us",
        who: "anyone",
        hours: "",
        call: "",
        text: "",
        chat: "",
        peerRun: false,
        youth: false,
        maySendPolice: "unknown",
        checkedOn: "",
      },
    ]);
  });

  it("survive a writing and reading of any text", () => {
    const odd = { ...DEFAULT_SETTINGS, name: 'Ed\'s "House" \\ # é 漢', help: [] };
    expect(settingsOf(`${writeSiteFile(odd, "site.toml")}help = []`)).toEqual(odd);
  });

  it.each([
    ['name = ""', "site.toml, line 1: name may not be empty."],
    ["name = 5", "site.toml, line 1: name has to stand in quotation marks."],
    [`# x\n\nname = "${"x".repeat(61)}"`, "line 3: name may have at most 60 characters."],
    ['tagline = "a\\nb"', "line 1: tagline has to be a single line."],
    ['guests = "some"', 'guests has to be one of "open", "first post waits", "all wait".'],
    ['exit_to = "http://x.org"', "exit_to has to be an address that begins with https://."],
    ['exit_to = "javascript:alert(1)"', "exit_to has to be an address that begins with https://."],
    ["exit_to = 1", "exit_to has to be an address that begins with https://."],
    ['help = "x"', "line 1: help has to be blocks that begin with [[help]]."],
    ['[[help]]\nname = "x"', "line 1: country of help line 1 is missing."],
    [
      '[[help]]\ncountry = "a"\nname = "b"\n[[help]]\ncountry = "a"\nname = "b"\npeer_run = "yes"',
      "line 7: peer_run of help line 2 has to be true or false, without quotation marks.",
    ],
    [
      '[[help]]\ncountry = "a"\nname = "b"\nmay_send_police = "maybe"',
      'line 4: may_send_police of help line 1 has to be one of "yes", "no", "unknown".',
    ],
    [
      '[[help]]\ncountry = "a"\nname = "b"\nchecked_on = "2026-02-30"',
      'line 4: checked_on of help line 1 has to be a day like "2026-03-01", or empty.',
    ],
    [
      '[[help]]\ncountry = "a"\nname = "b"\ncall = "113 or 0800-0113"',
      "line 4: call of help line 1 has to be a single telephone number, or empty.",
    ],
    ['\nnmae = "x"', "site.toml, line 2: nmae is not a setting. Did you mean name?"],
    ['colour = "x"', "site.toml, line 1: colour is not a setting."],
    [
      '[[help]]\ncountry = "a"\nname = "b"\nPeer-Run = true',
      "line 4: Peer-Run of help line 1 is not a setting. Did you mean peer_run?",
    ],
    ['name = "a"\ntagline = "b', "site.toml, line 2: this is not written as TOML"],
  ])("refuse %j in one line", (content, fault) => {
    const faults = faultsOf(content);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toContain(fault);
    expect(faults[0]).not.toContain("\n");
  });

  it("name every fault, not only the first", () => {
    expect(faultsOf('name = ""\nguests = "x"\nnope = 1')).toHaveLength(3);
  });
});

describe("the default help lines", () => {
  it("claim no check that nobody has made, and name a way for each", () => {
    for (const line of DEFAULT_SETTINGS.help) {
      expect(line.checkedOn, line.name).toBe("");
      expect(`${line.call}${line.text}${line.chat}`, line.name).not.toBe("");
    }
  });

  it("have somebody for young people in every country", () => {
    const countries = new Set(DEFAULT_SETTINGS.help.map(({ country }) => country));
    countries.delete("India"); // Tele-MANAS is for every age
    const withYouth = DEFAULT_SETTINGS.help.filter(({ youth }) => youth);
    expect(new Set(withYouth.map(({ country }) => country))).toEqual(countries);
  });
});

describe("the nearest word", () => {
  it("is found for a slip and not for something else", () => {
    expect(nearest("contcat", ["contact", "country"])).toBe("contact");
    expect(nearest("exit-to", ["exit_to"])).toBe("exit_to");
    expect(nearest("zebra", ["contact", "name"])).toBeNull();
  });
});
