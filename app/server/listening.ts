import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { securityHeaders } from "#app/web/headers.ts";

export type Handler = (request: IncomingMessage, response: ServerResponse) => void | Promise<void>;

export interface Listening {
  /** The one that was asked for, or that the kernel chose for 0. */
  port: number;
  /** Takes nothing new, lets what has begun finish within `graceMs`, then ends all connections. */
  stop(graceMs: number): Promise<void>;
}

const HEADERS_WITHIN_MS = 15_000;
/** A long text over a bad line takes its time. */
const REQUEST_WITHIN_MS = 120_000;
const SILENCE_MS = 60_000;
const KEEP_ALIVE_MS = 20_000;
/** A connection that has asked nothing yet may still do so, if it hurries. */
const SILENT_GRACE_MS = 1_000;
const MOST_CONNECTIONS = 10_000;

/**
 * Listens, with limits against those who send or read too slowly on purpose.
 *
 * @throws what `listen` throws, with Node's `code` (EADDRINUSE, EACCES …).
 */
export async function listen(host: string, port: number, handler: Handler): Promise<Listening> {
  const sockets = new Set<Socket>();
  const working = new Set<Socket>();
  const server = createServer(
    { headersTimeout: HEADERS_WITHIN_MS, requestTimeout: REQUEST_WITHIN_MS },
    (request, response) => {
      working.add(request.socket);
      response.once("close", () => working.delete(request.socket));
      void handler(request, response);
    },
  );
  server.on("connection", (socket) => {
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
  });
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  server.timeout = SILENCE_MS;
  server.maxConnections = MOST_CONNECTIONS;
  server.maxHeadersCount = 100;
  server.on("clientError", answerBadRequest);
  await listening(server, host, port);
  return {
    port: portOf(server),
    stop: async (graceMs) => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      const silent = setTimeout(() => {
        for (const socket of sockets) if (!working.has(socket)) socket.destroy();
      }, SILENT_GRACE_MS);
      const rest = setTimeout(() => server.closeAllConnections(), graceMs);
      await closed;
      clearTimeout(silent);
      clearTimeout(rest);
    },
  };
}

function listening(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen({ host, port }, () => {
      server.off("error", reject);
      resolve();
    });
  });
}

function portOf(server: Server): number {
  const address = server.address();
  return isAddressInfo(address) ? address.port : 0;
}

function isAddressInfo(address: AddressInfo | string | null): address is AddressInfo {
  return typeof address === "object" && address !== null;
}

const STATUS_BY_CODE: Readonly<Record<string, string>> = {
  HPE_HEADER_OVERFLOW: "431 Request Header Fields Too Large",
  ERR_HTTP_REQUEST_TIMEOUT: "408 Request Timeout",
};

/** What isn't HTTP never becomes a request; its answer carries the same headers all the same. */
function answerBadRequest(error: Error & { code?: string }, socket: Socket): void {
  if (!socket.writable || error.code === "ECONNRESET") {
    socket.destroy();
    return;
  }
  const status = STATUS_BY_CODE[error.code ?? ""] ?? "400 Bad Request";
  const headers = Object.entries(securityHeaders({ secure: false }));
  const lines = headers.map(([name, value]) => `${name}: ${value}\r\n`).join("");
  socket.end(`HTTP/1.1 ${status}\r\n${lines}Content-Length: 0\r\nConnection: close\r\n\r\n`);
}
