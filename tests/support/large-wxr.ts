/**
 * Writes a large export for measuring: `tsx tests/support/large-wxr.ts FILE COMMENTS [reversed]`.
 * All comments are under one post, in branches of 2,000; `reversed` puts every comment
 * before the one it answers.
 */

import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { commentXml, postXml, WXR_END, WXR_HEAD } from "./wxr.ts";

const [path = "large.xml", count = "200000", order = ""] = process.argv.slice(2);
const total = Number(count);
const file = createWriteStream(path);
const [before = "", after = ""] = postXml({ id: 1 }).split("</item>");
file.write(WXR_HEAD + before);
for (let at = 0; at < total; at += 1) {
  const id = order === "reversed" ? total - at : at + 1;
  const parent =
    id % 2_000 === 1 ? 0 : id % 7 === 0 ? id - 1 : Math.floor((id - 1) / 2_000) * 2_000 + 1;
  const text = `I read this on the bus, and it is number ${id}. ${"Nobody asked what we were afraid of. ".repeat(8)}`;
  const day = new Date(1_300_000_000_000 + Math.floor(id / 100) * 86_400_000)
    .toISOString()
    .slice(0, 10);
  const more = file.write(
    commentXml({ id, parent: parent === id ? 0 : parent, name: `Reader ${id % 5_000}`, day, text }),
  );
  if (!more) await once(file, "drain");
}
file.end(`</item>${after}${WXR_END}`);
await once(file, "finish");
