import { randomBytes } from "node:crypto";
import type { FileHandle } from "node:fs/promises";
import { link, open, readdir, realpath, rename, stat, unlink } from "node:fs/promises";
import { basename, dirname, join } from "node:path";

/**
 * Writes a file that is not there yet, whole or not at all: two processes that start at the same
 * moment agree on the first one's content, and neither ever reads half a file.
 *
 * @param mode the file's permissions, e.g. 0o600
 * @returns false where the file was there already; it is then left as it is
 * @throws what the file system says, e.g. EACCES, ENOSPC
 */
export async function writeOnce(path: string, content: string, mode: number): Promise<boolean> {
  const draft = `${path}.${randomBytes(6).toString("hex")}.new`;
  await writeDurably(draft, content, mode);
  try {
    // A link to a name that exists fails: unlike a rename, it never replaces.
    await link(draft, path);
    await settle(dirname(path));
    return true;
  } catch (error) {
    if (codeOf(error) === "EEXIST") return false;
    if (!["EPERM", "ENOTSUP", "EOPNOTSUPP", "ENOSYS"].includes(codeOf(error))) throw error;
    return await writeWithoutLinks(path, content, mode);
  } finally {
    await unlink(draft);
  }
}

/**
 * Puts a new content in the place of a file, whole or not at all: whoever reads it, or looks after the
 * process was killed on the way, finds the old content or the new one. The file keeps its owner. What
 * a process that was killed left beside it goes, so only one at a time may call this.
 *
 * @throws what the file system says, e.g. EACCES, EROFS, ENOSPC, EPERM (another user's file)
 */
export async function replaceFile(path: string, content: string, mode: number): Promise<void> {
  const real = await realpath(path);
  const { uid, gid } = await stat(real);
  await clearLeftovers(real);
  const draft = `${real}.${randomBytes(6).toString("hex")}.new`;
  try {
    await writeDurably(draft, content, mode, { uid, gid });
    await rename(draft, real);
  } catch (error) {
    await unlink(draft).catch(() => undefined);
    throw error;
  }
  await settle(dirname(real));
}

async function clearLeftovers(path: string): Promise<void> {
  const ours = basename(path);
  for (const name of await readdir(dirname(path))) {
    const isLeft =
      name.startsWith(`${ours}.`) && /^\.[0-9a-f]{12}\.new$/.test(name.slice(ours.length));
    if (isLeft) await unlink(join(dirname(path), name));
  }
}

/** For file systems without hard links, such as memory cards. */
async function writeWithoutLinks(path: string, content: string, mode: number): Promise<boolean> {
  try {
    await writeDurably(path, content, mode);
    return true;
  } catch (error) {
    if (codeOf(error) === "EEXIST") return false;
    throw error;
  }
}

async function writeDurably(
  path: string,
  content: string,
  mode: number,
  owner?: { uid: number; gid: number },
): Promise<void> {
  const file = await open(path, "wx", mode);
  try {
    await file.chmod(mode); // whatever the umask took away
    if (owner) await giveTo(file, owner);
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** @throws EPERM where the file belongs to another user and we may not give it to them */
async function giveTo(file: FileHandle, { uid, gid }: { uid: number; gid: number }): Promise<void> {
  const mine = await file.stat();
  if (mine.uid !== uid || mine.gid !== gid) await file.chown(uid, gid);
}

/** Makes a new name in a folder survive a power failure, where the system knows how. */
async function settle(folder: string): Promise<void> {
  const handle = await open(folder, "r").catch(() => null);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}

/** The system's short name of a fault, such as `ENOENT`; empty where there is none. */
export function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}
