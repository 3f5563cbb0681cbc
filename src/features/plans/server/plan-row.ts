import type { Answer } from "#server/deed.ts";
import { planContent, type readPlan } from "../plan.contract.ts";
import {
  PARTIES,
  type Party,
  type PlanContent,
  type PlanDemonstration,
  TALK_KINDS,
  type TalkKind,
  type TaskWeeks,
} from "../plan.ts";
import { changesThrough, type Difference } from "../plan-differences.ts";
import type { MarkRow } from "./plan.queries.ts";

/** Rows of the database as the pure rules read them. */

export function contentOf(stored: unknown): PlanContent {
  return planContent.parse(stored);
}

export function partyNamed(text: string): Party {
  const known = PARTIES.find((party) => party === text);
  if (known === undefined) throw new Error(`unknown party ${text}`);
  return known;
}

export function talkKindNamed(text: string): TalkKind {
  const known = TALK_KINDS.find((kind) => kind === text);
  if (known === undefined) throw new Error(`unknown talk kind ${text}`);
  return known;
}

export function agreedTo(marks: readonly MarkRow[], number: number): Party[] {
  return marks.filter((mark) => mark.number === number).map(({ party }) => partyNamed(party));
}

export function asMark(row: MarkRow) {
  return {
    party: partyNamed(row.party),
    personId: row.person_id,
    givenName: row.given_name,
    familyName: row.family_name,
    actingName: row.acting_name,
    at: row.at,
  };
}

type ContentRow = { readonly number: number; readonly content: unknown };
type NumberedDifference = Answer<typeof readPlan>["differences"][number];

/** What changed through these versions, each line with the number of the version that last touched it. */
export function changesIn(rows: readonly ContentRow[]): NumberedDifference[] {
  const versions = rows.map(({ number, content }) => ({ number, content: contentOf(content) }));
  return changesThrough(versions).map(({ difference, number }) => ({
    ...asChange(difference),
    number,
  }));
}

/** A copy whose lists are the answer's own. */
function asChange(difference: Difference) {
  switch (difference.kind) {
    case "task":
      return {
        ...difference,
        before: copyOf(difference.before),
        after: copyOf(difference.after),
      };
    case "shifts":
      return { ...difference, before: [...difference.before], after: [...difference.after] };
    case "demonstration":
      return {
        ...difference,
        before: demonstrationOf(difference.before),
        after: demonstrationOf(difference.after),
      };
    default:
      return difference;
  }
}

function demonstrationOf(one: PlanDemonstration | null) {
  return one === null ? null : { ...one, requirementIds: [...one.requirementIds] };
}

function copyOf(weeks: TaskWeeks | null) {
  if (weeks === null) return null;
  return { aloneWeeks: [...weeks.aloneWeeks], withTutorWeeks: [...weeks.withTutorWeeks] };
}

/** The content as an answer carries it. */
export function asContent(content: PlanContent) {
  return {
    ...content,
    objectives: [...content.objectives],
    tasks: content.tasks.map((task) => ({
      ...task,
      aloneWeeks: [...task.aloneWeeks],
      withTutorWeeks: [...task.withTutorWeeks],
    })),
    shifts: [...content.shifts],
    talks: [...content.talks],
    demonstrations: content.demonstrations.map((one) => ({
      ...one,
      requirementIds: [...one.requirementIds],
    })),
  };
}
