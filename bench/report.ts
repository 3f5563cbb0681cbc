import type { Speed } from "./level.ts";
import type { Pages } from "./pages.ts";

export type Measured = {
  readonly name: string;
  /** Statements of one request, transaction included. */
  readonly statements: number;
  readonly answerBytes: number;
  readonly levels: {
    readonly connections: number;
    readonly ours: Speed;
    /** The same statements straight through the driver. */
    readonly sql: Speed;
    /** A handler that does nothing, with an answer of the same size. */
    readonly handler: Speed;
    /** Ours to the slower of the two. */
    readonly ratio: number;
  }[];
};

export type Result = {
  readonly machine: { readonly cores: number; readonly node: string };
  readonly rows: Readonly<Record<string, number>>;
  readonly measured: readonly Measured[];
  /** Resident megabytes of the server after all of it. */
  readonly memory: { readonly now: number; readonly most: number } | null;
  readonly pages: Pages | null;
};

const HEAD = [
  "request",
  "conn.",
  "req/s",
  "p50 ms",
  "p95 ms",
  "p99 ms",
  "SQL req/s",
  "empty req/s",
  "ratio",
];

/** Tables in Markdown, as docs/measurements.md has them. */
export function asTable({ machine, rows, measured, memory, pages }: Result): string {
  const lines = measured.flatMap(({ name, levels }) =>
    levels.map(({ connections, ours, sql, handler, ratio }) => [
      name,
      connections,
      ours.perSecond,
      ours.p50,
      ours.p95,
      ours.p99,
      sql.perSecond,
      handler.perSecond,
      ratio,
    ]),
  );
  const counts = Object.entries(rows).map(([table, count]) => `${count} ${table}`);
  const parts = [
    `${machine.cores} cores, Node ${machine.node}; ${counts.join(", ")}`,
    table(HEAD, lines),
    memory === null
      ? ""
      : `Server memory: ${memory.now} MB after the run, ${memory.most} MB at most`,
    ...(pages === null ? [] : tablesOf(pages)),
  ];
  return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
}

function tablesOf({ firstLoad, slowPhone }: Pages): string[] {
  const weights = firstLoad.map(({ page, bytes, files }) => [
    page,
    (bytes / 1000).toFixed(1),
    files,
  ]);
  const { landing, tapToWeek, total } = slowPhone;
  return [
    table(["first load", "JavaScript, kB gzip", "files"], weights),
    `Tutor's link, slow 4G: landing page ${landing} ms, from the tap to "week OK" ${tapToWeek} ms, together ${total} ms`,
  ];
}

function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const line = (cells: readonly (string | number)[]) => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}
