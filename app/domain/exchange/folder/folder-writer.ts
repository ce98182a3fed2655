import {
  lstat,
  mkdir,
  readdir,
  readFile,
  realpath,
  rename,
  rm,
  utimes,
  writeFile,
} from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { FolderError, type FolderFaultKind } from "./faults.ts";
import { FORMAT, type Inside, MANIFEST, TOP } from "./layout.ts";

/**
 * Writes a folder beside the one that is wanted, and puts it in its place when it is whole: whoever
 * looks sees the earlier export or the new one. A crash in the middle leaves `DIR.unfinished`.
 */
export class FolderWriter {
  private constructor(
    private readonly wanted: string,
    private readonly building: string,
    private readonly former: string,
    private readonly replaces: boolean,
  ) {}

  /** @throws FolderError not_a_folder, other_things, unfinished_there, cannot_write */
  static async begin(path: string): Promise<FolderWriter> {
    const wanted = await realpath(path).catch(() => resolve(path));
    const replaces = await isOurs(wanted);
    const [building, former] = [`${wanted}.unfinished`, `${wanted}.former`];
    try {
      if (await lstat(former).catch(() => null)) throw fault("unfinished_there", former);
      if (await lstat(building).catch(() => null)) throw fault("unfinished_there", building);
      await mkdir(dirname(wanted), { recursive: true });
      await mkdir(building);
    } catch (error) {
      throw asFault(error, building);
    }
    return new FolderWriter(wanted, building, former, replaces);
  }

  async folder(inside: Inside): Promise<void> {
    await this.trying(() => mkdir(join(this.building, ...inside)));
  }

  /** @param day the day that the file is dated by, `YYYY-MM-DD`; no hour ever stands at a file. */
  async file(inside: Inside, text: string, day: string): Promise<void> {
    const path = join(this.building, ...inside);
    await this.trying(async () => {
      await writeFile(path, text, { flag: "wx" });
      await utimes(path, midnight(day), midnight(day));
    });
  }

  /** Dates a folder when all that it holds is written. */
  async date(inside: Inside, day: string): Promise<void> {
    await this.trying(() => utimes(join(this.building, ...inside), midnight(day), midnight(day)));
  }

  /** Puts the whole folder in its place; an earlier export goes, with files that are no more. */
  async finish(): Promise<void> {
    const { wanted, building, former, replaces } = this;
    await this.trying(async () => {
      if (replaces) await rename(wanted, former);
      try {
        await rename(building, wanted);
      } catch (error) {
        if (replaces) await rename(former, wanted);
        throw error;
      }
      if (replaces) await rm(former, { recursive: true });
    });
  }

  /** Takes away what has been written. */
  async giveUp(): Promise<void> {
    await rm(this.building, { recursive: true, force: true });
  }

  private async trying<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      throw asFault(error, this.wanted);
    }
  }
}

/**
 * May this folder be replaced? Only where it is empty or an earlier export of ours.
 *
 * @returns whether there is one at all
 */
async function isOurs(path: string): Promise<boolean> {
  const there = await lstat(path).catch(() => null);
  if (!there) return false;
  if (!there.isDirectory()) throw fault("not_a_folder", path);
  const names = await readdir(path);
  const known: readonly string[] = TOP;
  const stranger = names.find((name) => !known.includes(name));
  if (stranger !== undefined) throw fault("other_things", path, stranger);
  if (names.length > 0 && !(await isManifest(join(path, MANIFEST)))) {
    throw fault("other_things", path, names[0]);
  }
  return true;
}

async function isManifest(path: string): Promise<boolean> {
  try {
    const read: unknown = JSON.parse(await readFile(path, "utf8"));
    return typeof read === "object" && read !== null && "format" in read && read.format === FORMAT;
  } catch {
    return false;
  }
}

function midnight(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}

function asFault(error: unknown, path: string): unknown {
  return codeOf(error) === "" ? error : fault("cannot_write", path, codeOf(error));
}

function fault(kind: FolderFaultKind, file: string, detail = ""): FolderError {
  return new FolderError({ kind, file, line: null, detail });
}
