import { mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { words } from "#app/words/words.ts";
import { DEFAULT_SETTINGS, readSiteFile, type SiteFileResult, writeSiteFile } from "./site-file.ts";
import { codeOf, writeOnce } from "./write-once.ts";

/** Where the settings of the site lie. */
export function siteFilePath(dataDir: string): string {
  return join(dataDir, "site.toml");
}

/** Reads DATA_DIR/site.toml. On the first start the file is written, with a remark to each setting. */
export async function loadSiteSettings(dataDir: string): Promise<SiteFileResult> {
  const path = siteFilePath(dataDir);
  try {
    return readSiteFile(await readFile(path, "utf8"), path);
  } catch (error) {
    if (codeOf(error) === "") throw error;
    if (codeOf(error) !== "ENOENT") {
      return { ok: false, faults: [words().siteFile.unreadable(path, codeOf(error))] };
    }
  }
  try {
    await mkdir(dataDir, { recursive: true, mode: 0o700 });
    await writeOnce(path, writeSiteFile(DEFAULT_SETTINGS, path), 0o644);
  } catch (error) {
    if (codeOf(error) === "") throw error;
    return { ok: false, faults: [words().siteFile.unwritable(path, codeOf(error))] };
  }
  return readSiteFile(await readFile(path, "utf8"), path);
}
