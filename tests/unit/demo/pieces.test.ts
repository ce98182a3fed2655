import { describe, expect, it } from "vitest";
import { demoPieces } from "#app/domain/demo/pieces/all.ts";
import type { DemoComment, DemoPlace } from "#app/domain/demo/types.ts";
import { lookKey, nameKey, nameRuleFault } from "#app/domain/identity/names.ts";

const LIMITS = { story: [700, 1_600], debate: [500, 1_100] } as const;

/** Words of product.md that are never on pages, in every form. */
const NEVER =
  /\b(voices?|held|withdrawn?|withdrawals?|tombstones?|possess(ions?)?|cases?|suspend(ed|s)?|strikes?|trigger(s|ed|ing)?|established|patients?|consumers?)\b/iu;

const countWords = (text: string) =>
  text.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
const isComment = (place: DemoPlace): place is DemoComment => "text" in place;
const everyText = demoPieces
  .flatMap((piece) => [
    ...[piece.title, piece.text, piece.by, piece.note, piece.standpoint, piece.series?.title],
    ...piece.tags,
    ...(piece.worksCited ?? []),
    ...Object.values(piece.republished ?? {}),
    ...piece.comments
      .filter(isComment)
      .flatMap(({ by, text, note, standpoint }) => [by, text, note, standpoint]),
  ])
  .filter((text) => text !== undefined);

function depths(places: readonly DemoPlace[]): Map<string, number> {
  const found = new Map<string, number>();
  for (const { key, to } of places)
    found.set(key, to === undefined ? 1 : (found.get(to) ?? Number.NaN) + 1);
  return found;
}

