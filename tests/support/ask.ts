import { type IncomingHttpHeaders, request } from "node:http";
import { brotliDecompressSync, gunzipSync } from "node:zlib";

export interface Reply {
  status: number;
  headers: IncomingHttpHeaders;
  /** Names and values in turn, as they came over the wire. */
  rawHeaders: string[];
  /** As it came over the wire. */
  bytes: Buffer;
  /** Decompressed. */
  text: string;
}

export interface Asking {
  method?: string;
  /** Exactly these, `Host` apart; nothing is added as a browser or fetch would. */
  headers?: Record<string, string>;
  body?: string | Buffer;
  /** The address to connect from; any of 127.0.0.0/8 will do. */
  from?: string;
}

/**
 * Asks a server over a connection of its own, with exactly this path (fetch would mend it).
 *
 * @param origin where to connect, `http://127.0.0.1:<port>`
 */
export function ask(origin: string, path: string, asking: Asking = {}): Promise<Reply> {
  const { hostname, port } = new URL(origin);
  const { method = "GET", headers = {}, body, from } = asking;
  const options = { hostname, port, path, method, headers, agent: false };
  return new Promise((resolve, reject) => {
    const sent = request({ ...options, ...(from && { localAddress: from }) }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("error", reject);
      response.on("end", () => {
        const bytes = Buffer.concat(chunks);
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          rawHeaders: response.rawHeaders,
          bytes,
          text: decompressed(bytes, response.headers["content-encoding"]).toString("utf8"),
        });
      });
    });
    sent.on("error", reject);
    sent.end(body);
  });
}

function decompressed(bytes: Buffer, encoding: string | undefined): Buffer {
  if (bytes.length === 0) return bytes;
  if (encoding === "br") return brotliDecompressSync(bytes);
  return encoding === "gzip" ? gunzipSync(bytes) : bytes;
}
