import { classicParagraphs } from "./classic-paragraphs.ts";

export interface Prepared {
  html: string;
  /** Blocks that the blog filled in when it was read (latest posts, a form): nothing to bring in. */
  removedBlocks: number;
}

/** Blocks without words of their own that are no loss. */
const NO_LOSS = new Set(["more", "nextpage", "spacer", "separator", "footnotes"]);

/**
 * Takes the block editor's comments out of a text, and gives paragraphs to what stands outside of
 * all blocks (or to the whole text, where the classic editor wrote it). `<!--more-->` goes too.
 */
export function prepareBlocks(content: string): Prepared {
  const text = content.replace(/<!--(?:more[^>\n]{0,200}|noteaser|nextpage)-->/g, "\n\n");
  if (!text.includes("<!-- wp:")) return { html: classicParagraphs(text), removedBlocks: 0 };
  const out: string[] = [];
  let removedBlocks = 0;
  let depth = 0;
  let from = 0;
  const add = (part: string) => {
    if (part.trim() !== "") out.push(depth === 0 ? classicParagraphs(part) : part);
  };
  for (let at = text.indexOf("<!--"); at !== -1; at = text.indexOf("<!--", from)) {
    const end = text.indexOf("-->", at);
    if (end === -1) break;
    add(text.slice(from, at));
    const mark = text.slice(at + 4, end).trim();
    from = end + 3;
    if (mark.startsWith("/wp:")) depth = Math.max(0, depth - 1);
    else if (mark.startsWith("wp:") && !mark.endsWith("/")) depth += 1;
    else if (mark.startsWith("wp:")) {
      const name = /^wp:([a-z0-9/-]+)/.exec(mark)?.[1]?.replace(/\/$/, "") ?? "";
      if (!NO_LOSS.has(name)) removedBlocks += 1;
    }
  }
  add(text.slice(from));
  return { html: out.join("\n"), removedBlocks };
}
