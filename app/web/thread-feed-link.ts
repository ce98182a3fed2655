/** How a page of a thread names its feed to a feed reader, for a route's `meta`. */
export function threadFeedLink(title: string, href: string) {
  return { tagName: "link", rel: "alternate", type: "application/atom+xml", title, href } as const;
}
