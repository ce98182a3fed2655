import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { ImportError, type ImportFaultKind, WXR_LIMITS, type WxrLimits } from "./wxr-limits.ts";
import { WxrParser } from "./wxr-parser.ts";
import type { WxrEvent } from "./wxr-types.ts";

const CHUNK_BYTES = 128 * 1024;

export interface ReadOptions {
  limits?: WxrLimits;
  /** Is the comment with this id a pingback whose address is to be read? Default: none is. */
  keepUrl?: (commentId: number) => boolean;
  /** Told how many bytes have been read, for a progress bar. */
  onBytes?: (bytes: number) => void;
}

/**
 * Streams a WordPress export (WXR 1.0 to 1.2), one event per channel, item and comment, in file
 * order; an item comes when it ends, so after its comments. Holds one chunk and one item at a time.
 * @throws ImportError for everything that is wrong with the file, with the line.
 */
export async function* readWxr(path: string, options: ReadOptions = {}): AsyncGenerator<WxrEvent> {
  const limits = options.limits ?? WXR_LIMITS;
  await checkSize(path, limits);
  const events: WxrEvent[] = [];
  const parser = new WxrParser({
    limits,
    keepUrl: options.keepUrl ?? (() => false),
    emit: (event) => events.push(event),
  });
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let bytes = 0;
  for await (const chunk of createReadStream(path, { highWaterMark: CHUNK_BYTES })) {
    if (!(chunk instanceof Uint8Array)) throw new TypeError("a stream of bytes was expected");
    if (bytes === 0) checkStart(chunk);
    bytes += chunk.length;
    parser.write(decode(decoder, chunk, parser.line));
    yield* events;
    events.length = 0;
    options.onBytes?.(bytes);
  }
  parser.write(decode(decoder, null, parser.line));
  parser.end();
  yield* events;
}

async function checkSize(path: string, limits: WxrLimits): Promise<void> {
  let size = 0;
  try {
    const found = await stat(path);
    if (!found.isFile()) throw fault("unreadable", "not a file");
    size = found.size;
  } catch (error) {
    if (error instanceof ImportError) throw error;
    throw fault("unreadable", error instanceof Error && "code" in error ? String(error.code) : "");
  }
  if (size === 0) throw fault("empty", "");
  if (size > limits.fileBytes) throw fault("too_large", String(limits.fileBytes));
}

/** Says clearly what a file is that can't be UTF-8 text. */
function checkStart(chunk: Uint8Array): void {
  const [a = 0, b = 0, c = 0, d = 0] = chunk;
  if ((a === 0xfe && b === 0xff) || (a === 0xff && b === 0xfe))
    throw fault("encoding", "UTF-16", 1);
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) throw fault("encoding", "UTF-32", 1);
  if ((a === 0x3c && b === 0) || (a === 0 && b === 0x3c)) throw fault("encoding", "UTF-16", 1);
  if ((a === 0x1f && b === 0x8b) || (a === 0x50 && b === 0x4b)) throw fault("compressed", "");
}

function decode(decoder: TextDecoder, chunk: Uint8Array | null, line: number): string {
  try {
    return chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode();
  } catch {
    // The decoder tells no place: the line is where the part with the fault begins, and a little on.
    throw fault("encoding", "", line + linesBeforeFault(chunk));
  }
}

function linesBeforeFault(chunk: Uint8Array | null): number {
  if (!chunk) return 0;
  let low = 0;
  let high = chunk.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (decodes(chunk.subarray(0, middle))) low = middle;
    else high = middle;
  }
  return chunk.subarray(0, low).filter((byte) => byte === 10).length;
}

function decodes(bytes: Uint8Array): boolean {
  try {
    // `stream` allows for a character cut in two at the end.
    new TextDecoder("utf-8", { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

function fault(kind: ImportFaultKind, detail: string, line: number | null = null): ImportError {
  return new ImportError({ kind, detail, line });
}
