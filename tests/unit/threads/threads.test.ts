import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ancestors, assemble, readingOrder } from "#app/domain/threads/assemble.ts";
import { filterThread, matches, type ThreadFilter } from "#app/domain/threads/filter.ts";
import { PAGE_SIZE, pagesOfThread, placeOf, slices } from "#app/domain/threads/pages.ts";
import { chain, forests } from "./forest.ts";

const filters = fc.record<ThreadFilter>({
  perspective: fc.constantFrom("experience", "debate"),
  only: fc.boolean(),
  standing: fc.constantFrom("lived", null),
});

describe("a thread's shape", () => {
  it("keeps every comment once, each after its parent and beside its elder siblings", () => {
    fc.assert(
      fc.property(
        forests,
        fc.constantFrom("oldest" as const, "newest" as const),
        (stubs, order) => {
          const read = readingOrder(assemble(stubs, order));
          expect(read.map(({ id }) => id).sort()).toEqual(stubs.map(({ id }) => id).sort());
          const position = new Map(read.map(({ id }, index) => [id, index]));
          for (const stub of stubs) {
            if (stub.parentId === null) continue;
            expect(position.get(stub.parentId)).toBeLessThan(position.get(stub.id) ?? -1);
          }
        },
      ),
    );
  });

  it("doesn't care in which order parents and children come", () => {
    const stubs = chain(5).reverse();
    expect(readingOrder(assemble(stubs)).map(({ depth }) => depth)).toEqual([1, 2, 3, 4, 5]);
  });

  it("reads a chain of 20,000 without recursion", () => {
    expect(readingOrder(assemble(chain(20_000)))).toHaveLength(20_000);
  });

  it("puts the newest branch first only where that is wanted", () => {
    const [first, second] = [
      { ...chain(1)[0], id: "old", rootId: "old" },
      { ...chain(1)[0], id: "new", rootId: "new" },
    ] as ReturnType<typeof chain>;
    if (!first || !second) throw new Error("two comments were made");
    expect(assemble([first, second]).map(({ comment }) => comment.id)).toEqual(["old", "new"]);
    expect(assemble([first, second], "newest").map(({ comment }) => comment.id)).toEqual([
      "new",
      "old",
    ]);
  });
});

describe("pages of whole branches", () => {
  it("show every branch on one page, none torn unless it is longer than a page", () => {
    fc.assert(
      fc.property(forests, (stubs) => {
        const branches = assemble(stubs);
        const entries = pagesOfThread(branches).flat();
        expect(entries.map(({ branch }) => branch)).toEqual(branches);
        for (const { size, shown } of entries) {
          expect(shown === size || size > PAGE_SIZE).toBe(true);
        }
      }),
    );
  });

  it("land every comment of a long thread where it is shown", () => {
    const long = chain(PAGE_SIZE + 50).map((stub) => ({ ...stub, rootId: "c0" }));
    const single = Array.from({ length: 400 }, (_, index) => ({
      ...(chain(1)[0] as ReturnType<typeof chain>[number]),
      id: `s${index}`,
      rootId: `s${index}`,
    }));
    const pages = pagesOfThread(assemble([...long, ...single]));
    expect(pages.length).toBeGreaterThan(1);
    expect(placeOf(pages, long[10] as (typeof long)[number])).toEqual({ on: "thread", page: 1 });
    expect(placeOf(pages, long[299] as (typeof long)[number])).toEqual({
      on: "branch",
      rootId: "c0",
      page: 1,
    });
    expect(placeOf(pages, long[310] as (typeof long)[number])).toEqual({
      on: "branch",
      rootId: "c0",
      page: 2,
    });
    expect(placeOf(pages, single[399] as (typeof single)[number])).toEqual({
      on: "thread",
      page: pages.length,
    });
  });

  it("slices nothing into one empty page", () => {
    expect(slices([])).toEqual([[]]);
    expect(slices(Array.from({ length: PAGE_SIZE + 1 })).map((page) => page.length)).toEqual([
      PAGE_SIZE,
      1,
    ]);
  });
});

describe("a filtered thread", () => {
  it("shows what matches and its ancestors, nothing else, in the same order", () => {
    fc.assert(
      fc.property(forests, filters, (stubs, filter) => {
        const branches = assemble(stubs);
        const byId = new Map(stubs.map((stub) => [stub.id, stub]));
        const { branches: shown, context, hiddenBranches } = filterThread(branches, filter);
        const read = readingOrder(shown);
        const wanted = new Set<string>();
        for (const stub of stubs.filter((one) => matches(one, filter))) {
          wanted.add(stub.id);
          for (const above of ancestors(byId, stub)) wanted.add(above.id);
        }
        const before = readingOrder(branches).filter(({ id }) => wanted.has(id));
        expect(read.map(({ id }) => id)).toEqual(before.map(({ id }) => id));
        for (const stub of read) expect(context.has(stub.id)).toBe(!matches(stub, filter));
        expect(hiddenBranches + shown.length).toBe(branches.length);
      }),
    );
  });
});
