import { AI_CRAWLERS } from "./ai-crawlers.ts";

/** Addresses that are one person's own, or only lead to a form. */
const PRIVATE = [
  "/write",
  "/drafts",
  "/inbox",
  "/following",
  "/key",
  "/recover",
  "/join",
  "/sign-in",
  "/sign-out",
  "/settings",
  "/house",
  "/search",
  "/moderation$",
  "/exit$",
  "/essays/*/reply",
  "/essays/*/edit",
  "/essays/*/take-back",
  "/essays/*/versions",
  "/essays/*/lost-key",
  "/essays/*/my-words",
  "/essays/*/report",
  "/comments/*/edit",
  "/comments/*/take-back",
  "/comments/*/lost-key",
  "/comments/*/my-words",
  "/comments/*/report",
];

/** `robots.txt` (RFC 9309): crawlers for language models are refused, the others kept from forms. */
export function robotsText({ origin }: { origin: string }): string {
  return [
    ...AI_CRAWLERS.map((name) => `User-agent: ${name}`),
    "Disallow: /",
    "",
    "User-agent: *",
    ...PRIVATE.map((path) => `Disallow: ${path}`),
    "",
    `Sitemap: ${origin}/sitemap.xml`,
    "",
  ].join("\n");
}
