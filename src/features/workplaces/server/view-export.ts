import { stringify } from "csv-stringify/sync";
import { view } from "#server/deed.ts";
import { accept } from "#shared/outcome.ts";
import type { Present } from "../csv-plan.ts";
import { exportWorkplaces } from "../register.contract.ts";
import { listParts } from "./register-facts.queries.ts";
import { groundOf, listOf } from "./view-register.ts";

const ALL_ROWS = 100_000;

/** Headings are those that the import reads back in Finnish. */
const HEADINGS = [
  ["Työpaikka", "name"],
  ["Työnantaja", "employerName"],
  ["Y-tunnus", "businessId"],
  ["Kunta", "municipality"],
  ["Alat", "fields"],
  ["Ohjauskielet", "languages"],
  ["Sovitut paikat", "places"],
  ["Paikkojen ala", "capacityField"],
  ["Paikat alkaen", "capacityFrom"],
  ["Paikat asti", "capacityUntil"],
  ["Asiakirja", "paperKind"],
  ["Asiakirja asti", "paperUntil"],
  ["Ohjaajia", "tutors"],
  ["Nyt jaksolla", "running"],
  ["Tulossa", "coming"],
  ["Paikkoja nyt", "placesNow"],
  ["Vapaana", "left"],
  ["Asiakirjat voimassa", "papersUntil"],
  ["Viimeksi yhteydessä", "contactedOn"],
] as const;

export const exportWorkplacesRoute = view(exportWorkplaces, async (context, { query }) => {
  const { tx, actor, at } = context;
  const ground = await groundOf(tx, actor, at);
  const { rows } = await listOf(context, query, ground, { offset: 0, limit: ALL_ROWS });
  const parts = await listParts(tx, ground.providerIds);
  const cells = rows.flatMap(({ places: placesNow, ...row }) =>
    linesOf(parts.get(row.id)).map((line) => {
      const all = { ...row, placesNow, ...line, fields: row.fields.join(", ") };
      return HEADINGS.map(([, column]) => all[column]);
    }),
  );
  // Semicolons and a BOM open in a Finnish Excel; what begins like a formula is kept from running.
  const content = stringify([HEADINGS.map(([heading]) => heading), ...cells], {
    bom: true,
    delimiter: ";",
    record_delimiter: "windows",
    escape_formulas: true,
    quoted_match: /[\t\r]/,
  });
  return accept({ fileName: `tyopaikat-${ground.today}.csv`, content });
});

/** A workplace has as many lines as it has places agreed or papers, and one at least. */
function linesOf(parts: Pick<Present, "capacity" | "papers" | "languages"> | undefined) {
  const { capacity, papers, languages } = parts ?? { capacity: [], papers: [], languages: [] };
  const lines = Math.max(1, capacity.length, papers.length);
  return Array.from({ length: lines }, (_, nth) => ({
    languages: languages.join(", "),
    places: capacity[nth]?.places ?? null,
    capacityField: capacity[nth]?.field ?? null,
    capacityFrom: capacity[nth]?.from ?? null,
    capacityUntil: capacity[nth]?.until ?? null,
    paperKind: papers[nth]?.kind ?? null,
    paperUntil: papers[nth]?.until ?? null,
  }));
}
