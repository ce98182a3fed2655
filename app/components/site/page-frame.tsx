import type { ReactNode } from "react";
import { SiteFooter } from "./site-footer.tsx";
import { type HeaderPlace, SiteHeader } from "./site-header.tsx";

interface Props {
  siteName: string;
  here: HeaderPlace | null;
  children: ReactNode;
}

/** What stands around every page: Exit, the top line, the page itself, the last line. */
export function PageFrame({ siteName, here, children }: Props) {
  return (
    <>
      <SiteHeader siteName={siteName} here={here} />
      <main id="main" tabIndex={-1}>
        {children}
      </main>
      <SiteFooter />
    </>
  );
}
