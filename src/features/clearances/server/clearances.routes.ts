import { type Relation, relationOf } from "#features/placements/placement.policy.ts";
import { findVisible, lockVisible } from "#features/placements/server/api.ts";
import { dayAt } from "#server/clock.ts";
import { deed, type Route, view } from "#server/deed.ts";
import { type Ability, ALLOWED, denied } from "#shared/ability.ts";
import { accept, refuse } from "#shared/outcome.ts";
import { consentToClearance, noteClearance, readClearances } from "../clearances.contract.ts";
import {
  CLEARANCE_STATES,
  CLEARANCES,
  findClearance,
  requiredOf,
  shownToWorkplace,
} from "../clearances.ts";
import * as queries from "./clearances.queries.ts";

/** The school looks at the card and notes it. */
function mayNote(relation: Relation): Ability {
  return relation === "teacher" || relation === "coordinator" ? ALLOWED : denied("role");
}

/** Whether the workplace knows of the student's health is the student's alone to say. */
function mayConsent(relation: Relation): Ability {
  return relation === "student" ? ALLOWED : denied("role");
}

const readClearancesRoute = view(readClearances, async ({ tx, actor, at }, { params }) => {
  const placement = await findVisible(tx, actor, params.placementId);
  if (placement === null) return refuse("not_found");
  const relation = relationOf(actor, placement);
  const noted = await queries.listNoted(tx, placement);
  const fields = await queries.listFields(tx, placement.workplace_id);
  const required = new Set(requiredOf({ fields, noted }).map(({ code }) => code));
  const forWorkplace = shownToWorkplace(await queries.listConsents(tx, placement));
  const seen = relation === "tutor" ? forWorkplace : CLEARANCES;
  const zone = await queries.findZone(tx, placement.provider_id);
  return accept({
    today: dayAt(at, zone).toString(),
    startsOn: placement.starts_on,
    clearances: seen.map((clearance) => {
      const { code, name, why, source, certainty, years, studentMayShow } = clearance;
      const note = noted.find((one) => one.clearance === code);
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
        workplaceSees: forWorkplace.includes(clearance),
        studentMayShow: studentMayShow === true,
      };
    }),
    abilities: { note: mayNote(relation), consent: mayConsent(relation) },
  });
});

const noteClearanceRoute = deed(noteClearance, async (context, { params, body }) => {
  const { tx, actor, at, audit, touch } = context;
  const placement = await lockVisible(tx, actor, params.placementId);
  if (placement === null) return refuse("not_found");
  const may = mayNote(relationOf(actor, placement));
  if (!may.allowed) return refuse("forbidden", { reason: may.reason });
  if (findClearance(params.clearance) === undefined) return refuse("unknown_clearance");
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

const consentToClearanceRoute = deed(consentToClearance, async (context, { params, body }) => {
  const { tx, actor, at, audit, touch } = context;
  const placement = await lockVisible(tx, actor, params.placementId);
  if (placement === null) return refuse("not_found");
  const may = mayConsent(relationOf(actor, placement));
  if (!may.allowed) return refuse("forbidden", { reason: may.reason });
  const clearance = findClearance(params.clearance);
  if (clearance === undefined) return refuse("unknown_clearance");
  if (clearance.studentMayShow !== true) return refuse("not_for_consent");
  const given = body.given ? { given_by: actor.personId, given_at: at.toString() } : null;
  await queries.saveConsent(tx, placement, clearance.code, given);
  await audit({
    deed: "consent-to-clearance",
    subjectKind: "placement",
    subjectId: placement.id,
    placementId: placement.id,
    providerId: placement.provider_id,
    change: { clearance: clearance.code, given: body.given },
  });
  await touch(`placement:${placement.id}`);
  return accept({ done: true } as const);
});

export const clearanceRoutes: Route[] = [
  readClearancesRoute,
  noteClearanceRoute,
  consentToClearanceRoute,
];