describe("the invented examples", () => {
  it("show every kind of piece that the house is for", () => {
    const of = (lead: string) => demoPieces.filter((piece) => piece.lead === lead);
    expect(of("story").length).toBeGreaterThanOrEqual(3);
    expect(of("debate").length).toBeGreaterThanOrEqual(4);
    expect(new Set(demoPieces.map((piece) => piece.standing))).toEqual(
      new Set(["lived", "beside", "worked", undefined]),
    );
    expect(
      demoPieces.filter(({ perspectives }) => perspectives.length === 2).length,
    ).toBeGreaterThan(0);
    expect(demoPieces.filter(({ note }) => note !== undefined)).toHaveLength(2);
    expect(demoPieces.filter(({ replyMode }) => replyMode === "support")).toHaveLength(1);
    expect(demoPieces.filter(({ republished }) => republished)).toHaveLength(1);
    expect(new Set(demoPieces.map(({ byKind }) => byKind))).toEqual(
      new Set(["imported", "pen_name", "thread_name"]),
    );
    const parts = demoPieces.flatMap(({ series }) =>
      series ? [`${series.slug} ${series.part}`] : [],
    );
    expect(parts).toEqual(["back-on-the-14 1", "back-on-the-14 2"]);
    const tags = new Set(demoPieces.flatMap((piece) => piece.tags));
    expect(tags.size).toBeGreaterThanOrEqual(6);
  });

  it("answer each other in all four ways, two levels deep", () => {
    const links = demoPieces.flatMap((piece) =>
      (piece.answers ?? []).map((link) => ({ from: piece.slug, ...link })),
    );
    expect(new Set(links.map(({ relation }) => relation))).toEqual(
      new Set(["responds", "follows_up", "disagrees_in_part", "grew_out_of"]),
    );
    const order = demoPieces.map(({ slug }) => slug);
    for (const { from, slug, comment, relation } of links) {
      expect(order.indexOf(slug)).toBeGreaterThanOrEqual(0);
      expect(order.indexOf(slug)).toBeLessThan(order.indexOf(from));
      const answered = demoPieces.find((piece) => piece.slug === slug);
      const keys = answered?.comments.map(({ key }) => key);
      expect(comment === undefined || keys?.includes(comment)).toBe(true);
      expect(relation === "grew_out_of").toBe(comment !== undefined);
    }
    const answersOf = (slug: string) => links.filter((link) => link.slug === slug);
    const first = "who-does-the-peer-worker-work-for";
    const second = answersOf(first).map(({ from }) => from);
    const third = second.flatMap(answersOf);
    expect(second.length).toBeGreaterThanOrEqual(2);
    expect(third.length).toBeGreaterThanOrEqual(2);
  });

  it("have one exchange of sixty comments and more, fourteen deep", () => {
    const [longest] = [...demoPieces].sort((a, b) => b.comments.length - a.comments.length);
    expect(longest?.comments.filter(isComment).length).toBeGreaterThanOrEqual(60);
    expect(Math.max(...depths(longest?.comments ?? []).values())).toBe(14);
    expect(longest?.comments.filter(({ also }) => also).length).toBeGreaterThanOrEqual(8);
    const marks = new Set(
      longest?.comments
        .filter(isComment)
        .map(({ perspectives }) => [...perspectives].sort().join(" ")),
    );
    expect(marks).toEqual(new Set(["", "experience", "debate", "debate experience"]));
  });

  it("have a piece that looks imported, with all three kinds of empty places", () => {
    const imported = demoPieces.filter(({ byKind }) => byKind === "imported");
    expect(imported).not.toEqual([]);
    const empty = imported.flatMap(({ comments }) =>
      comments.flatMap((place) => (isComment(place) ? [] : [place.empty])),
    );
    expect(new Set(empty)).toEqual(new Set(["missing", "removed", "taken_back"]));
  });

  it.each(demoPieces)("$slug stands as a real one could", (piece) => {
    const [least, most] = LIMITS[piece.lead];
    expect(countWords(piece.text)).toBeGreaterThanOrEqual(least);
    expect(countWords(piece.text)).toBeLessThanOrEqual(most);
    expect(piece.perspectives).toContain(piece.lead === "story" ? "experience" : "debate");
    expect(piece.replyMode !== "support" || piece.lead === "story").toBe(true);
    const works = piece.worksCited?.length ?? 0;
    const marks = [...piece.text.matchAll(/\[\^(\d+)\]/g)].map(([, mark]) => Number(mark));
    expect([...new Set(marks)].sort()).toEqual(Array.from({ length: works }, (_, at) => at + 1));
    const known = depths(piece.comments);
    expect(known.size).toBe(piece.comments.length);
    for (const depth of known.values()) expect(depth).toBeGreaterThanOrEqual(1);
    const days = new Map(piece.comments.map(({ key, day }) => [key, day]));
    for (const { key, to, also, day } of piece.comments) {
      expect(day, key).toBeGreaterThanOrEqual(to === undefined ? 0 : (days.get(to) ?? Number.NaN));
      expect(piece.daysAgo - day, key).toBeGreaterThan(0);
      for (const other of also ?? []) {
        expect(days.get(other), key).toBeLessThanOrEqual(day);
        expect([key, to]).not.toContain(other);
      }
    }
    for (const place of [piece, ...piece.comments]) {
      if (!("perspectives" in place)) continue;
      expect(place.standing === undefined || place.perspectives.includes("experience")).toBe(true);
    }
    for (const { key, text } of piece.comments.filter(isComment)) {
      expect(countWords(text), key).toBeGreaterThanOrEqual(3);
      expect(countWords(text), key).toBeLessThanOrEqual(180);
    }
  });

  it.each(demoPieces)("$slug is signed with names that people could have", (piece) => {
    const names = [...new Set([piece.by, ...piece.comments.filter(isComment).map(({ by }) => by)])];
    for (const name of names) expect(nameRuleFault(name), name).toBeNull();
    expect(new Set(names.map(nameKey)).size).toBe(names.length);
    expect(new Set(names.map(lookKey)).size).toBe(names.length);
  });

  it("say nothing that the house never says, and nothing with a dash for a breath", () => {
    expect(NEVER.exec("two cases")?.[0]).toBe("cases");
    for (const text of everyText) {
      expect(NEVER.exec(text)?.[0], text.slice(0, 80)).toBeUndefined();
      expect(/[\u2013\u2014]/u.exec(text)?.[0], text.slice(0, 80)).toBeUndefined();
    }
  });
});
