/** Small WordPress exports for tests. */

export interface CommentSpec {
  id: number | string;
  parent?: number;
  name?: string;
  day?: string;
  text?: string;
  status?: string;
  type?: string;
  url?: string;
}

export interface PostSpec {
  id: number;
  title?: string;
  text?: string;
  day?: string;
  status?: string;
  link?: string;
  comments?: readonly CommentSpec[];
}

const cdata = (text: string) => `<![CDATA[${text.replaceAll("]]>", "]]]]><![CDATA[>")}]]>`;

export function commentXml(comment: CommentSpec): string {
  const { id, parent = 0, name = "Wren", day = "2012-03-04", status = "1", type = "" } = comment;
  const { text = `words of ${id}`, url = "" } = comment;
  return `<wp:comment><wp:comment_id>${id}</wp:comment_id>
<wp:comment_author>${cdata(name)}</wp:comment_author>
<wp:comment_author_email>canary@mailbox.example</wp:comment_author_email>
<wp:comment_author_url>${url}</wp:comment_author_url>
<wp:comment_author_IP>203.0.113.77</wp:comment_author_IP>
<wp:comment_date>${day} 03:17:42</wp:comment_date>
<wp:comment_content>${cdata(text)}</wp:comment_content>
<wp:comment_approved>${status}</wp:comment_approved>
<wp:comment_type>${type}</wp:comment_type>
<wp:comment_parent>${parent}</wp:comment_parent></wp:comment>
`;
}

export function postXml(post: PostSpec): string {
  const { id, title = `Post ${id}`, text = "Words.", day = "2012-03-04" } = post;
  const { status = "publish", link = `https://old.example/${id}/`, comments = [] } = post;
  return `<item><title>${title}</title><link>${link}</link>
<guid isPermaLink="false">https://old.example/?p=${id}</guid>
<content:encoded>${cdata(text)}</content:encoded>
<wp:post_id>${id}</wp:post_id><wp:post_date>${day} 09:10:11</wp:post_date>
<wp:comment_status>open</wp:comment_status><wp:status>${status}</wp:status>
<wp:post_type>post</wp:post_type>
${comments.map(commentXml).join("")}</item>
`;
}

export const WXR_HEAD = `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0"><channel><link>https://old.example</link>
<wp:wxr_version>1.2</wp:wxr_version><wp:base_blog_url>https://old.example</wp:base_blog_url>
`;
export const WXR_END = "</channel></rss>\n";

export function wxr(posts: readonly PostSpec[]): string {
  return WXR_HEAD + posts.map(postXml).join("") + WXR_END;
}
