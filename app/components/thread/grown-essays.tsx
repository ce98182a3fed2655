import type { LinkedEssay } from "#app/domain/essays/read-essay.ts";
import { words } from "#app/words/words.ts";

/** At a comment: the essays that it became the beginning of. */
export function GrownEssays({ essays }: { essays: readonly LinkedEssay[] }) {
  const { conversations, thread } = words();
  return essays.map(({ slug, title, relation, by }) => (
    <p className="grown" key={slug}>
      {conversations.atComment[relation]}{" "}
      <a href={`/essays/${slug}`}>
        <bdi>{title}</bdi>
      </a>{" "}
      <span className="soft">
        {" · "}
        <bdi>{by?.name ?? thread.withoutName}</bdi>
      </span>
    </p>
  ));
}
