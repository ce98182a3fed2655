import { randomBytes } from "node:crypto";
import { link, open, unlink } from "node:fs/promises";
import { dirname } from "node:path";

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

async function writeDurably(path: string, content: string, mode: number): Promise<void> {
  const file = await open(path, "wx", mode);
  try {
    await file.chmod(mode); // whatever the umask took away
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
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
