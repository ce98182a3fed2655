/**
 * What any server in Node could do at best: `node:http` and nothing else, sending recorded answers
 * byte for byte. A process of its own; `node bare-server.mjs FOLDER`.
 *
 * Says `{ port }` to whoever started it, and answers "facts" with its processor time and memory.
 */
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";

const folder = process.argv[2] ?? ".";
const bytes = readFileSync(join(folder, "bytes"));
const index = JSON.parse(readFileSync(join(folder, "index.json"), "utf8"));
const answers = new Map(
  index.map(({ name, status, headers, from, length }) => [
    name,
    { status, headers, body: bytes.subarray(from, from + length) },
  ]),
);

const server = createServer((request, response) => {
  const answer = answers.get(
    `${request.method} ${request.headers["accept-encoding"]} ${request.url}`,
  );
  if (request.method !== "POST") {
    send(response, answer);
    return;
  }
  const parts = [];
  request.on("data", (part) => parts.push(part));
  request.on("end", () => {
    Buffer.concat(parts);
    send(response, answers.get("POST"));
  });
});

function send(response, answer) {
  if (answer === undefined) {
    response.writeHead(404).end();
    return;
  }
  response.writeHead(answer.status, answer.headers);
  response.end(answer.body);
}

// The same header as from the other server, so that all bytes are the same.
server.keepAliveTimeout = 20_000;
server.listen(0, "127.0.0.1", () => process.send({ port: server.address().port }));
process.on("message", (message) => {
  if (message !== "facts") return;
  const { user, system } = process.cpuUsage();
  process.send({ cpuSeconds: (user + system) / 1e6, bytes: process.memoryUsage.rss() });
});
process.on("disconnect", () => process.exit(0));
