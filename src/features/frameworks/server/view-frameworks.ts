import { dayAt } from "#server/clock.ts";
import { view } from "#server/deed.ts";
import { type Ability, ALLOWED, denied } from "#shared/ability.ts";
import { type Actor, staffProvidersOf } from "#shared/actor.ts";
import { accept, refuse } from "#shared/outcome.ts";
import {
  listFrameworks,
  listRemarks,
  searchFramework,
  viewFramework,
  viewImport,
} from "../framework.contract.ts";
import { mayImport } from "../framework.policy.ts";
import { ruleRows } from "../rule-rows.ts";
import { findHits, findNeedles } from "./search.queries.ts";
import * as queries from "./version.queries.ts";

/** National days are Finnish days. */
const ZONE = "Europe/Helsinki";

export const listFrameworksRoute = view(listFrameworks, async ({ tx, actor, at }) =>
  accept({
    today: dayAt(at, ZONE).toString(),
    rows: await queries.listNewest(tx),
    abilities: { import: mayImport(actor) },
  }),
);

export const viewFrameworkRoute = view(viewFramework, async ({ tx, actor }, { params }) => {
  const version = await queries.findVersion(tx, params.versionId);
  if (version === undefined) return refuse("not_found");
  const { pathways, ...rest } = version;
  return accept({
    ...rest,
    pathways: pathways.map(({ code, rules }) => ({
      code,
      rules: rules === null ? [] : ruleRows(rules),
    })),
    unitRows: await queries.listUnits(tx, params.versionId),
    abilities: { import: mayImport(actor), readReport: mayReadReport(actor) },
  });
});

function mayReadReport(actor: Actor): Ability {
  const isStaff = staffProvidersOf(actor).length > 0;
  return isStaff && actor.means !== "link" ? ALLOWED : denied("role");
}

export const searchFrameworkRoute = view(searchFramework, async ({ tx }, { params, query }) => {
  const version = await queries.findVersion(tx, params.versionId);
  if (version === undefined) return refuse("not_found");
  const needles = await findNeedles(tx, query.find);
  return accept({
    needles: [
      ...new Set(needles.flatMap(({ word, parts }) => [word, ...parts.map(({ part }) => part)])),
    ].toSorted((one, other) => other.length - one.length),
    ...(await findHits(tx, params.versionId, query.find, needles)),
  });
});

const PLACES_SHOWN = 20;

export const viewImportRoute = view(viewImport, async ({ tx }, { params }) => {
  const found = await queries.findImport(tx, params.versionId);
  if (found === undefined) return refuse("not_found");
  const { remarks, ...report } = found;
  const kinds = [...Map.groupBy(remarks, ({ code }) => code)].map(([code, list]) => ({
    code,
    times: list.length,
    places: list.slice(0, PLACES_SHOWN).map(({ path }) => path),
  }));
  return accept({ ...report, remarks: kinds });
});

export const listRemarksRoute = view(listRemarks, async ({ tx }, { params, query }) => {
  const found = await queries.findImport(tx, params.versionId);
  if (found === undefined) return refuse("not_found");
  const wanted = query.code;
  return accept({
    remarks: found.remarks.filter(({ code }) => wanted === undefined || code === wanted),
  });
});
