type Operation = {
  summary?: string;
  parameters?: { name: string; in: string }[];
  responses?: Record<string, unknown>;
};

/** GET /api/docs: the OpenAPI description as one plain page, without scripts. */
export function apiDocsPage(openapi: { readonly paths?: object }): string {
  const sections = Object.entries<Record<string, Operation>>({ ...openapi.paths }).flatMap(
    ([path, operations]) =>
      Object.entries(operations).map(([method, operation]) => section(method, path, operation)),
  );
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Kisälli API</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><style>${STYLE}</style></head>
<body><main><h1>Kisälli API</h1><p>The full description: <a href="/api/openapi.json">openapi.json</a> (OpenAPI 3.1).</p>
<p>Writes take an <code>Idempotency-Key</code> (UUID): the same key again gives the first answer. Edits of something versioned
take <code>If-Match</code>. A refusal is an RFC 9457 problem with a stable <code>code</code>.</p>${sections.join("")}</main></body></html>`;
}

const STYLE =
  "body{font:1rem/1.5 system-ui,sans-serif;background:#FAF6EE;color:#1C2320;margin:0}main{max-width:52rem;margin:0 auto;padding:2rem 1.25rem}" +
  "section{border-top:1px solid #DCD4C4;padding:1rem 0}h2{font-size:1rem;margin:0;overflow-wrap:anywhere}code{font-size:.95em}a{color:#1D4F40}p{margin:.25rem 0}";

function section(method: string, path: string, operation: Operation): string {
  const parameters = (operation.parameters ?? []).map(
    ({ name, in: place }) => `${escaped(name)} (${escaped(place)})`,
  );
  const answers = Object.keys(operation.responses ?? {}).join(", ");
  return `<section><h2><code>${escaped(method.toUpperCase())} ${escaped(path)}</code></h2><p>${escaped(operation.summary ?? "")}</p>
${parameters.length > 0 ? `<p>Takes: ${parameters.join(", ")}</p>` : ""}<p>Answers: ${escaped(answers)}</p></section>`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
