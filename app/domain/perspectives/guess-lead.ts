/**
 * A guess whether an imported essay tells what happened to its writer or says what should change. It
 * serves the filter only; pages say that it is a guess and not the writer's word. The writer, once
 * found, corrects it.
 */
import type { Lead } from "#db/schema.ts";

/** Names of categories and tags that say it themselves, in small letters. */
const LABELS: Readonly<Record<Lead, ReadonlySet<string>>> = {
  story: new Set([
    "story",
    "stories",
    "my story",
    "personal story",
    "personal stories",
    "personal experience",
    "lived experience",
    "first person",
    "first-person",
    "in my own words",
    "memoir",
    "recovery stories",
    "recovery story",
    "testimony",
    "diary",
  ]),
  debate: new Set([
    "policy",
    "opinion",
    "opinions",
    "op-ed",
    "debate",
    "debates",
    "research",
    "news",
    "commentary",
    "analysis",
    "law",
    "practice",
    "advocacy",
    "editorial",
    "reviews",
    "book review",
    "what should change",
  ]),
};

/** Words of a writer about themself, in a few languages of Latin script. */
const FIRST_PERSON =
  /^(i|i’m|i'm|i’d|i'd|i’ve|i've|i’ll|i'll|me|my|mine|myself|ich|mich|mir|mein|meine|meiner|meinem|meinen|je|moi|mon|ma|mes|j’ai|j'ai|yo|mi|mí|mis|conmigo|ik|mij|mijn|io|mio|mia|miei)$/;

const WORDS_READ = 2_000;
/** First-person words in a hundred, above which a text is taken for a story. */
const STORY_SHARE = 3.5;

export interface LeadGuess {
  lead: Lead;
  experience: boolean;
  debate: boolean;
}

/**
 * @param text plain text or Markdown; its first 2,000 words are looked at.
 * @param labels names of the essay's categories and tags, as on the old blog.
 * @returns the lead, and which perspectives the essay carries: the lead's, and the other one only
 * where the labels name both.
 */
export function guessLead({
  text,
  labels,
}: {
  text: string;
  labels: readonly string[];
}): LeadGuess {
  const named = labels.map((label) => label.trim().toLowerCase());
  const saysStory = named.some((label) => LABELS.story.has(label));
  const saysDebate = named.some((label) => LABELS.debate.has(label));
  const both = saysStory && saysDebate;
  const lead: Lead =
    saysStory === saysDebate ? byFirstPerson(text) : saysStory ? "story" : "debate";
  return { lead, experience: lead === "story" || both, debate: lead === "debate" || both };
}

function byFirstPerson(text: string): Lead {
  let read = 0;
  let own = 0;
  // About twelve characters a word leave room for links among them.
  for (const [word] of text
    .slice(0, WORDS_READ * 12)
    .matchAll(/[\p{L}\p{M}]+(?:[’'][\p{L}]+)?/gu)) {
    if (read === WORDS_READ) break;
    read += 1;
    if (FIRST_PERSON.test(word.toLowerCase())) own += 1;
  }
  return read > 0 && (own / read) * 100 >= STORY_SHARE ? "story" : "debate";
}
