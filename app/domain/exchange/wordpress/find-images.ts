import { replaceShortcodes } from "./shortcodes.ts";
import { absoluteAddress } from "./tidy-html.ts";

/** Collects which images the texts show, without keeping the texts. */
export class ImageFinder {
  private readonly found = new Set<string>();
  private readonly attachments = new Map<number, { url: string; parent: number }>();
  private readonly galleries: { post: number; ids: number[] }[] = [];

  constructor(private readonly baseUrl: string) {}

  attachment(id: number, url: string, parent: number): void {
    if (/\.(?:jpe?g|png|gif|webp|avif|bmp|svg|tiff?)$/i.test(url)) {
      this.attachments.set(id, { url, parent });
    }
  }

  text(html: string, post: number): void {
    const start = /<img\b/gi;
    for (let match = start.exec(html); match; match = start.exec(html)) {
      const end = html.indexOf(">", match.index);
      if (end === -1) break;
      this.tag(html.slice(match.index, end));
      start.lastIndex = end;
    }
    if (!html.includes("[gallery")) return;
    for (const ids of replaceShortcodes(html).galleries) this.galleries.push({ post, ids });
  }

  /** All addresses, each once, in the order in which they were met; galleries after them. */
  list(): string[] {
    for (const { post, ids } of this.galleries) {
      for (const [id, { url, parent }] of this.attachments) {
        if (ids.length > 0 ? ids.includes(id) : parent === post) this.add(url);
      }
    }
    return [...this.found];
  }

  private tag(tag: string): void {
    if (/\b(?:wp-smiley|emoji)\b/.test(tag)) return;
    const match = /\bsrc\s{0,5}=\s{0,5}(?:"([^"]*)"|'([^']*)')/i.exec(tag.slice(0, 4_000));
    this.add(match?.[1] ?? match?.[2] ?? "");
  }

  private add(source: string): void {
    const address = absoluteAddress(source.replaceAll("&amp;", "&"), this.baseUrl);
    if (source !== "" && address !== null) this.found.add(address);
  }
}
