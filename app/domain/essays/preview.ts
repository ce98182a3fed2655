import type { Lead } from "#db/schema.ts";
import { whoPosts } from "../comments/post.ts";
import { dayOf, type House } from "../house.ts";
import { readKey } from "../identity/key.ts";
import type { Rendered } from "../rendering/types.ts";
import { requireOwnEssay } from "./own.ts";
import { essayColumns, lookAround, renderEssay } from "./publish.ts";
import { type EssayRow, essayView } from "./read-essay.ts";
import { cleanEssay, cleanEssayForm, essayFaults } from "./rules.ts";
import { placeAhead } from "./series.ts";
import { readSeriesPlace } from "./series-place.ts";
import { slugOf } from "./slug.ts";
import type { EssayForm, EssayPreview, EssayWords, PreviewedEssay } from "./types.ts";

/** What the ids inside a previewed text begin with. */
const SCOPE = "preview";

/** Shows what publishing this form would give: the essay, the name, the faults. Writes nothing. */
export async function previewEssay(house: House, sent: EssayForm): Promise<EssayPreview> {
  const form = cleanEssayForm(sent);
  const faults = essayFaults(form);
  const text = await renderEssay(house, { words: form, scope: SCOPE, faults });
  const who = await whoPosts(house, form);
  const around = who.ok ? await lookAround(house.store.read, house, { form, id: "", who }) : null;
  const named = around?.named.ok ? around.named.name : (form.name ?? "");
  const answered = around?.answered ?? null;
  const on = dayOf(house.clock());
  const kind = form.speaker?.kind ?? "thread_name";
  const by = { by_name: named, by_kind: kind, published_on: on, edited_on: null } as const;
  const rendered = text.ok ? text.rendered : NOTHING;
  return {
    essay: {
      ...viewOf({ words: form, rendered, row: { ...BLANK, ...by } }),
      series: who.ok ? await placeAhead(house, { title: form.series, key: who.key }) : null,
      respondsTo: answered === null || answered.demo ? [] : [answered.shown],
    },
    name: named,
    willWait: around?.waits ?? false,
    faults: [...faults, ...(who.ok ? (around?.faults ?? []) : who.faults)],
  };
}

/**
 * Shows what a change would give.
 *
 * @throws DomainError notFound, notYours
 */
export async function previewEdit(
  house: House,
  { slug, key, ...sent }: EssayWords & { slug: string; key: string },
): Promise<EssayPreview> {
  const row = await requireOwnEssay(house.store.read, house, { slug, key });
  const words = cleanEssay(sent);
  const faults = essayFaults(words);
  const text = await renderEssay(house, { words, scope: SCOPE, faults });
  const rendered = text.ok ? text.rendered : NOTHING;
  const as = { ...row, id: SCOPE, state: "visible" as const, edited_on: dayOf(house.clock()) };
  const read = readKey(key);
  const stands = await readSeriesPlace(house.store.read, row.id);
  const isMoved = read.ok && (stands?.title ?? null) !== words.series;
  return {
    essay: {
      ...viewOf({ words, rendered, row: as }),
      series: isMoved ? await placeAhead(house, { title: words.series, key: read.key }) : stands,
    },
    name: row.by_name ?? "",
    willWait: house.settings.guests === "all wait",
    faults,
  };
}

const NOTHING: Rendered = {
  html: "",
  firstLines: "",
  text: "",
  words: 0,
  headings: [],
  links: 0,
  version: 0,
};

const BLANK = {
  id: SCOPE,
  slug: SCOPE,
  state: "visible",
  state_before: null,
  owner_mark: null,
  take_back_mark: null,
  secret_id: null,
  attempt_mark: null,
  perspective_source: "writer",
  active_on: "",
  revision: 1,
  demo: 0,
  conversation_id: null,
  erase_at: null,
  comments_visible: 0,
  comments_waiting: 0,
  comments_folded: 0,
  comments_removed: 0,
  comments_taken_back: 0,
  comments_missing: 0,
} as const;

type Kept = Omit<EssayRow, keyof ReturnType<typeof essayColumns>>;

function viewOf({
  words,
  rendered,
  row,
}: {
  words: EssayWords;
  rendered: Rendered;
  row: Kept;
}): PreviewedEssay {
  const lead: Lead = words.lead ?? (words.perspectives.includes("debate") ? "debate" : "story");
  const columns = essayColumns({ ...words, lead }, rendered);
  const tags = words.tags.map((name) => ({ slug: slugOf(name), name }));
  const nothing = { series: null, respondsTo: [], responses: [], notes: [] };
  const essay = essayView({ ...row, ...columns }, { tags, ...nothing });
  return { ...essay, headings: rendered.headings };
}
