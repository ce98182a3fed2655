import { index, type RouteConfig, route } from "@remix-run/route-config";

/** The whole address map, read top to bottom. */
export default [
  index("routes/fronts/front-page.tsx"),
  route("stories", "routes/fronts/stories.tsx"),
  route("debates", "routes/fronts/debates.tsx"),
  route("tags", "routes/fronts/tags.tsx"),
  route("tags/:tag", "routes/fronts/tag.tsx"),
  route("series/:slug", "routes/fronts/series.tsx"),
  route("people/:name", "routes/fronts/person.tsx"),
  route("feed.xml", "routes/feeds/front-feed.ts", { id: "front-feed-xml" }),
  route("feed.json", "routes/feeds/front-feed.ts", { id: "front-feed-json" }),
  route("stories/feed.xml", "routes/feeds/front-feed.ts", { id: "stories-feed-xml" }),
  route("stories/feed.json", "routes/feeds/front-feed.ts", { id: "stories-feed-json" }),
  route("debates/feed.xml", "routes/feeds/front-feed.ts", { id: "debates-feed-xml" }),
  route("debates/feed.json", "routes/feeds/front-feed.ts", { id: "debates-feed-json" }),

  route("essays/:slug", "routes/essays/essay.tsx"),
  route("essays/:slug.json", "routes/essays/essay-json.ts"),
  route("essays/:slug.md", "routes/essays/essay-markdown.ts"),
  route("essays/:slug/reply", "routes/essays/reply.tsx"),
  route("essays/:slug/edit", "routes/essays/edit.tsx"),
  route("essays/:slug/take-back", "routes/essays/take-back.tsx"),
  route("essays/:slug/versions", "routes/essays/versions.tsx"),
  route("essays/:slug/lost-key", "routes/essays/lost-key.tsx"),
  route("essays/:slug/my-words", "routes/essays/my-words.tsx"),
  route("essays/:slug/feed.xml", "routes/feeds/thread-feed.ts"),
  route("essays/:slug/old/:number", "routes/essays/old-comment.ts"),

  route("conversations/:slug", "routes/conversations/conversation.tsx"),

  route("comments/:id", "routes/comments/permalink.ts"),
  route("comments/:id/branch", "routes/comments/branch.tsx"),
  route("comments/:id/feed.xml", "routes/feeds/branch-feed.ts"),
  route("comments/:id/edit", "routes/comments/edit.tsx"),
  route("comments/:id/take-back", "routes/comments/take-back.tsx"),
  route("comments/:id/lost-key", "routes/comments/lost-key.tsx"),
  route("comments/:id/my-words", "routes/comments/my-words.tsx"),

  route("write", "routes/essays/write.tsx"),
  route("key", "routes/own/key.tsx"),
  route("inbox", "routes/own/inbox.tsx"),
  route("drafts", "routes/own/drafts.tsx"),

  route("settings/codes", "routes/settings/codes.tsx"),
  route("settings/codes.txt", "routes/settings/codes-text.ts"),
  route("settings/sessions", "routes/settings/sessions.tsx"),
  route("settings/passphrase", "routes/settings/passphrase.tsx"),
  route("settings/passkeys", "routes/settings/passkeys.tsx"),
  route("settings/passkeys/add", "routes/settings/passkeys-add.ts"),

  route("join", "routes/account/join.tsx"),
  route("sign-in", "routes/account/sign-in.tsx"),
  route("sign-in/passkey", "routes/account/sign-in-passkey.ts"),
  route("sign-out", "routes/account/sign-out.tsx"),
  route("recover", "routes/account/recover.tsx"),
  route("recover/stop", "routes/account/recover-stop.tsx"),

  route("moderation", "routes/moderation/waiting.tsx"),
  route("moderation/log", "routes/moderation/log.tsx"),
  route("moderation/log.json", "routes/moderation/log-json.ts"),

  route("about", "routes/house/about.tsx"),
  route("promises", "routes/house/promises.tsx"),
  route("promises/data", "routes/house/data.tsx"),
  route("help", "routes/house/help.tsx"),
  route("exit", "routes/house/exit.ts"),
  route("exit/about", "routes/house/exit-about.tsx"),
  route("robots.txt", "routes/house/robots.ts"),
  route("sitemap.xml", "routes/house/sitemap.ts"),

  route("*", "routes/house/elsewhere.tsx"),
] satisfies RouteConfig;
