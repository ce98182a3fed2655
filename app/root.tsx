import sans from "@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2?url";
import serif from "@fontsource-variable/literata/files/literata-latin-wght-normal.woff2?url";
import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  useLocation,
  useRouteError,
  useRouteLoaderData,
} from "@remix-run/react";
import type { ReactNode } from "react";
import { RecoveryNotice } from "#app/components/account/recovery-notice.tsx";
import { PageFrame } from "#app/components/site/page-frame.tsx";
import { ProblemPage, problemOf } from "#app/components/site/problem-page.tsx";
import type { HeaderPlace } from "#app/components/site/site-header.tsx";
import { HydrationScripts } from "#app/web/hydration.tsx";
import { recoveryNotice } from "#app/web/recovery-notice.ts";
import { words } from "#app/words/words.ts";
import styles from "./styles/index.css?url";

const font = { rel: "preload", as: "font", type: "font/woff2", crossOrigin: "anonymous" } as const;

export const links: LinksFunction = () => [
  { rel: "stylesheet", href: styles },
  { ...font, href: serif },
  { ...font, href: sans },
  { rel: "icon", href: "/favicon.svg", type: "image/svg+xml" },
];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const recovery = await recoveryNotice(request, context);
  return { siteName: context.house.settings.name, recovery };
}

export const meta: MetaFunction<typeof loader> = ({ data: site, error }) => [
  {
    title:
      error === undefined
        ? (site?.siteName ?? "")
        : words().site.title(words().site.problems[problemIn(error)].title, site?.siteName ?? ""),
  },
];

/** The document around every page. */
export function Layout({ children }: { children: ReactNode }) {
  return (
    <html lang={words().site.language}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <Meta />
        <Links />
        <script type="module" src="/enhance/exit.js" />
      </head>
      <body>
        {children}
        <HydrationScripts />
      </body>
    </html>
  );
}

export default function Root() {
  return (
    <Framed>
      <Outlet />
    </Framed>
  );
}

/** 404, 410 and the rest, each with its own words; what a route threw is never shown. */
export function ErrorBoundary() {
  return (
    <Framed>
      <ProblemPage problem={problemIn(useRouteError())} />
    </Framed>
  );
}

function problemIn(error: unknown) {
  return problemOf(isRouteErrorResponse(error) ? error.status : 500);
}

function Framed({ children }: { children: ReactNode }) {
  const site = useRouteLoaderData<typeof loader>("root");
  const { pathname } = useLocation();
  return (
    <PageFrame
      siteName={site?.siteName ?? words().site.home}
      here={placeOf(pathname)}
      notice={site?.recovery && <RecoveryNotice {...site.recovery} />}
    >
      {children}
    </PageFrame>
  );
}

function placeOf(pathname: string): HeaderPlace | null {
  switch (pathname) {
    case "/stories":
      return "stories";
    case "/debates":
      return "debates";
    case "/write":
      return "write";
    case "/help":
      return "help";
    default:
      return null;
  }
}
