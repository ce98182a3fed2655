import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { postAsGuest } from "#tests/support/guest.ts";
import { publishAsGuest } from "#tests/support/publishing.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";
import { Visitor } from "#tests/support/visitor.ts";

let server: TestServer;

beforeAll(async () => {
  server = await startServer();
});

afterAll(() => server.stop());

const someone = () => new Visitor(server.origin);

describe.each([
  ["Cyrillic", "Зимний стационар"],
  ["Arabic", "مذكرات من الجناح السادس"],
  ["Chinese", "我为什么离开了那个地方"],
  ["Korean", "그 겨울의 병동"],
  ["signs alone", "🕯️ … — ?!"],
])("an essay titled in %s", (_script, title) => {
  it("can be read, commented, answered and found again, wherever an address leads there", async () => {
    const { slug } = await publishAsGuest(someone(), { title, tags: "Проба" });
    const address = `/essays/${encodeURIComponent(slug)}`;
    const { id } = await postAsGuest(someone(), encodeURIComponent(slug), { body: "A comment." });
    const answer = await publishAsGuest(
      someone(),
      { title: `${title} 2`, lead: "debate", relation: "responds" },
      `/write?responds=${encodeURIComponent(slug)}`,
    );
    for (const [asked, leadsTo] of [
      [`/comments/${id}`, `${address}#comment-${id}`],
      [`/conversations/${encodeURIComponent(slug)}`, `/conversations/${encodeURIComponent(slug)}`],
      ["/tags/ПРОБА", `/tags/${encodeURIComponent("проба")}`],
    ]) {
      const page = await someone().get(asked ?? "");
      expect([asked, page.status, page.address]).toEqual([asked, 200, leadsTo]);
    }
    const later = await someone().get(`/conversations/${encodeURIComponent(answer.slug)}`);
    expect(later.status).toBe(200);
    expect(later.address).toContain(`/conversations/${encodeURIComponent(slug)}#essay-`);
  });
});
