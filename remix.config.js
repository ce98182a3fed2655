/**
 * The Remix options, apart from Vite's: vite.config.ts imports them.
 *
 * @type {import("@remix-run/dev").VitePluginConfig}
 */
export default {
  // scripts/build.mjs builds beside the last build and then takes its place.
  buildDirectory: process.env.FIRSTHAND_BUILD ?? "build",
  ignoredRouteFiles: ["**/*"], // the address map is app/routes.ts alone
  serverModuleFormat: "esm",
  future: {
    v3_fetcherPersist: true,
    v3_relativeSplatPath: true,
    v3_throwAbortReason: true,
    v3_singleFetch: true,
    v3_routeConfig: true,
    // Off: reading pages carry no framework JavaScript, so there is nothing to discover lazily.
    v3_lazyRouteDiscovery: false,
  },
};
