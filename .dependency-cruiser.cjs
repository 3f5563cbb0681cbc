/** Which way imports point: docs/architecture.md. Tests may import what they test. */
const PURE_ROOT = "^src/features/[^/]+/[^/]+[.](tsx?|json)$";
const OWN_FEATURE = "^src/features/$1/";
/** Tests, and the scenes that several tests of a feature play in. */
const TEST = "([.]test|-scene)[.]tsx?$";

/** @type {import("dependency-cruiser").IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: "no-circle",
      comment: "Two modules that import each other are one; put what they share into a third.",
      severity: "error",
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    {
      name: "found",
      comment: "The imported file does not exist.",
      severity: "error",
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: "shared-imports-nothing-of-ours",
      comment: "src/shared is the ground everything stands on.",
      severity: "error",
      from: { path: "^src/shared/", pathNot: TEST },
      to: { path: "^src/", pathNot: "^src/shared/" },
    },
    {
      name: "pure-root-stays-pure",
      comment: "Rules know only other rules: no server, no web, no Node.",
      severity: "error",
      from: { path: PURE_ROOT, pathNot: TEST },
      to: { path: "^src/", pathNot: ["^src/shared/", PURE_ROOT] },
    },
    {
      name: "pure-root-knows-no-machine",
      comment:
        "The pure root compiles without DOM and Node; databases and frameworks are the shell's.",
      severity: "error",
      from: { path: PURE_ROOT, pathNot: TEST },
      to: { dependencyTypes: ["core"] },
    },
    {
      name: "pure-root-knows-no-framework",
      comment:
        "The pure root compiles without DOM and Node; databases and frameworks are the shell's.",
      severity: "error",
      from: { path: PURE_ROOT, pathNot: TEST },
      to: { path: "node_modules/(fastify|pg|kysely|pg-boss|react|react-dom|@tanstack|pino)/" },
    },
    {
      name: "server-of-another-feature-through-its-api",
      comment: "A feature's server offers others what is in its api.ts, and its pure root.",
      severity: "error",
      from: { path: "^src/features/([^/]+)/server/", pathNot: TEST },
      to: {
        path: "^src/features/[^/]+/server/",
        pathNot: [OWN_FEATURE, "^src/features/[^/]+/server/api[.]ts$"],
      },
    },
    {
      name: "server-knows-no-web",
      comment: "What both need belongs to the pure root.",
      severity: "error",
      from: { path: ["^src/server/", "^src/features/[^/]+/server/", "^src/cli/"] },
      to: { path: ["^src/web/", "^src/features/[^/]+/web/", "^src/generated/messages-web/"] },
    },
    {
      name: "web-knows-no-server",
      comment: "The browser speaks to the server by the contract only.",
      severity: "error",
      from: { path: ["^src/web/", "^src/features/[^/]+/web/"] },
      to: {
        path: [
          "^src/server/",
          "^src/features/[^/]+/server/",
          "^src/cli/",
          "^src/generated/messages-server/",
        ],
      },
    },
    {
      name: "web-of-another-feature",
      comment:
        "Pages of different features meet in the router; shared components live in src/web/ui.",
      severity: "error",
      from: { path: "^src/features/([^/]+)/web/", pathNot: TEST },
      to: { path: "^src/features/[^/]+/web/", pathNot: OWN_FEATURE },
    },
    {
      name: "house-knows-no-feature",
      comment: "src/web and src/server know no feature, except the files that mount them.",
      severity: "error",
      from: {
        path: ["^src/web/", "^src/server/"],
        pathNot: [
          "^src/web/(router|placement-checks|placement-suitability)[.]tsx$",
          "^src/server/(app|main)[.]ts$",
          TEST,
        ],
      },
      to: { path: "^src/features/" },
    },
    {
      name: "zod-in-contracts",
      comment: "Shapes from outside are described in *.contract.ts, config.ts and forms.",
      severity: "error",
      from: {
        path: "^src/",
        pathNot: ["[.]contract[.]ts$", "^src/server/", "-form[.]tsx$", "-dialog[.]tsx$", TEST],
      },
      to: { path: "node_modules/zod/", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "sql-in-queries",
      comment: "SQL lives in *.queries.ts, view-*.ts and src/server.",
      severity: "error",
      from: {
        path: "^src/",
        pathNot: ["[.]queries[.]ts$", "/view-[^/]+[.]ts$", "^src/server/", TEST],
      },
      to: { path: "node_modules/(kysely|pg)/", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "what-runs-is-a-dependency",
      comment: "The package is in devDependencies or not in package.json at all.",
      severity: "error",
      from: { path: "^src/", pathNot: TEST },
      to: {
        dependencyTypes: ["npm-dev", "npm-no-pkg", "npm-unknown"],
        dependencyTypesNot: ["type-only"],
      },
    },
    {
      name: "source-imports-no-tests",
      comment: "Tests, tools and measurements stand outside.",
      severity: "error",
      from: { path: "^src/", pathNot: TEST },
      to: { path: "^(tests|bench|tools)/" },
    },
  ],
  options: {
    // dependency-cruiser does not read TypeScript 7 by itself yet.
    parser: "swc",
    tsPreCompilationDeps: true,
    doNotFollow: { path: ["node_modules", "^src/generated"] },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "node", "default", "types"],
      extensions: [".ts", ".tsx", ".js", ".mjs", ".css"],
    },
  },
};
