import { relationOf } from "#features/placements/placement.policy.ts";
import { findVisible, type SeenPlacement } from "#features/placements/server/api.ts";
import { dayAt } from "#server/clock.ts";
import type { Tx } from "#server/database/database.ts";
import { type Answer, view } from "#server/deed.ts";
import { accept, refuse } from "#shared/outcome.ts";
import { readChecklists } from "../checklist.contract.ts";
import { mayCheck, mayReadChecklist } from "../checklist.policy.ts";
import { ANSWERS, carriedOver, FIELDS, latestDay } from "../checklist.ts";
import { BEARERS, type Bearer, bareDay, type CoverFacts, usualCover } from "../insurance.ts";
import * as queries from "./checklist.queries.ts";
import { fieldOf, newerTemplate, templateOf } from "./open-checklist.ts";

type Page = Answer<typeof readChecklists>;
type Kept = Awaited<ReturnType<typeof queries.listChecklists>>[number];
type Answered = Awaited<ReturnType<typeof queries.listAnswers>>;

/** Checklists of the workplace, what has to be put right there, and who bears insurance here. */
export const readChecklistsRoute = view(readChecklists, async ({ tx, actor, at }, { params }) => {
  const placement = await findVisible(tx, actor, params.placementId);
  const relation = placement === null ? null : relationOf(actor, placement);
  if (placement === null || relation === null || !mayReadChecklist(relation)) {
    return refuse("not_found");
  }
  const place = await queries.findPlace(tx, placement.id);
  const today = dayAt(at, place.time_zone);
  return accept({
    placementId: placement.id,
    providerName: place.provider_name,
    student: { givenName: place.given_name, familyName: place.family_name },
    workplaceName: place.workplace_name,
    startsOn: placement.starts_on,
    endsOn: placement.ends_on,
    today: today.toString(),
    latestDay: latestDay(today).toString(),
    fields: await fieldsOf(tx, placement, today),
    conditions: await conditionsOf(tx, placement, today),
    insurance: await insuranceOf(tx, placement, place.safety.cover, today),
    abilities: { check: mayCheck(relation) },
  });
});

async function fieldsOf(tx: Tx, placement: SeenPlacement, today: Temporal.PlainDate) {
  const kept = await queries.listChecklists(tx, placement);
  const shown = FIELDS.map((field) => {
    const own = kept.filter((one) => one.field === field);
    return {
      field,
      mine: own.find(({ signed_at }) => signed_at === null),
      signed: own.find(({ signed_at }) => signed_at !== null),
    };
  });
  const ids = shown.flatMap(({ mine, signed }) => [mine, signed].flatMap((one) => one?.id ?? []));
  const answers = await queries.listAnswers(tx, placement, ids);
  const ofWorkplace = await queries.listFields(tx, placement);
  return shown.map(({ field, mine, signed }) => {
    return {
      field,
      ofWorkplace: field === "general" || ofWorkplace.includes(field),
      signed: signed === undefined ? null : asSigned(signed, answers),
      filling: mine === undefined ? null : asFilling(mine, answers, today),
    };
  });
}

function asSigned(kept: Kept, answers: Answered) {
  const { id, valid_from, valid_until, signed_at, given_name, family_name } = kept;
  return {
    items: itemsOf(kept, answers),
    checklistId: id,
    validFrom: valid_from ?? "",
    validUntil: valid_until ?? "",
    by: { givenName: given_name ?? "", familyName: family_name ?? "" },
    at: signed_at ?? "",
  };
}

function asFilling(kept: Kept, answered: Answered, today: Temporal.PlainDate) {
  const mine = answered.filter(({ checklist_id }) => checklist_id === kept.id);
  const newer = newerTemplate(kept, today);
  const codes = mine.map(({ item_id }) => ({ itemId: item_id }));
  return {
    checklistId: kept.id,
    version: kept.version,
    templateVersion: kept.template_version,
    newer:
      newer === undefined
        ? null
        : { version: newer.version, kept: carriedOver(codes, newer).length },
    items: itemsOf(kept, answered),
  };
}

function itemsOf(kept: Kept, answered: Answered) {
  return templateOf(kept).items.map((item) => {
    const given = answered.find((one) => one.checklist_id === kept.id && one.item_id === item.id);
    return {
      ...item,
      answer: ANSWERS.find((code) => code === given?.answer) ?? null,
      remark: given?.remark ?? null,
      fileId: given?.file_id ?? null,
    };
  });
}

async function conditionsOf(
  tx: Tx,
  placement: SeenPlacement,
  today: Temporal.PlainDate,
): Promise<Page["conditions"]> {
  const rows = await queries.listConditions(tx, placement);
  return rows.map(({ id, field, text, owner, due_on, done_on }) => ({
    conditionId: id,
    field: fieldOf(field),
    text,
    owner: owner === "teacher" ? "teacher" : "workplace",
    dueOn: due_on,
    doneOn: done_on,
    overdue: done_on === null && due_on < today.toString(),
  }));
}

async function insuranceOf(
  tx: Tx,
  placement: SeenPlacement,
  cover: CoverFacts,
  today: Temporal.PlainDate,
): Promise<Page["insurance"]> {
  const stated = await queries.findInsurance(tx, placement);
  const first = Temporal.PlainDate.from(placement.starts_on);
  const last = Temporal.PlainDate.from(placement.ends_on);
  const on = Temporal.PlainDate.compare(first, today) > 0 ? first : today;
  return {
    usual: usualCover(cover.basis),
    otherBasis: cover.stated !== null && cover.stated.basis !== cover.basis,
    bareFrom: bareDay(cover, on, last)?.toString() ?? null,
    stated:
      stated === undefined
        ? null
        : {
            accident: bearerOf(stated.accident_bearer),
            liability: bearerOf(stated.liability_bearer),
            note: stated.note,
            at: stated.stated_at,
          },
  };
}

function bearerOf(text: string): Bearer {
  return BEARERS.find((one) => one === text) ?? "provider";
}
