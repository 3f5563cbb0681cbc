import { readFileSync } from "node:fs";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin, type Rolldown } from "vite";

const SERVER = process.env.KISALLI_SERVER ?? "http://127.0.0.1:3000";
const TEXTS = new URL("./src/generated/messages-web/", import.meta.url);
const MESSAGES = new URL("messages/", TEXTS).pathname;
const COMPRESSIBLE = /\.(?:js|css|svg|json|txt)$/;
/** Budget of the tutor's way from the message to the confirmed week (ui.md, product.md §10). */
const LINK_JOURNEY_BYTES = 130_000;
const LINK_JOURNEY = ["people/web/link-page", "logbooks/web/week-page"];

const PHONE_PAGE = /(?:link|week|day|sign-in|today|student-home|tutor-home)-page/;

export default defineConfig({
  plugins: [
    react(),
    inDemoMode(),
    leanTexts(),
    leanLibraries(),
    linkPageAhead(),
    compressed(),
    measured(),
  ],
  build: {
    outDir: "dist",
    target: "es2023",
    // The content security policy forbids inline scripts and fonts from data addresses.
    modulePreload: {
      polyfill: false,
      // Pages on phones fetch all their parts at once; the list of parts is in the first file, so the
      // pages of desks leave theirs out and have one more round trip.
      resolveDependencies: (file, parts) => (PHONE_PAGE.test(file) ? parts : []),
    },
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    // The page that checks signed papers reads certificates by itself; nobody else fetches that.
    chunkSizeWarningLimit: 450,
    // One file for what every page needs: fewer requests, and it compresses better than many small ones.
    rolldownOptions: {
      output: { codeSplitting: { groups: [{ name: "base", tags: ["$initial"] }] } },
    },
  },
  // The shim is for React 17; without it the same comes from React itself.
  resolve: {
    alias: {
      "use-sync-external-store/shim/with-selector": "use-sync-external-store/with-selector",
    },
  },
  server: { host: "127.0.0.1", proxy: { "/api": SERVER } },
});

/** In development the server does not write the page: the mode that it would say is the demo's. */
function inDemoMode(): Plugin {
  return {
    name: "kisalli-demo-mode",
    apply: "serve",
    transformIndexHtml: (html) => html.replace('lang="fi"', 'lang="fi" data-mode="demo"'),
  };
}

const CHOOSER = "virtual:kisalli-chooser";
const LEAN_RUNTIME = `
export let getLocale = () => "fi";
export const overwriteGetLocale = (own) => { getLocale = own; };
export const experimentalStaticLocale = undefined;`;
const LEAN_CHOOSER = `
import { getLocale } from "#messages/web-runtime";
/* @__NO_SIDE_EFFECTS__ */
export function choose(fi, sv, en) {
  return (inputs = {}, { locale = getLocale() } = {}) =>
    (locale === "sv" ? sv : locale === "en" ? en : fi)(inputs);
}`;

/**
 * Each compiled message carries the same lines that choose its language, and the compiler's runtime
 * knows servers, cookies and addresses that we do not use. Here both are said once, in few bytes.
 */
