import { words } from "#app/words/words.ts";
import type { Lead, Standing } from "#db/schema.ts";

/** A shape and, always, a word. */
function Mark({ kind, word }: { kind: "experience" | "debate"; word: string }) {
  return (
    <span className="mark" data-kind={kind}>
      {word}
    </span>
  );
}

/** The lead of an essay: Story, or What should change. */
export function LeadMark({ lead, long = false }: { lead: Lead; long?: boolean }) {
  const { site } = words();
  return lead === "story" ? (
    <Mark kind="experience" word={long ? site.storyLong : site.story} />
  ) : (
    <Mark kind="debate" word={site.change} />
  );
}

interface MarksProps {
  perspectives: readonly ("experience" | "debate")[];
  standing: Standing | null;
  /** Sorted by a guess: the page says so beside the marks. */
  guessed: boolean;
}

/** What a comment speaks from. Nothing where its writer left it open. */
export function PerspectiveMarks({ perspectives, standing, guessed }: MarksProps) {
  const { site, thread } = words();
  if (perspectives.length === 0) return null;
  const experience = standing === null ? site.livedExperience : site.standing[standing];
  return (
    <span className="marks">
      {perspectives.includes("experience") && <Mark kind="experience" word={experience} />}{" "}
      {perspectives.includes("debate") && <Mark kind="debate" word={site.change} />}
      {guessed && <span className="soft"> {thread.byAGuess}</span>}
    </span>
  );
}
