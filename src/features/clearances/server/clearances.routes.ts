import { type Relation, relationOf } from "#features/placements/placement.policy.ts";
import { findVisible, lockVisible } from "#features/placements/server/api.ts";
import { dayAt } from "#server/clock.ts";
import { deed, type Route, view } from "#server/deed.ts";
import { type Ability, ALLOWED, denied } from "#shared/ability.ts";
import { accept, refuse } from "#shared/outcome.ts";
import { noteClearance, readClearances } from "../clearances.contract.ts";
import { CLEARANCE_STATES, CLEARANCES, requiredOf } from "../clearances.ts";
import * as queries from "./clearances.queries.ts";

/** The school looks at the card and notes it. */
function mayNote(relation: Relation): Ability {
  return relation === "teacher" || relation === "coordinator" ? ALLOWED : denied("role");
}

const readClearancesRoute = view(readClearances, async ({ tx, actor, at }, { params }) => {
  const placement = await findVisible(tx, actor, params.placementId);
  if (placement === null) return refuse("not_found");
  const relation = relationOf(actor, placement);
  const noted = await queries.listNoted(tx, placement);
  const fields = await queries.listFields(tx, placement.workplace_id);
  const required = new Set(requiredOf({ fields, noted }).map(({ code }) => code));
  const seen = CLEARANCES.filter(({ workplaceSees }) => workplaceSees || relation !== "tutor");
  const zone = await queries.findZone(tx, placement.provider_id);
  return accept({
    today: dayAt(at, zone).toString(),
    startsOn: placement.starts_on,
    clearances: seen.map(({ code, name, why, source, certainty, years }) => {
      const note = noted.find(({ clearance }) => clearance === code);
      return {
        code,
        name,
        why,
        source,
        verified: certainty === "A",
        years,
        required: required.has(code),
        state: CLEARANCE_STATES.find((state) => state === note?.state) ?? null,
        shownOn: note?.shownOn ?? null,
        validUntil: note?.validUntil ?? null,
      };
    }),
    abilities: { note: mayNote(relation) },
  });
});

const noteClearanceRoute = deed(noteClearance, async (context, { params, body }) => {
  const { tx, actor, at, audit, touch } = context;
  const placement = await lockVisible(tx, actor, params.placementId);
  if (placement === null) return refuse("not_found");
  const may = mayNote(relationOf(actor, placement));
  if (!may.allowed) return refuse("forbidden", { reason: may.reason });
  if (!CLEARANCES.some(({ code }) => code === params.clearance)) return refuse("unknown_clearance");
  const today = dayAt(at, await queries.findZone(tx, placement.provider_id)).toString();
  const { state, validUntil } = body;
  const shownOn = state === "shown" ? (body.shownOn ?? today) : null;
  const tooLate = shownOn !== null && shownOn > today;
  const endsBefore = shownOn !== null && validUntil !== null && validUntil < shownOn;
  if (tooLate || endsBefore) return refuse("shown_day_wrong", { today });
  const note = {
    shown_on: shownOn,
    valid_until: state === "shown" ? validUntil : null,
    noted_by: actor.personId,
    noted_at: at.toString(),
  };
  const saved = state === null ? null : { state, ...note };
  await queries.saveNote(tx, placement, params.clearance, saved);
  await audit({
    deed: "note-clearance",
    subjectKind: "placement",
    subjectId: placement.id,
    placementId: placement.id,
    providerId: placement.provider_id,
    change: { clearance: params.clearance, state },
  });
  await touch(`placement:${placement.id}`);
  return accept({ done: true } as const);
});

export const clearanceRoutes: Route[] = [readClearancesRoute, noteClearanceRoute];
