import { type Relation, relationOf } from "#features/placements/placement.policy.ts";
import { findVisible, type SeenPlacement } from "#features/placements/server/api.ts";
import { ribbonOf } from "#features/placements/weeks.ts";
import { dayAt } from "#server/clock.ts";
import type { Tx } from "#server/database/database.ts";
import { type Answer, view } from "#server/deed.ts";
import { type Ability, denied } from "#shared/ability.ts";
import type { Actor } from "#shared/actor.ts";
import { accept, refuse } from "#shared/outcome.ts";
import { localisedText } from "#shared/route.contract.ts";
import { mondayOf } from "#shared/week.ts";
import { readPlan } from "../plan.contract.ts";
import { mayEditPlan, mayMarkPlan, partyOf } from "../plan.policy.ts";
import { holds, isOpen, PARTIES, type PlanContent } from "../plan.ts";
import { requirementsIn } from "../plan-check.ts";
import { listProven, proofNamed } from "./path.queries.ts";
import * as queries from "./plan.queries.ts";
import {
  agreedTo,
  asContent,
  asMark,
  changesIn,
  contentOf,
  partyNamed,
  talkKindNamed,
} from "./plan-row.ts";

type PlanAnswer = Answer<typeof readPlan>;

export const readPlanRoute = view(readPlan, async ({ tx, actor, at }, { params }) => {
  const placement = await findVisible(tx, actor, params.placementId);
  if (placement === null) return refuse("not_found");
  const relation = relationOf(actor, placement);
  const versions = await queries.listVersions(tx, placement);
  const marks = await queries.listMarks(tx, placement);
  const version = versions[0]?.number ?? 0;
  const lastAgreed = lastAgreedOf(marks);
  const mine = lastAgreed.find(({ party }) => party === partyOf(relation))?.number ?? version;
  const contents = await queries.listContents(tx, placement, mine);
  const newest = contents.at(-1);
  const content = newest === undefined ? null : contentOf(newest.content);
  const provider = await queries.findProvider(tx, placement.provider_id);
  const today = dayAt(at, provider.time_zone);
  const held = await queries.listHeldTalks(tx, placement);
  const differences = changesIn(contents);
  return accept({
    placementId: placement.id,
    providerName: provider.name,
    version,
    relation,
    startsOn: placement.starts_on,
    endsOn: placement.ends_on,
    timeZone: provider.time_zone,
    today: today.toString(),
    ...(await peopleOf(tx, placement)),
    workplaceName: await queries.findWorkplaceName(tx, placement.workplace_id),
    plan: planOf(content, versions[0]),
    marks: marks.filter(({ number }) => number === version).map(asMark),
    holds: holds({ number: version, agreed: agreedTo(marks, version) }),
    lastAgreed,
    differences,
    versions: versions.map((row) => versionOf(row, marks)),
    heldTalks: held.flatMap(({ kind, held_at }) =>
      held_at === null ? [] : [{ kind: talkKindNamed(kind), heldAt: held_at }],
    ),
    openTalks: await openTalksOf(tx, placement),
    choices: {
      units: await unitsOf(tx, placement, content, differences),
      proven: await provenOf(tx, placement),
      tasks: await tasksOf(tx, placement),
      weeks: await weeksOf(tx, placement, today),
    },
    abilities: abilitiesOf(actor, relation, placement, version),
  });
});

type Marks = Awaited<ReturnType<typeof queries.listMarks>>;

function lastAgreedOf(marks: Marks): PlanAnswer["lastAgreed"] {
  return PARTIES.flatMap((party) => {
    const theirs = marks.filter((mark) => partyNamed(mark.party) === party);
    const last = theirs.toSorted((left, right) => right.number - left.number)[0];
    return last === undefined ? [] : [{ party, number: last.number, at: last.at }];
  });
}

function handOf(row: queries.VersionRow) {
  return {
    personId: row.edited_by,
    givenName: row.given_name,
    familyName: row.family_name,
    actingName: row.acting_name,
  };
}

function planOf(
  content: PlanContent | null,
  row: queries.VersionRow | undefined,
): PlanAnswer["plan"] {
  if (content === null || row === undefined) return null;
  return {
    content: asContent(content),
    editedBy: handOf(row),
    editedAt: row.edited_at,
    why: row.why,
  };
}

