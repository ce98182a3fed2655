import { Scripts, ScrollRestoration, type UIMatch, useMatches } from "@remix-run/react";
import { createContext, useContext } from "react";

/** The nonce of the page that is being made; empty on pages without framework scripts. */
export const NonceContext = createContext("");

/**
 * Reading pages carry no framework JavaScript: a route asks for it with
 * `export const handle = { hydrate: true }`. In development every page has it, for hot reload.
 */
export function wantsScripts(handles: readonly unknown[]): boolean {
  return import.meta.env.DEV || handles.some(asksForScripts);
}

function asksForScripts(handle: unknown): boolean {
  return (
    typeof handle === "object" && handle !== null && "hydrate" in handle && handle.hydrate === true
  );
}

/** Stands last in `<body>`: Remix's scripts where this page wants them, else nothing. */
export function HydrationScripts() {
  const nonce = useContext(NonceContext);
  const matches: UIMatch[] = useMatches();
  if (!wantsScripts(matches.map((match) => match.handle))) return null;
  return (
    <>
      <ScrollRestoration nonce={nonce} />
      <Scripts nonce={nonce} />
    </>
  );
}
