import { describe, expect, it } from "vitest";
import { pageAddress } from "#app/server/page-keys.ts";
import { parseTarget } from "#app/server/target.ts";

function keyOf(address: string): string | null {
  const target = parseTarget(address);
  if (typeof target === "string") return target;
  const page = pageAddress(target);
  return page === null ? null : `${page.pathname}${page.search}`;
}

describe("which addresses are kept", () => {
  it.each([
    ["/", "/"],
    ["/?", "/"],
    ["/_root.data", "/_root.data"],
    ["/stories?sort=new&only=1", "/stories?only=1&sort=new"],
    ["/stories?only=1&sort=new", "/stories?only=1&sort=new"],
    ["/essays/a-b.json", "/essays/a-b.json"],
    ["/essays/a.data?page=2", "/essays/a.data?page=2"],
    ["/essays/a?page=2&perspective=debate", "/essays/a?perspective=debate&page=2"],
    ["/comments/abc", "/comments/abc"],
    ["/help", "/help"],
    ["/?sort=active&standing=lived", "/?standing=lived&sort=active"],
    ["/debates?after=x&tag=a-b", "/debates?tag=a-b&after=x"],
    ["/tags", "/tags"],
    ["/tags?after=x", "/tags?after=x"],
    ["/tags/coming-off?after=x&sort=active", "/tags/coming-off?sort=active&after=x"],
    ["/tags/%D0%B4%D0%BE%D0%BC", "/tags/%D0%B4%D0%BE%D0%BC"],
    ["/series/ten-years?after=x", "/series/ten-years?after=x"],
    ["/people/Ada%20N", "/people/Ada%20N"],
    ["/robots.txt", "/robots.txt"],
    ["/sitemap.xml?part=x", "/sitemap.xml?part=x"],
  ])("%s as %s", (address, key) => {
    expect(keyOf(address)).toBe(key);
  });

  it.each([
    "/?p=123",
    "/?index",
    "/stories?only=1&only=1",
    "/stories?unknown=1",
    "/essays/a?perspective=debate&q=x",
    `/stories?tag=${"a".repeat(301)}`,
    "/essays/a/reply",
    "/essays/a/reply?parent=b",
    "/comments/a/edit",
    "/key",
    "/inbox",
    "/moderation",
    "/sign-in",
    "/essays/a/",
    "/nothing",
    "/?perspective=debate",
    "/tags/a?only=1",
    "/robots.txt?x=1",
    "/sitemap.xml?after=x",
    "/_root.data?_routes=root",
  ])("%s is not", (address) => {
    expect(keyOf(address)).toBeNull();
  });
});
