/**
 * One direction: routes → web, components, domain → db/queries → db/schema, db/dialects;
 * cli, server → domain, db. docs/decisions/0007-one-direction.md says why.
 * tests/unit/dependency-rule.test.ts plants a fault against each rule and sees it refused.
 */

const DATABASE_PACKAGES = "^(kysely|sqlite3|pg)(/|$)";
const RENDERING_PACKAGES = "^(marked|marked-footnote|dompurify|jsdom)(/|$)";
const PAGE_PACKAGES = "^(@remix-run/[^/]+|react|react-dom)(/|$)";

/** A package is known by its place in node_modules, wherever that is. */
const inNodeModules = (pattern) =>
  pattern.replace(/^\^/, "(^|/)node_modules/(@types/)?").replace("(/|$)", "/");

/** @type {import("dependency-cruiser").IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: "no-cycle",
      comment: "A cycle hides which part stands on which.",
      severity: "error",
      from: { path: "^(app|db)/" },
      to: { circular: true },
    },
    {
      name: "not-resolvable",
      comment: "An import that leads nowhere.",
      severity: "error",
      from: {},
      to: { couldNotResolve: true, pathNot: "^(virtual:|@sparticuz/chromium$)" },
    },
    {
      name: "domain-knows-no-pages",
      comment: "The domain knows neither HTTP nor pages nor who starts it.",
      severity: "error",
      from: { path: "^app/domain/" },
      to: { path: "^app/(web|routes|components|server|cli|config|styles|root|entry|routes\\.ts)" },
    },
    {
      name: "domain-knows-no-framework",
      comment: "When Remix moves on, the domain stays as it is.",
      severity: "error",
      from: { path: "^app/domain/" },
      to: { path: inNodeModules(PAGE_PACKAGES) },
    },
    {
      name: "domain-asks-queries",
      comment: "The domain reads and writes through db/queries; of the rest it knows the types.",
      severity: "error",
      from: { path: "^app/domain/" },
      to: { path: "^db/", pathNot: "^db/queries/", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "components-take-props",
      comment: "A component gets what it shows as props: types of the domain, no values, no data.",
      severity: "error",
      from: { path: "^app/components/" },
      to: { path: "^(app/domain|db)/", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "components-stand-below-routes",
      comment: "A component knows no address map, no server and no command.",
      severity: "error",
      from: { path: "^app/components/" },
      to: { path: "^app/(routes|server|cli|config)(/|\\.ts$)" },
    },
    {
      name: "db-knows-no-app",
      comment: "The store is at the bottom.",
      severity: "error",
      from: { path: "^db/" },
      to: { path: "^app/" },
    },
    {
      name: "pages-ask-the-domain",
      comment: "Routes and web reach the store through the domain; only the context knows of it.",
      severity: "error",
      from: { path: "^app/(routes|web)/", pathNot: "^app/web/context\\.ts$" },
      to: { path: "^db/" },
    },
    {
      name: "pages-know-no-process",
      comment: "Who listens and who starts stands above the pages.",
      severity: "error",
      from: { path: "^app/(routes|web)/" },
      to: { path: "^app/(server|cli|config)/" },
    },
    {
      name: "web-stands-below-routes",
      comment: "Routes use web, never the other way round.",
      severity: "error",
      from: { path: "^app/web/" },
      to: { path: "^app/(routes|components)/" },
    },
    {
      name: "words-stand-alone",
      comment: "A second language is a second file: the sentences depend on nothing.",
      severity: "error",
      from: { path: "^app/words/" },
      to: { path: "^(app/(?!words/)|db/)", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "server-and-commands-apart",
      comment: "The server knows no command. Commands start the server, never its parts.",
      severity: "error",
      from: { path: "^app/(server|config)/" },
      to: { path: "^app/cli/" },
    },
    {
      name: "config-stands-below",
      comment: "The configuration opens the house; it knows neither server nor pages.",
      severity: "error",
      from: { path: "^app/config/" },
      to: { path: "^app/(server|routes|web|components)/" },
    },
    {
      name: "database-packages-in-db",
      comment: "Only db/ knows which database there is.",
      severity: "error",
      from: { path: "^(app|scripts|bin)/" },
      to: { path: inNodeModules(DATABASE_PACKAGES) },
    },
    {
      name: "rendering-packages-in-rendering",
      comment: "One place turns what people wrote into HTML, so that one place has to be safe.",
      severity: "error",
      from: { path: "^(app|db|scripts|bin)/", pathNot: "^app/domain/rendering/" },
      to: { path: inNodeModules(RENDERING_PACKAGES) },
    },
    {
      name: "no-development-packages",
      comment: "What runs at the operator's must not need the packages of development.",
      severity: "error",
      from: { path: "^(app|db|bin)/", pathNot: "^app/routes\\.ts$" },
      to: {
        dependencyTypes: ["npm-dev", "npm-no-pkg", "npm-unknown"],
        dependencyTypesNot: ["type-only", "npm"],
      },
    },
    {
      name: "no-tests-in-the-product",
      comment: "The product never imports its tests.",
      severity: "error",
      from: { path: "^(app|db|bin)/" },
      to: { path: "^(tests|scripts)/", pathNot: "^scripts/own-node\\.mjs$" },
    },
  ],
  options: {
    doNotFollow: { path: "(^|/)node_modules/" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "node", "types", "default"],
      mainFields: ["module", "main", "types"],
      extensions: [".ts", ".tsx", ".mjs", ".js", ".cjs", ".json"],
    },
    exclude: { path: "^(build|data)/" },
  },
};
