import type { IncomingMessage } from "node:http";

/**
 * Room for the longest essay, in letters of which each takes nine signs in a form,
 * and for some more, so that what is too long comes back with a word at its field and not as a 413.
 */
const LARGEST_BODY = 2 * 1024 * 1024;
/** All bodies that are being read at one time, so that many slow writers can't fill the memory. */
const LARGEST_TOTAL = 128 * 1024 * 1024;

export type BodyFault = "too_large" | "no_room" | "gone";

/** Reads bodies whole before any work begins, so that a slow sender takes up no slot. */
export class BodyReader {
  #total = 0;

  /** @returns the bytes, or why they could not be taken; the rest is then left unread. */
  async read(request: IncomingMessage): Promise<Buffer | BodyFault> {
    const announced = Number(request.headers["content-length"] ?? 0);
    if (announced > LARGEST_BODY) return "too_large";
    const chunks: Buffer[] = [];
    let size = 0;
    try {
      for await (const chunk of request.iterator({ destroyOnReturn: false })) {
        if (!Buffer.isBuffer(chunk)) continue;
        if (size + chunk.length > LARGEST_BODY) return "too_large";
        if (this.#total + chunk.length > LARGEST_TOTAL) return "no_room";
        size += chunk.length;
        this.#total += chunk.length;
        chunks.push(chunk);
      }
      return Buffer.concat(chunks, size);
    } catch {
      return "gone";
    } finally {
      this.#total -= size;
    }
  }
}

/**
 * Can it be read as a form? Nothing else is sent here, and a route that reads a form would fail on
 * it as if the fault were ours.
 */
export async function isForm(contentType: string | undefined, body: Buffer): Promise<boolean> {
  const kind = contentType?.split(";")[0]?.trim().toLowerCase();
  if (kind === "application/x-www-form-urlencoded") return true;
  if (kind !== "multipart/form-data" || contentType === undefined) return false;
  try {
    const sent = new Response(new Uint8Array(body), { headers: { "Content-Type": contentType } });
    await sent.formData();
    return true;
  } catch {
    return false;
  }
}
