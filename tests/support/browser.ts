import chromium from "@sparticuz/chromium";
import { type Browser, type Page, chromium as playwright } from "playwright-core";

/** The real browser that comes inside an npm package; the caller closes it. */
export async function openBrowser(): Promise<Browser> {
  return playwright.launch({
    executablePath: await chromium.executablePath(),
    args: chromium.args,
    headless: true,
  });
}

/** Every width at which pages are looked at, in CSS pixels. */
export const WIDTHS = [320, 768, 1280] as const;

export const THEMES = ["light", "dark"] as const;

/** How far the page can be scrolled sideways, in CSS pixels: 0 is right. */
export function sidewaysScroll(page: Page): Promise<number> {
  return page.evaluate(() => {
    const root = document.documentElement;
    return root.scrollWidth - root.clientWidth;
  });
}
