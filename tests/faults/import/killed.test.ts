import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { connect, type Store } from "#db/connect.ts";
import { checkIntegrity } from "#db/queries/integrity.ts";
import { eachDialect } from "#tests/support/databases.ts";
import { wxr } from "#tests/support/wxr.ts";
import { fileOf } from "#tests/support/wxr-file.ts";

const CHILD = fileURLToPath(new URL("../../support/import-file.ts", import.meta.url));
const POSTS = 12;
const COMMENTS = 120;
const KILLS = 6;

/** Threads in which every third comment stands before what it answers, and some answer nobody. */
function blog(): string {
  const posts = Array.from({ length: POSTS }, (_, post) => {
    const first = 1_000 * (post + 1);
    const comments = Array.from({ length: COMMENTS }, (_, at) => {
      const parent = at % 10 === 0 ? 0 : at % 17 === 0 ? 90_000 + post : first + at - 1;
      return { id: first + at, parent, status: at % 40 === 7 ? "0" : "1" };
    });
    const turned = comments.map((_, at) => comments[at ^ (at % 3 === 0 ? 1 : 0)] ?? comments[0]);
    const once = [...new Set([...turned, ...comments])].flatMap((entry) => (entry ? [entry] : []));
    return { id: post + 1, comments: once };
  });
  return wxr(posts);
}

function start(address: string, path: string): ChildProcess {
  return spawn(process.execPath, ["--import", "tsx", CHILD, address, path], {
    stdio: ["ignore", "pipe", "inherit"],
  });
}

async function killedAfter(child: ChildProcess, ms: number): Promise<void> {
  const ended = once(child, "exit");
  if (!child.stdout) throw new Error("no output to wait for");
  await Promise.race([once(child.stdout, "data"), ended]);
  await new Promise((resolve) => setTimeout(resolve, ms));
  child.kill("SIGKILL");
  await ended;
}

async function finished(child: ChildProcess): Promise<void> {
  child.stdout?.resume();
  const [code] = await once(child, "exit");
  expect(code).toBe(0);
}

/** Everything but the random ids: who answers whom, in which state, in which order. */
async function contents(store: Store) {
  const { read } = store;
  const comments = await read
    .selectFrom("comments")
    .innerJoin("essays", "essays.id", "comments.essay_id")
    .leftJoin("comments as parent", "parent.id", "comments.parent_id")
    .select(["essays.title", "comments.old_number", "parent.old_number as parent"])
    .select(["comments.depth", "comments.state", "comments.markdown", "comments.ordered_at"])
    .orderBy("essays.title")
    .orderBy("comments.old_number")
    .execute();
  const essays = await read
    .selectFrom("essays")
    .select(["title", "slug", "comments_visible", "comments_waiting", "comments_missing"])
    .orderBy("title")
    .execute();
  const reviews = await read.selectFrom("reviews").select("id").execute();
  const redirects = await read
    .selectFrom("redirects")
    .select("old_path")
    .orderBy("old_path")
    .execute();
  return { comments, essays, reviews: reviews.length, redirects };
}

eachDialect("an import that is killed again and again", (_, __, url) => {
  it("brings in everything once when it is run again", async () => {
    const path = await fileOf(blog());
    const [whole, broken] = [await url(), await url()];
    await finished(start(whole, path));
    const expected = await connect(whole);
    const wanted = await contents(expected);
    await expected.close();
    expect(wanted.essays).toHaveLength(POSTS);

    let cutShort = 0;
    for (let kill = 0; kill < KILLS; kill += 1) {
      await killedAfter(start(broken, path), 40 + Math.random() * 900);
      const store = await connect(broken);
      expect(await checkIntegrity(store)).toEqual([]);
      const visible = await store.read
        .selectFrom("comments")
        .select("id")
        .where("state", "=", "visible")
        .execute();
      const all = wanted.comments.filter(({ state }) => state === "visible").length;
      if (visible.length < all) cutShort += 1;
      await store.close();
    }
    expect(cutShort).toBeGreaterThan(0);
    await finished(start(broken, path));
    const store = await connect(broken);
    expect(await contents(store)).toEqual(wanted);
    expect(await checkIntegrity(store)).toEqual([]);
    await store.close();
  });
});
