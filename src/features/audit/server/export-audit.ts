import { stringify } from "csv-stringify/sync";
import { dayAt } from "#server/clock.ts";
import { deed } from "#server/deed.ts";
import { accept, refuse } from "#shared/outcome.ts";
import { exportAudit } from "../audit.contract.ts";
import { mayReadAudit } from "../audit.policy.ts";
import type { FoundEvent } from "./audit.queries.ts";
import * as queries from "./audit.queries.ts";

const MOST = 2_000;

/** Headings are codes, as in the API: the file is for another tool, not for reading. */
const COLUMNS: readonly (readonly [string, (row: FoundEvent) => string | number | null])[] = [
  ["at", (row) => row.at],
  ["name", (row) => row.actingName ?? row.name],
  ["in_the_seat_of", (row) => (row.actingName === null ? null : row.name)],
  ["means", (row) => row.means],
  ["deed", (row) => row.deed],
  ["subject_kind", (row) => row.subjectKind],
  ["subject_id", (row) => row.subjectId],
  ["placement_id", (row) => row.placementId],
  ["hash", (row) => row.hash],
];

export const exportAuditRoute = deed(
  exportAudit,
  async ({ tx, actor, at, audit }, { params, body }) => {
    const { providerId } = params;
    if (!mayReadAudit(actor, providerId).allowed) return refuse("not_found");
    const provider = await queries.findProvider(tx, providerId);
    if (provider === null) return refuse("not_found");
    const { timeZone } = provider;
    const asked = { ...body, timeZone, before: null, limit: MOST + 1 };
    const found = await queries.searchEvents(tx, providerId, asked);
    const rows = found.slice(0, MOST);
    await audit({
      deed: "export-audit",
      subjectKind: "provider",
      subjectId: providerId,
      providerId,
      change: {
        rows: rows.length,
        deed: body.deed ?? null,
        from: body.from ?? null,
        until: body.until ?? null,
      },
    });
    return accept({
      fileName: `kisalli-audit-${provider.slug}-${dayAt(at, timeZone).toString()}.csv`,
      content: asCsv(rows),
      rows: rows.length,
      cut: found.length > MOST,
    });
  },
);

/** Semicolons and a BOM open in a Finnish Excel; what begins like a formula is kept from running. */
function asCsv(rows: readonly FoundEvent[]): string {
  const cells = rows.map((row) => COLUMNS.map(([, cell]) => cell(row)));
  return stringify([COLUMNS.map(([heading]) => heading), ...cells], {
    bom: true,
    delimiter: ";",
    record_delimiter: "windows",
    escape_formulas: true,
    quoted_match: /[\t\r]/,
  });
}
