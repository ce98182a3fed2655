import { readEssay } from "#app/domain/essays/read-essay.ts";
import { threadJson } from "#app/domain/exchange/thread-json.ts";
import { readWholeThread } from "#app/domain/threads/read-thread.ts";
import type { Store } from "#db/connect.ts";

/** What of a store anybody can read, without what secrets and ids of rows make of it. */
export async function publicView({ read }: Store) {
  const inOrder = async (order: "ordered_at" | "active_at") => {
    const list = read.selectFrom("essays").select(["slug", "active_on", "published_on"]);
    return list.where("state", "=", "visible").orderBy(order).orderBy("id").execute();
  };
  const slugs = await read
    .selectFrom("essays")
    .select("slug")
    .where("state", "<>", "waiting")
    .orderBy("slug")
    .execute();
  const threads: Record<string, unknown> = {};
  for (const { slug } of slugs) {
    const essay = await readEssay(read, { slug });
    if (!essay) throw new Error(`No page: ${slug}`);
    const { revision: _, conversationId, ...shown } = essay;
    const comments = await readWholeThread(read, essay.id);
    threads[slug] = {
      essay: { ...shown, conversing: conversationId !== null },
      json: threadJson(essay, comments),
      comments: comments.map(({ revision: __, orderedAt: ___, ...comment }) => comment),
    };
  }
  const versions = read
    .selectFrom("essay_versions")
    .innerJoin("essays", "essays.id", "essay_versions.essay_id")
    .selectAll("essay_versions")
    .where("open", "=", 1)
    .where("essays.state", "in", ["visible", "folded"])
    .orderBy("essay_id")
    .orderBy("version");
  const tags = read.selectFrom("tags").select(["slug", "name", "essays"]).where("essays", ">", 0);
  const series = read
    .selectFrom("series_essays")
    .innerJoin("series", "series.id", "series_essays.series_id")
    .innerJoin("essays", "essays.id", "series_essays.essay_id")
    .select(["series.slug", "series.title", "series_essays.position", "essays.slug as essay"])
    .where("essays.state", "in", ["visible", "folded"]);
  return {
    newest: await inOrder("ordered_at"),
    active: await inOrder("active_at"),
    threads,
    versions: await versions.execute(),
    tags: await tags.orderBy("slug").execute(),
    series: await series.orderBy("series_essays.position").execute(),
    log: await read.selectFrom("moderation_log").selectAll().orderBy("seq").execute(),
  };
}
