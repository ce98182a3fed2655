import type { createHash } from "node:crypto";
import { constants } from "node:fs";
import { lstat, open, opendir, realpath } from "node:fs/promises";
import { join } from "node:path";
import { FOLDER_LIMITS, type FolderLimits, fileFault } from "./faults.ts";
import type { Inside } from "./layout.ts";

/** A link as the last part of a path is not followed, and a pipe is not waited for. */
const READ = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

/** Parts of paths inside: letters, digits, dots and hyphens, and no two dots. */
const PART = /^(?!\.)(?!.*\.\.)[A-Za-z0-9.-]{1,100}$/;

/**
 * Reads a folder that anybody may have made. Only regular files and folders under names that are
 * expected; links are never followed; bytes and entries are counted. Paths are made of names of ours
 * and of checked ids, so none can lead out.
 */
export class FolderReader {
  private entries = 0;
  private bytes = 0;

  private constructor(
    private readonly root: string,
    private readonly limits: FolderLimits,
  ) {}

  /** @throws FolderError unreadable */
  static async open(path: string, limits: FolderLimits = FOLDER_LIMITS): Promise<FolderReader> {
    const root = await realpath(path).catch(() => null);
    const there = root === null ? null : await lstat(root).catch(() => null);
    if (root === null || !there?.isDirectory()) throw fileFault("unreadable", [path]);
    return new FolderReader(root, limits);
  }

  /** Begins to count anew, for a second reading of the same folder. */
  again(): FolderReader {
    return new FolderReader(this.root, this.limits);
  }

  /**
   * Are these, and nothing else, in a folder?
   *
   * @throws FolderError missing, stranger, link, not_a_file, too_many, unreadable
   */
  async expect(inside: Inside, names: ReadonlySet<string>): Promise<void> {
    const there = await this.look(inside);
    if (there === null) throw fileFault("missing", inside);
    if (!there.isDirectory()) throw fileFault("not_a_file", inside);
    let found = 0;
    try {
      for await (const entry of await opendir(this.path(inside))) {
        this.entries += 1;
        if (this.entries > this.limits.entries) {
          throw fileFault("too_many", inside, { detail: String(this.limits.entries) });
        }
        if (!names.has(entry.name)) throw fileFault("stranger", inside, { detail: entry.name });
        found += 1;
      }
    } catch (error) {
      throw asFault(error, inside);
    }
    if (found === names.size) return;
    for (const name of names) {
      if ((await this.look([...inside, name])) === null) {
        throw fileFault("missing", [...inside, name]);
      }
    }
    throw fileFault("changed", inside);
  }

  /** Is there anything under this name? */
  async has(inside: Inside): Promise<boolean> {
    return (await this.look(inside)) !== null;
  }

  /**
   * The text of a file.
   *
   * @param digest told the bytes as they were read
   * @throws FolderError missing, link, not_a_file, too_large, too_much, bad_text, unreadable
   */
  async read(
    inside: Inside,
    kind: "piece" | "index",
    digest?: ReturnType<typeof createHash>,
  ): Promise<string> {
    const there = await this.look(inside);
    if (there === null) throw fileFault("missing", inside);
    if (!there.isFile()) throw fileFault("not_a_file", inside);
    const limit = kind === "piece" ? this.limits.pieceBytes : this.limits.indexBytes;
    const bytes = await this.bytesOf(inside, limit);
    this.bytes += bytes.length;
    if (this.bytes > this.limits.bytes) {
      throw fileFault("too_much", inside, { detail: String(this.limits.bytes) });
    }
    digest?.update(`${inside.join("/")}\n${bytes.length}\n`).update(bytes);
    return textOf(bytes, inside);
  }

  private async bytesOf(inside: Inside, limit: number): Promise<Buffer> {
    let file: Awaited<ReturnType<typeof open>>;
    try {
      file = await open(this.path(inside), READ);
    } catch (error) {
      throw asFault(error, inside);
    }
    try {
      const stat = await file.stat();
      if (!stat.isFile()) throw fileFault("not_a_file", inside);
      if (stat.size > limit) throw fileFault("too_large", inside, { detail: String(limit) });
      const buffer = Buffer.alloc(stat.size + 1);
      let length = 0;
      for (;;) {
        const { bytesRead } = await file.read(buffer, length, buffer.length - length, length);
        length += bytesRead;
        if (bytesRead === 0 || length === buffer.length) break;
      }
      if (length > stat.size) throw fileFault("changed", inside);
      return buffer.subarray(0, length);
    } catch (error) {
      throw asFault(error, inside);
    } finally {
      await file.close();
    }
  }

  /** What is under a name itself, or null where nothing is. */
  private async look(inside: Inside) {
    try {
      const there = await lstat(this.path(inside));
      if (there.isSymbolicLink()) throw fileFault("link", inside);
      return there;
    } catch (error) {
      if (codeOf(error) === "ENOENT" || codeOf(error) === "ENOTDIR") return null;
      throw asFault(error, inside);
    }
  }

  private path(inside: Inside): string {
    for (const part of inside) {
      if (!PART.test(part)) throw new Error(`No name inside an export: ${part}`);
    }
    return join(this.root, ...inside);
  }
}

const UTF8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** UTF-8 without a mark at its beginning, with `\n` alone at the ends of lines, without NUL. */
function textOf(bytes: Buffer, inside: Inside): string {
  let text: string;
  try {
    text = UTF8.decode(bytes);
  } catch {
    throw fileFault("bad_text", inside, { detail: "UTF-8" });
  }
  if (text.startsWith("\uFEFF")) throw fileFault("bad_text", inside, { line: 1, detail: "BOM" });
  for (const [mark, name] of [
    ["\0", "NUL"],
    ["\r", "CR"],
  ] as const) {
    const at = text.indexOf(mark);
    if (at < 0) continue;
    const line = text.slice(0, at).split("\n").length;
    throw fileFault("bad_text", inside, { line, detail: name });
  }
  return text;
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}

function asFault(error: unknown, inside: Inside): unknown {
  const code = codeOf(error);
  if (code === "") return error;
  if (code === "ELOOP") return fileFault("link", inside);
  return fileFault("unreadable", inside, { detail: code });
}
