import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin, type Rolldown } from "vite";

const SERVER = process.env.KISALLI_SERVER ?? "http://127.0.0.1:3000";
const COMPRESSIBLE = /\.(?:js|css|svg|json|txt)$/;
/** Budget of the tutor's way from the message to the confirmed week (ui.md, product.md §10). */
const LINK_JOURNEY_BYTES = 130_000;
const LINK_JOURNEY = ["people/web/link-page", "logbooks/web/week-page"];

export default defineConfig({
  plugins: [react(), inDemoMode(), compressed(), measured()],
  build: {
    outDir: "dist",
    target: "es2023",
    // The content security policy forbids inline scripts and fonts from data addresses.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    chunkSizeWarningLimit: 250,
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

/** Prints what each page's first load weighs, and fails the build when the tutor's way is too heavy. */
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
        this.error(
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
