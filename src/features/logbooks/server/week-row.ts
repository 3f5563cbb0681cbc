import { type PlacementState, STATES } from "#features/placements/placement.ts";
import { dayAt } from "#server/clock.ts";
import type { Answer } from "#server/deed.ts";
import type { Actor } from "#shared/actor.ts";
import type { IsoWeek } from "#shared/week.ts";
import type { confirmWeek } from "../logbook.contract.ts";
import {
  CONFIRMATION_KINDS,
  type ConfirmationKind,
  lookAgain,
  readExceptions,
  undoUntil,
  type WeekFacts,
} from "../logbook-week.ts";
import { CARD_LEVELS, type CardLevel } from "../week-cards.ts";
import type { WeekRow } from "./week.queries.ts";

/** Rows of the database into what the rules read and what the contract answers. */

export function asState(state: string): PlacementState {
  const known = STATES.find((candidate) => candidate === state);
  if (known === undefined) throw new Error(`unknown placement state ${state}`);
  return known;
}

export function asKind(kind: string | null): ConfirmationKind | null {
  return CONFIRMATION_KINDS.find((known) => known === kind) ?? null;
}

export function weekFactsOf(row: WeekRow, week: IsoWeek, at: Temporal.Instant): WeekFacts {
  const kind = asKind(row.kind);
  return {
    week,
    state: asState(row.state),
    startsOn: Temporal.PlainDate.from(row.starts_on),
    endsOn: Temporal.PlainDate.from(row.ends_on),
    today: dayAt(at, row.time_zone),
    entries: Number(row.entries ?? 0),
    arrivedAt: asInstant(row.arrived_at),
    editedAt: asInstant(row.edited_for_tutor_at),
    sentAt: asInstant(row.sent_at),
    confirmation:
      kind === null || row.confirmed_at === null
        ? null
        : { kind, at: Temporal.Instant.from(row.confirmed_at) },
    readAt: asInstant(row.read_at),
  };
}

function asInstant(text: string | null): Temporal.Instant | null {
  return text === null ? null : Temporal.Instant.from(text);
}

export type ConfirmationAnswer = Answer<typeof confirmWeek>["confirmation"];

export function confirmationOf(row: WeekRow, facts: WeekFacts): ConfirmationAnswer | null {
  if (facts.confirmation === null) return null;
  const { kind, at } = facts.confirmation;
  return {
    kind,
    exceptions: readExceptions(row.exceptions),
    remark: row.remark,
    cards: row.confirmed_cards.flatMap(({ requirement_id, level }) => {
      const known = asLevel(level);
      return known === undefined ? [] : [{ requirementId: requirement_id, level: known }];
    }),
    at: at.toString(),
    by: {
      givenName: row.confirmer_given_name ?? "",
      familyName: row.confirmer_family_name ?? "",
      actingName: row.acting_name,
    },
    undoUntil: undoUntil(at).toString(),
    lookAgain: lookAgain(facts),
  };
}

export function asLevel(level: string): CardLevel | undefined {
  return CARD_LEVELS.find((known) => known === level);
}

/** Whose hand confirmed: the person of the seat and the colleague who sat in it. */
export function handOf(row: WeekRow): { personId: string; actingName: string | null } {
  return { personId: row.confirmed_by ?? "", actingName: row.acting_name };
}

export function myHand(actor: Actor): { personId: string; actingName: string | null } {
  return { personId: actor.personId, actingName: actor.actingName };
}
