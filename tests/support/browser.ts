import chromium from "@sparticuz/chromium";
import { type Browser, type Page, chromium as playwright } from "playwright-core";

/**
 * Arguments that the package gives for small cloud functions and that a test must not have: one
 * process for all pages falls with the first that closes, and web security is what we test.
 */
const NOT_OURS =
  /^--(single-process|no-zygote|disable-web-security|disable-site-isolation|allow-running-insecure|disable-features=|headless)/;

/** The real browser that comes inside an npm package; the caller closes it. */
export async function openBrowser(): Promise<Browser> {
  return playwright.launch({
    executablePath: await chromium.executablePath(),
    args: chromium.args.filter((argument) => !NOT_OURS.test(argument)),
    headless: true,
  });
}

/** Every width at which pages are looked at, in CSS pixels. */
export const WIDTHS = [320, 768, 1280] as const;

/** How far the page can be scrolled sideways, in CSS pixels: 0 is right. */
export function sidewaysScroll(page: Page): Promise<number> {
  return page.evaluate(() => {
    const root = document.documentElement;
    return root.scrollWidth - root.clientWidth;
  });
}
