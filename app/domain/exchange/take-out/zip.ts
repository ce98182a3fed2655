import { ZipFile } from "yazl";

export interface ZipEntry {
  /** Folders and name, joined by slashes. */
  path: string;
  text: string;
}

/** A zip file of texts. `on` stands on every file: no file says when it was written. */
export async function zipOf(entries: readonly ZipEntry[], on: Date): Promise<Buffer> {
  const zip = new ZipFile();
  for (const { path, text } of entries) {
    zip.addBuffer(Buffer.from(text), path, { mtime: on, mode: 0o100644 });
  }
  zip.end();
  const chunks: Buffer[] = [];
  for await (const chunk of zip.outputStream) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}
