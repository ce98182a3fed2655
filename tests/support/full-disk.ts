import { execFile } from "node:child_process";
import { mkdir, mkdtemp, rm, statfs, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);
const MEGABYTE = 1024 * 1024;

/** A folder in which no more can be written for a while. */
export interface SmallDisk {
  folder: string;
  /** From now on every write of the process that needs room fails. */
  fill: (pid: number) => Promise<void>;
  /** There is room again. */
  free: (pid: number) => Promise<void>;
  remove: () => Promise<void>;
}

/** A file system of its own, of a few megabytes. Null where this user may not mount one. */
async function mounted(): Promise<SmallDisk | null> {
  const folder = await mkdtemp(join(tmpdir(), "firsthand-small-"));
  try {
    await run("mount", ["-t", "tmpfs", "-o", "size=8m,mode=700", "tmpfs", folder]);
  } catch {
    await rm(folder, { recursive: true, force: true });
    return null;
  }
  const ballast = join(folder, "ballast");
  return {
    folder,
    fill: async () => {
      const { bavail, bsize } = await statfs(folder);
      await writeFile(ballast, Buffer.alloc(bavail * bsize));
    },
    free: () => rm(ballast),
    remove: async () => {
      await run("umount", [folder]);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** An ordinary folder, and a limit of the kernel on how large the process may make a file. */
export async function limitedFiles(): Promise<SmallDisk> {
  const folder = await mkdtemp(join(tmpdir(), "firsthand-limited-"));
  const limit = (pid: number, bytes: string) =>
    run("prlimit", ["--pid", String(pid), `--fsize=${bytes}:`]);
  return {
    folder,
    fill: async (pid) => {
      await limit(pid, "4096");
    },
    free: async (pid) => {
      await limit(pid, String(64 * MEGABYTE));
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

/** A disk that is full in truth, or, for a user who may not mount one, the kernel's limit on files. */
export async function smallDisk(): Promise<SmallDisk> {
  const disk = (await mounted()) ?? (await limitedFiles());
  await mkdir(join(disk.folder, "data"), { recursive: true });
  return disk;
}