function versionOf(row: queries.VersionRow, marks: Marks) {
  return {
    ...handOf(row),
    number: row.number,
    editedAt: row.edited_at,
    why: row.why,
    amendment:
      row.agreement_id === null || row.agreement_number === null
        ? null
        : { id: row.agreement_id, number: row.agreement_number },
    marks: marks.filter(({ number }) => number === row.number).map(asMark),
  };
}

async function peopleOf(tx: Tx, placement: SeenPlacement) {
  const { student_id, tutor_id, teacher_id } = placement;
  const rows = await queries.listPeople(tx, [
    student_id,
    teacher_id,
    ...(tutor_id === null ? [] : [tutor_id]),
  ]);
  const person = (id: string) => {
    const row = rows.find((one) => one.id === id);
    return { id, givenName: row?.given_name ?? "", familyName: row?.family_name ?? "" };
  };
  return {
    student: person(student_id),
    tutor: tutor_id === null ? null : person(tutor_id),
    teacher: person(teacher_id),
  };
}

type Differences = ReturnType<typeof changesIn>;

/** The placement's units with their requirements, and those an earlier plan took from elsewhere. */
async function unitsOf(
  tx: Tx,
  placement: SeenPlacement,
  content: PlanContent | null,
  differences: Differences,
): Promise<PlanAnswer["choices"]["units"]> {
  const present = content === null ? [] : requirementsIn(content);
  const gone = differences.flatMap((one) => {
    if (one.kind === "objective") return [one.requirementId];
    return one.kind === "demonstration" ? (one.before?.requirementIds ?? []) : [];
  });
  const rows = await queries.listRequirements(tx, placement, [...present, ...gone]);
  return [...Map.groupBy(rows, (row) => row.unit_id)].map(([id, requirements]) => ({
    id,
    name: requirements[0]?.unit_name ?? {},
    requirements: requirements.map((row) => ({
      id: row.id,
      groupTitle: localisedText.parse(row.group_title),
      lead: localisedText.parse(row.lead),
      text: row.text,
      plain: row.plain,
      seenWhen: row.seen_when,
    })),
  }));
}

async function openTalksOf(tx: Tx, placement: SeenPlacement) {
  const rows = await queries.listOpenTalks(tx, placement);
  return rows.flatMap(({ id, kind, planned_at }) =>
    planned_at === null ? [] : [{ id, kind: talkKindNamed(kind), at: planned_at }],
  );
}

async function provenOf(tx: Tx, placement: SeenPlacement) {
  const rows = await listProven(tx, placement);
  return rows.map(({ requirement_id, how, proven_on }) => ({
    requirementId: requirement_id,
    how: proofNamed(how),
    on: proven_on,
  }));
}

async function tasksOf(tx: Tx, placement: SeenPlacement) {
  const rows = await queries.listTasks(tx, placement.workplace_id);
  return rows.map(({ id, name, retired_on }) => ({ id, name, retired: retired_on !== null }));
}

/** Weeks of the placement; closed = every working day of it lies in an interruption. */
async function weeksOf(tx: Tx, placement: SeenPlacement, today: Temporal.PlainDate) {
  const ribbon = ribbonOf({
    startsOn: Temporal.PlainDate.from(placement.starts_on),
    endsOn: Temporal.PlainDate.from(placement.ends_on),
    today,
    weeks: [],
    interruptions: await queries.listInterruptions(tx, placement),
  });
  return ribbon.map(({ week, state }) => ({
    week,
    monday: mondayOf(week).toString(),
    closed: state === "away",
  }));
}

function abilitiesOf(actor: Actor, relation: Relation, placement: SeenPlacement, version: number) {
  const open = isOpen(placement.state);
  const whileOpen = (may: Ability) => (may.allowed && !open ? denied("placement_over") : may);
  const mark = whileOpen(mayMarkPlan(relation, actor.named));
  return {
    edit: whileOpen(mayEditPlan(relation, actor.named)),
    mark: mark.allowed && version === 0 ? denied("no_plan") : mark,
  };
}
