import { describe, expect, it } from "vitest";
import { readWxr } from "#app/domain/exchange/wordpress/read-wxr.ts";
import {
  asImportFault,
  type ImportFault,
  WXR_LIMITS,
  type WxrLimits,
} from "#app/domain/exchange/wordpress/wxr-limits.ts";
import type { WxrEvent } from "#app/domain/exchange/wordpress/wxr-types.ts";
import { postXml, WXR_END, WXR_HEAD, wxr } from "#tests/support/wxr.ts";
import { fileOf } from "#tests/support/wxr-file.ts";

async function events(content: string | Uint8Array, limits?: WxrLimits): Promise<WxrEvent[]> {
  const all: WxrEvent[] = [];
  for await (const event of readWxr(await fileOf(content), limits ? { limits } : {})) {
    all.push(event);
  }
  return all;
}

async function faultOf(content: string | Uint8Array, limits: Partial<WxrLimits> = {}) {
  try {
    await events(content, { ...WXR_LIMITS, ...limits });
  } catch (error) {
    const fault = asImportFault(error);
    if (!fault) throw error;
    return fault;
  }
  throw new Error("the file was read without a fault");
}

describe("reading an export", () => {
  it("gives channel, comments and item, with CDATA that was split", async () => {
    const file = wxr([{ id: 7, text: "a ]]> b", comments: [{ id: 1, text: "x ]]> y" }] }]);
    const [channel, comment, item] = await events(file);
    expect(channel).toMatchObject({ channel: { version: "1.2", baseUrl: "https://old.example" } });
    expect(comment).toMatchObject({ comment: { id: 1, content: "x ]]> y", day: "2012-03-04" } });
    expect(item).toMatchObject({ item: { id: 7, content: "a ]]> b", type: "post" } });
  });

  it("never hands on email, address or hour, and no link that wasn't asked for", async () => {
    const file = wxr([{ id: 7, comments: [{ id: 1, url: "http://canary.example/" }] }]);
    expect(file).toContain("canary@mailbox.example");
    const told = JSON.stringify(await events(file));
    for (const planted of ["canary", "203.0.113.77", "03:17"]) {
      expect(file).toContain(planted);
      expect(told).not.toContain(planted);
    }
  });

  it("allows a byte order mark, and leaves out control characters", async () => {
    const [, item] = await events(`\ufeff${wxr([{ id: 7, text: "a\u0007b" }])}`);
    expect(item).toMatchObject({ item: { content: "ab" } });
  });

  it("reads WXR 1.0, 1.1 and 1.2", async () => {
    for (const version of ["1.0", "1.1", "1.2"]) {
      const [channel] = await events(wxr([{ id: 1 }]).replace(">1.2<", `>${version}<`));
      expect(channel).toMatchObject({ channel: { version } });
    }
  });
});

describe("what is wrong with a file", () => {
  const good = wxr([{ id: 1 }]);
  const deep = `${WXR_HEAD}${"<a>".repeat(30)}${"</a>".repeat(30)}${WXR_END}`;
  const attributes = Array.from({ length: 60 }, (_, i) => `a${i}="1"`).join(" ");
  const utf16 = new Uint8Array(Buffer.from(`\ufeff${good}`, "utf16le"));
  const latin = new Uint8Array(Buffer.from(good.replace("Words.", "caf\u00e9"), "latin1"));
  const cases: [string, string | Uint8Array, Partial<ImportFault>, Partial<WxrLimits>?][] = [
    ["an empty file", "", { kind: "empty" }],
    [
      "a DOCTYPE",
      good.replace("<rss", '<!DOCTYPE rss [<!ENTITY a "b">]>\n<rss'),
      { kind: "doctype" },
    ],
    ["an entity nobody defined", good.replace("Post 1", "&nbsp;"), { kind: "malformed", line: 4 }],
    ["a tag that isn't closed", good.replace("</item>", ""), { kind: "malformed" }],
    ["a file cut off", good.slice(0, -30), { kind: "malformed" }],
    ["a web page", "<html><body>x</body></html>", { kind: "not_wordpress", line: 1 }],
    ["a plain feed", "<rss><channel><item/></channel></rss>", { kind: "not_wordpress" }],
    [
      "another version",
      good.replace(">1.2<", ">2.0<"),
      { kind: "version", detail: "2.0", line: 3 },
    ],
    ["UTF-16", utf16, { kind: "encoding", detail: "UTF-16" }],
    ["Latin-1 that says UTF-8", latin, { kind: "encoding", line: 6 }],
    [
      "another encoding",
      good.replace("UTF-8", "ISO-8859-1"),
      { kind: "encoding", detail: "ISO-8859-1" },
    ],
    ["a zip file", new Uint8Array([0x50, 0x4b, 3, 4, 1]), { kind: "compressed" }],
    ["deep elements", deep, { kind: "too_deep" }],
    [
      "many attributes",
      good.replace("<item>", `<item ${attributes}>`),
      { kind: "too_many_attributes" },
    ],
    [
      "a long text",
      good.replace("Words.", "x".repeat(400_000)),
      { kind: "text_too_long" },
      { textLength: 200_000 },
    ],
    [
      "a tag that never ends",
      `${WXR_HEAD}<a${" ".repeat(400_000)}`,
      { kind: "text_too_long" },
      { textLength: 200_000 },
    ],
    [
      "many items",
      WXR_HEAD + postXml({ id: 1 }).repeat(4) + WXR_END,
      { kind: "too_many_items" },
      { items: 3 },
    ],
    ["a large file", good, { kind: "too_large" }, { fileBytes: 100 }],
  ];
  it.each(cases)("%s", async (_, content, expected, limits) => {
    expect(await faultOf(content, limits)).toMatchObject(expected);
  });

  it("a file that isn't there", async () => {
    const read = readWxr("/nowhere/export.xml").next();
    const fault = await read.then(() => null, asImportFault);
    expect(fault).toMatchObject({ kind: "unreadable" });
  });
});
