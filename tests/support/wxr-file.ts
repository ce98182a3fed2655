import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { temporaryFolder } from "./temporary-folder.ts";

/** A file in a folder of its own below the system's temporary one. */
export async function fileOf(content: string | Uint8Array): Promise<string> {
  const path = join(await temporaryFolder("wxr"), "export.xml");
  await writeFile(path, content);
  return path;
}
