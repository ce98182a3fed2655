import type { EssayView } from "#app/domain/essays/read-essay.ts";
import { words } from "#app/words/words.ts";

/** The title of an essay as pages around it may name it: what is folded or gone is only a place. */
export function shownTitle({ state, title }: Pick<EssayView, "state" | "title">): string {
  return state === "visible" ? title : words().thread.essayPlaces[state];
}