function leanTexts(): Plugin {
  return {
    name: "kisalli-lean-texts",
    apply: "build",
    enforce: "pre",
    resolveId: (id) => (id === CHOOSER ? { id: new URL("chooser.js", TEXTS).pathname } : undefined),
    load(id) {
      if (id === new URL("runtime.js", TEXTS).pathname) return LEAN_RUNTIME;
      return id === new URL("chooser.js", TEXTS).pathname ? LEAN_CHOOSER : undefined;
    },
    transform(code, id) {
      const key = id.startsWith(MESSAGES) ? id.slice(MESSAGES.length, -".js".length) : "_index";
      if (key === "_index") return undefined;
      const chosen = `import { choose } from "${CHOOSER}";\nexport const $1 = choose(fi_$1, sv_$1, en_$1);\n`;
      const lean = code.replace(/export const (\w+) = .*\(inputs[\s\S]*$/, chosen);
      if (lean === code)
        this.error(`${key}: the message compiler writes another form than expected`);
      return { code: lean, map: null };
    },
  };
}

/** The router brings its own link component; ours (src/web/ui/link.tsx) is the one in use. */
const LEAN_LINK = ["Link", "createLink", "linkOptions", "useLinkProps"]
  .map((name) => `export const ${name} = () => { throw new Error("use #web/ui/link.tsx"); };`)
  .join("\n");

/** Our icon component (src/web/ui/icon.tsx) says size, stroke and label; Lucide only has to draw. */
const LEAN_ICON = `
import { createElement } from "react";
const STYLE = { viewBox: "0 0 24 24", fill: "none", stroke: "currentColor", strokeLinecap: "round", strokeLinejoin: "round" };
export default function createLucideIcon({ node }) {
  return (props) => createElement("svg", { ...STYLE, ...props }, ...node.map(([tag, attributes]) => createElement(tag, attributes)));
}`;

/** Puts less in place of two library files that do more than is used here; 3 kB on every first load. */
function leanLibraries(): Plugin {
  return {
    name: "kisalli-lean-libraries",
    apply: "build",
    enforce: "pre",
    load(id) {
      if (id.endsWith("/@tanstack/react-router/dist/esm/link.js")) return LEAN_LINK;
      return id.endsWith("/lucide-react/dist/esm/createLucideIcon.mjs") ? LEAN_ICON : undefined;
    },
  };
}

/**
 * Puts into index.html what a personal link needs beside the first file and not after it: the code of its
 * landing page and the question whose link it is. Two round trips less on a slow phone, 3 kB once for others.
 */
function linkPageAhead(): Plugin {
  return {
    name: "kisalli-link-page-ahead",
    apply: "build",
    generateBundle() {
      const source = readFileSync(new URL("./src/web/ahead.js", import.meta.url));
      this.emitFile({ type: "asset", name: "ahead.js", source: new Uint8Array(source) });
    },
    transformIndexHtml: {
      order: "post",
      handler(_html, { bundle = {}, chunk: entry }) {
        const files = Object.values(bundle);
        const ahead = files.find(
          (file) => file.type === "asset" && file.names.includes("ahead.js"),
        );
        const page = files.find(
          (file) => file.type === "chunk" && /link-page\.tsx$/.test(file.facadeModuleId ?? ""),
        );
        if (page?.type !== "chunk" || ahead === undefined) return [];
        const parts = [...reach(bundle, [page])].filter(
          (file) => file.fileName !== entry?.fileName,
        );
        return [
          {
            tag: "script",
            attrs: { async: true, src: `/${ahead.fileName}` },
            injectTo: "head-prepend",
          },
          ...parts.map(({ fileName }) => ({
            tag: "link",
            attrs: { rel: "modulepreload", crossorigin: true, href: `/${fileName}` },
            injectTo: "head" as const,
          })),
        ];
      },
    },
  };
}

/** Lays a .br and a .gz copy beside each text asset; the server sends them as they are. */
function compressed(): Plugin {
  return {
    name: "kisalli-compressed",
    apply: "build",
    generateBundle: {
      order: "post",
      handler(_options, bundle) {
        for (const file of Object.values(bundle)) {
          if (!COMPRESSIBLE.test(file.fileName)) continue;
          const content = Buffer.from(file.type === "chunk" ? file.code : file.source);
          const params = { [constants.BROTLI_PARAM_SIZE_HINT]: content.length };
          const source = { br: brotliCompressSync(content, { params }), gz: gzipSync(content) };
          for (const [ending, packed] of Object.entries(source)) {
            this.emitFile({
              type: "asset",
              fileName: `${file.fileName}.${ending}`,
              source: new Uint8Array(packed),
            });
          }
        }
      },
    },
  };
}

/** Prints what each page's first load weighs, and warns when the tutor's way is too heavy: the server must start all the same. */
function measured(): Plugin {
  return {
    name: "kisalli-measured",
    apply: "build",
    writeBundle(_options, bundle) {
      const chunks = Object.values(bundle).filter((file) => file.type === "chunk");
      const entry = chunks.find((chunk) => chunk.isEntry);
      const pages = chunks.filter((chunk) => /-page\.tsx$/.test(chunk.facadeModuleId ?? ""));
      if (!entry) return;
      const rows = pages.map((page) => ({
        name: page.facadeModuleId?.replace(/^.*\/features\/|^.*\/web\/|\.tsx$/g, "") ?? page.name,
        chunks: reach(bundle, [entry, page]),
      }));
      const journey = rows.filter(({ name }) => LINK_JOURNEY.includes(name));
      const way = new Set(journey.flatMap((row) => [...row.chunks]));
      const lines = [
        ...rows.map((row) => `${kilobytes(weigh(row.chunks))}  ${row.name}`).sort(),
        `${kilobytes(weigh(way))}  the tutor's way: ${journey.map((row) => row.name).join(" + ")}`,
      ];
      this.info(`first load, JavaScript in gzip\n${lines.join("\n")}`);
      if (weigh(way) > LINK_JOURNEY_BYTES) {
        this.warn(
          `The tutor's way may weigh ${kilobytes(LINK_JOURNEY_BYTES)}: see the table above.`,
        );
      }
    },
  };
}

/** The chunks a browser fetches for these, with all they import statically. */
function reach(
  bundle: Rolldown.OutputBundle,
  from: readonly Rolldown.OutputChunk[],
): Set<Rolldown.OutputChunk> {
  const reached = new Set(from);
  for (const chunk of reached) {
    for (const name of chunk.imports) {
      const imported = bundle[name];
      if (imported?.type === "chunk") reached.add(imported);
    }
  }
  return reached;
}

function weigh(chunks: Iterable<Rolldown.OutputChunk>): number {
  return [...chunks].reduce((sum, chunk) => sum + gzipSync(chunk.code).length, 0);
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`.padStart(9);
}
