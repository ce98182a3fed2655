import type { ReactNode } from "react";
import { SiteFooter } from "./site-footer.tsx";
import { type HeaderPlace, SiteHeader } from "./site-header.tsx";

interface Props {
  siteName: string;
  here: HeaderPlace | null;
  /** For this reader alone, before the page. */
  notice?: ReactNode;
  children: ReactNode;
}

/** What stands around every page: Exit, the top line, a notice, the page itself, the last line. */
export function PageFrame({ siteName, here, notice, children }: Props) {
  return (
    <>
      <SiteHeader siteName={siteName} here={here} />
      {notice}
      <main id="main" tabIndex={-1}>
        {children}
      </main>
      <SiteFooter />
    </>
  );
}
