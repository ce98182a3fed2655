import { words } from "#app/words/words.ts";

/** What an essay is tagged with. Nothing where it carries no tag. */
export function TagLine({ tags }: { tags: readonly { slug: string; name: string }[] }) {
  if (tags.length === 0) return null;
  const { fronts } = words();
  return (
    <nav className="tag-line" aria-label={fronts.tagsOfEssay}>
      <p aria-hidden="true">{fronts.tagsOfEssay}</p>
      <ul>
        {tags.map(({ slug, name }) => (
          <li key={slug}>
            <a href={`/tags/${slug}`} rel="tag">
              <bdi>{name}</bdi>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
