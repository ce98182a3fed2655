import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { CommentArticle } from "#app/components/thread/comment-article.tsx";
import type { CommentView } from "#app/domain/threads/types.ts";
import type { PieceState } from "#db/schema.ts";

const comment: CommentView = {
  id: "abcdefghijkm",
  parentId: "nnnnnnnnnnnn",
  rootId: "nnnnnnnnnnnn",
  depth: 3,
  state: "visible",
  orderedAt: 1,
  revision: 1,
  by: { name: "Quiet Heron", kind: "thread_name" },
  perspectives: ["experience", "debate"],
  standing: "lived",
  parentName: "Marsh Lantern",
  parentState: "visible",
  addresses: [],
  perspectiveSource: "writer",
  standpoint: null,
  note: null,
  writtenOn: "2026-11-18",
  editedOn: null,
  imported: false,
  oldNumber: null,
  html: "<p>The words themselves.</p>",
  markdown: "The words themselves.",
};

function html(change: Partial<CommentView> = {}, repliesOpen = true): string {
  return renderToStaticMarkup(
    <CommentArticle
      comment={{ ...comment, ...change }}
      essaySlug="the-day"
      byEssayWriter={false}
      repliesOpen={repliesOpen}
      grown={[]}
    />,
  );
}

describe("a comment", () => {
  test("has the attributes of the contract", () => {
    expect(html()).toContain(
      '<article id="comment-abcdefghijkm" data-parent="nnnnnnnnnnnn" data-depth="3" data-perspective="experience debate"',
    );
    expect(html({ parentId: null, parentName: null, parentState: null })).toContain(
      'data-parent=""',
    );
  });

  test("says to the ear who speaks, how deep, and to whom", () => {
    expect(html()).toContain("Quiet Heron, level 3, reply to Marsh Lantern</h3>");
    expect(html()).toContain('href="/essays/the-day/reply?parent=abcdefghijkm"');
    expect(html()).toContain('Reply<span class="for-ears"> to Quiet Heron</span>');
  });

  test("links whom it answers, and the others it addresses", () => {
    const also = html({ addresses: [{ id: "pppppppppppp", name: "Corvid" }] });
    expect(also).toContain('<a class="up" href="/comments/nnnnnnnnnnnn"><bdi>Marsh Lantern</bdi>');
    expect(also).toContain('<a class="up" href="/comments/pppppppppppp"><bdi>Corvid</bdi>');
  });

  test("offers no reply where the essay takes no more comments", () => {
    expect(html({}, false)).not.toContain("/reply?parent=");
  });

  test("stands folded behind its content note", () => {
    const folded = html({ note: "restraint" });
    expect(folded.indexOf("<details")).toBeLessThan(folded.indexOf("The words themselves."));
    expect(folded).toContain("restraint");
    expect(folded).not.toMatch(/<details[^>]* open/);
  });

  test("of the old blog can be taken away without proof; a guest's has its own ways", () => {
    expect(html({ imported: true })).toContain('href="/comments/abcdefghijkm/my-words"');
    const own = html();
    for (const way of ["edit", "take-back", "lost-key"]) {
      expect(own).toContain(`href="/comments/abcdefghijkm/${way}"`);
    }
  });

  const empty: Exclude<PieceState, "visible" | "folded">[] = [
    "waiting",
    "removed",
    "taken_back",
    "missing",
  ];
  for (const state of empty) {
    test(`that is ${state} leaves its place, and neither words nor name`, () => {
      const place = html({ state });
      expect(place).toContain('id="comment-abcdefghijkm"');
      expect(place).toContain('class="empty-place"');
      expect(place).not.toContain("The words themselves.");
      expect(place).not.toContain("Quiet Heron");
    });
  }

  test("that is folded opens by hand only, and can't be answered", () => {
    const folded = html({ state: "folded" });
    expect(folded.indexOf("<details")).toBeLessThan(folded.indexOf("The words themselves."));
    expect(folded).not.toMatch(/<details[^>]* open/);
    expect(folded).not.toContain("/reply?parent=");
  });

  test("never carries a style attribute", () => {
    expect(html()).not.toContain("style=");
  });
});
