import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import fastifyStatic from "@fastify/static";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { apiDocsPage } from "#server/api-docs.ts";
import type { House } from "#server/house.ts";
import { sendProblem } from "#server/problems.ts";
import { isLanguage, type Language } from "#shared/language.ts";

const DIST = new URL("../../dist/", import.meta.url);
const YEAR = 31_536_000_000;

/** The web client: hashed assets for a year, and one page for every address that is not the API's. */
export async function mountPages(app: FastifyInstance, house: House): Promise<void> {
  app.get("/api/openapi.json", { schema: { hide: true } }, async () => app.swagger());
  app.get("/api/docs", { schema: { hide: true } }, async (_request, reply) =>
    reply.type("text/html; charset=utf-8").send(apiDocsPage(app.swagger())),
  );
  app.all("/api/*", { schema: { hide: true } }, async (_request, reply) =>
    sendProblem(reply, 404, "not_found"),
  );
  if (!existsSync(new URL("index.html", DIST))) return;
  await app.register(fastifyStatic, {
    root: DIST,
    index: false,
    wildcard: false,
    preCompressed: true,
    immutable: true,
    maxAge: YEAR,
    globIgnore: ["**/index.html", "**/*.br", "**/*.gz"],
  });
  const page = await readFile(new URL("index.html", DIST), "utf8");
  app.get("/*", { schema: { hide: true } }, (request, reply) =>
    sendPage(page, house, request, reply),
  );
}

/** The language and a theme the reader has fixed are in the page from the first byte. */
function sendPage(page: string, house: House, request: FastifyRequest, reply: FastifyReply) {
  const theme = request.cookies.kisalli_theme;
  const fixed = theme === "light" || theme === "dark" ? ` data-theme="${theme}"` : "";
  const attributes = `lang="${languageOf(request)}"${fixed} data-mode="${house.config.mode}"`;
  return reply
    .type("text/html; charset=utf-8")
    .header("cache-control", "no-cache")
    .header("vary", "accept-language, cookie")
    .send(page.replace('lang="fi"', attributes));
}

function languageOf(request: FastifyRequest): Language {
  const chosen = request.cookies.kisalli_language;
  if (isLanguage(chosen)) return chosen;
  for (const part of (request.headers["accept-language"] ?? "").split(",")) {
    const wanted = part.trim().slice(0, 2).toLowerCase();
    if (isLanguage(wanted)) return wanted;
  }
  return "fi";
}
