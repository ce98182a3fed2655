import { words } from "#app/words/words.ts";
import type { EssayView } from "../essays/read-essay.ts";

/** One line of front matter; JSON strings are YAML strings. */
function line(name: string, value: string | readonly string[]): string {
  return `${name}: ${JSON.stringify(value)}`;
}

/** An essay as Markdown with front matter, for `/essays/:slug.md`. */
export function essayMarkdown(essay: EssayView): string {
  const front = [
    line("title", essay.title),
    ...(essay.demo ? ["invented: true"] : []),
    ...(essay.by ? [line("by", essay.by.name)] : []),
    ...(essay.standpoint ? [line("standpoint", essay.standpoint)] : []),
    line("lead", essay.lead),
    line("perspectives", essay.perspectives),
    ...(essay.standing ? [line("standing", essay.standing)] : []),
    line("published_on", essay.publishedOn),
    ...(essay.editedOn ? [line("edited_on", essay.editedOn)] : []),
    ...(essay.note ? [line("note", essay.note)] : []),
    ...(essay.tags.length > 0
      ? [
          line(
            "tags",
            essay.tags.map(({ name }) => name),
          ),
        ]
      : []),
    ...(essay.worksCited.length > 0 ? [line("works_cited", essay.worksCited)] : []),
  ];
  const invented = essay.demo ? `*${words().demo.line}*\n\n` : "";
  return `---\n${front.join("\n")}\n---\n\n${invented}${essay.markdown.trimEnd()}\n`;
}
