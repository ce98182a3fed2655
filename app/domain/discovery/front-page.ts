import type { Reader } from "#db/connect.ts";
import { answeredEssays, newOfLead } from "#db/queries/fronts.ts";
import { type EssayLine, essayLine } from "./essay-line.ts";

/** So many essays of each lead stand on the front page. */
const NEW = 7;
/** So many that are older and were answered lately. */
const ANSWERED = 8;

export interface FrontPageView {
  /** The newest of each lead, newest first. */
  stories: EssayLine[];
  debates: EssayLine[];
  /** Older ones with answers, the one answered last first. */
  answered: EssayLine[];
}

/** The front page: three queries, however many essays there are. */
export async function readFrontPage(db: Reader): Promise<FrontPageView> {
  const [stories, debates, answered] = await Promise.all([
    newOfLead(db, { lead: "story", limit: NEW }).execute(),
    newOfLead(db, { lead: "debate", limit: NEW }).execute(),
    answeredEssays(db, { limit: 2 * NEW + ANSWERED }).execute(),
  ]);
  const shown = new Set([...stories, ...debates].map(({ slug }) => slug));
  const others = answered.filter(({ slug }) => !shown.has(slug)).slice(0, ANSWERED);
  return {
    stories: stories.map(essayLine),
    debates: debates.map(essayLine),
    answered: others.map(essayLine),
  };
}
