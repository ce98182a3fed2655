import { describe, expect, it } from "vitest";
import { freeSlug, slugOf } from "#app/domain/essays/slug.ts";
import { normaliseOldPath } from "#app/domain/exchange/wordpress/redirects.ts";

describe("old addresses", () => {
  it.each([
    ["https://old.example/2012/03/the-kettle/", "/2012/03/the-kettle"],
    ["/2012/03/the-kettle", "/2012/03/the-kettle"],
    ["//2012//03/the-kettle/?utm_source=x#comment-5", "/2012/03/the-kettle"],
    ["https://old.example/?p=41", "/?p=41"],
    ["/?p=041&cpage=2", "/?p=41"],
    ["/index.php?p=41", "/?p=41"],
    ["http://old.example/blog/?p=7", "/blog?p=7"],
    ["/%d0%bc%d0%be%d0%b9", "/%D0%BC%D0%BE%D0%B9"],
    ["/мой/", "/%D0%BC%D0%BE%D0%B9"],
    ["/100%-true", "/100%-true"],
  ])("%s is kept as %s", (url, path) => expect(normaliseOldPath(url)).toBe(path));

  it.each([
    "/",
    "https://old.example",
    "/about/",
    "/essays/x",
    "/stories",
    "/house/later",
    "javascript:alert(1)",
    "mailto:a@b.example",
    "",
    `/${"x".repeat(2_000)}`,
  ])("%j leads nowhere", (url) => expect(normaliseOldPath(url)).toBeNull());
});

describe("slugs", () => {
  it.each([
    ["The kettle on the sill", "the-kettle-on-the-sill"],
    ["Café — don’t!", "cafe-dont"],
    ["Straße, Łódź & Ærø", "strasse-lodz-aero"],
    ["Мой опыт", "мой-опыт"],
    ["我的 故事", "我的-故事"],
    ["मेरी कहानी", "मेरी-कहानी"],
    ["قصتي أنا", "قصتي-أنا"],
    ["🙂🙂", ""],
    ["  --  ", ""],
    ["a\u202eb\u200d", "ab"],
    ["\ud800x", "x"],
  ])("%j becomes %j", (title, slug) => expect(slugOf(title)).toBe(slug));

  it("is cut at a word, stable, and free of what addresses can't have", () => {
    const slug = slugOf("word ".repeat(100));
    expect(slug).toBe("word-".repeat(16).slice(0, -1));
    expect(slugOf(slug)).toBe(slug);
    expect(slugOf("a/b?c#d%e.f")).toBe("a-b-c-d-e-f");
  });

  it("is numbered where it is taken or fixed", async () => {
    const taken = new Set(["x", "x-2"]);
    const isTaken = async (slug: string) => taken.has(slug);
    expect(await freeSlug("X!", isTaken)).toBe("x-3");
    expect(await freeSlug("How", isTaken)).toBe("how-2");
    expect(await freeSlug("🙂", isTaken)).toBe("untitled");
  });
});
