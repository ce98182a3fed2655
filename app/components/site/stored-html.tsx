interface Props {
  /** Made by app/domain/rendering (or by thread-markup.ts of such pieces), and by nothing else. */
  html: string;
  className?: string;
}

/** The one place where finished HTML enters a page. */
export function StoredHtml({ html, className }: Props) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: cleaned when it was written, by app/domain/rendering
  return <div className={className} dangerouslySetInnerHTML={{ __html: html }} />;
}
