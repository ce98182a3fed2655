import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { sql } from "kysely";
import type { Store } from "#db/connect.ts";

/** The files below a folder that hold a text, read as bytes: whatever they are. */
export async function filesWith(folder: string, text: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const found: string[] = [];
  for (const entry of entries.filter((each) => each.isFile())) {
    const bytes = await readFile(join(entry.parentPath, entry.name)).catch(() => Buffer.alloc(0));
    if (bytes.includes(text)) found.push(entry.name);
  }
  return found;
}

/** The tables of which a row, written out as text, holds a text. */
export async function tablesWith({ read }: Store, text: string): Promise<string[]> {
  const found: string[] = [];
  for (const { name } of await read.introspection.getTables()) {
    const { rows } = await sql<Record<string, unknown>>`select * from ${sql.table(name)}`.execute(
      read,
    );
    if (JSON.stringify(rows).includes(JSON.stringify(text).slice(1, -1))) found.push(name);
  }
  return found;
}
