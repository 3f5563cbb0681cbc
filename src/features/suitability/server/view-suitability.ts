import { otherwise, withWords } from "#features/cards/cards.ts";
import { type Relation, relationOf } from "#features/placements/placement.policy.ts";
import { findVisible, type SeenPlacement } from "#features/placements/server/api.ts";
import { isOpen } from "#features/plans/plan.ts";
import { dayAt } from "#server/clock.ts";
import type { Tx } from "#server/database/database.ts";
import { type Answer, view } from "#server/deed.ts";
import { denied } from "#shared/ability.ts";
import { accept, refuse } from "#shared/outcome.ts";
import { localisedText } from "#shared/route.contract.ts";
import { asksForWord, CHANGES, conditionKey, decisionOn, gapKey, mayRenew } from "../standing.ts";
import { readSuitability, storedConditions } from "../suitability.contract.ts";
import {
  mayAddTasks,
  mayDecide,
  mayFollowUp,
  mayGiveWord,
  mayReadReasons,
} from "../suitability.policy.ts";
import { GAP_OWNERS, LEVELS, latestValidUntil, OUTCOMES, uncoveredOf } from "../suitability.ts";
import { known } from "./known.ts";
import { findAsk } from "./renewal.queries.ts";
import { newerThan, type Reader, saidOf } from "./said.ts";
import * as standing from "./standing.queries.ts";
import * as queries from "./suitability.queries.ts";

type SuitabilityAnswer = Answer<typeof readSuitability>;
type Cells = SuitabilityAnswer["cells"];

export const readSuitabilityRoute = view(
  readSuitability,
  async ({ tx, actor, at }, { params, query }) => {
    const placement = await findVisible(tx, actor, params.placementId);
    if (placement === null) return refuse("not_found");
    const relation = relationOf(actor, placement);
    const ground = await queries.findGround(tx, placement);
    const today = dayAt(at, ground.time_zone);
    const made = await queries.listDecisions(tx, placement);
    const rows = await queries.listGridRows(tx, placement);
    const columns = await queries.listPresentTasks(tx, placement.workplace_id);
    const taskIds = new Set(columns.map(({ taskId }) => taskId));
    const inForce =
      query.on === undefined
        ? made.find(({ superseded_by }) => superseded_by === null)
        : decisionOn(made, query.on);
    const sight = { tx, reasons: mayReadReasons(relation), on: query.on ?? today.toString() };
    const word = (await standing.findWord(tx, placement)) ?? null;
    const may = mayDecide(relation);
    const deciding = may.allowed && query.on === undefined;
    const grid = await gridOf({ tx, relation, placement }, { rows, columns, inForce, deciding });
    const { neighbour } = grid;
    return accept({
      placementId: placement.id,
      providerName: ground.provider_name,
      version: made.length,
      relation,
      today: today.toString(),
      startsOn: placement.starts_on,
      endsOn: placement.ends_on,
      latestValidUntil: latestValidUntil(today).toString(),
      ...(await peopleOf(tx, placement)),
      workplace: { id: ground.id, name: ground.name, employerName: ground.employer_name },
      source: rows.some(({ planned }) => planned) ? "plan" : "units",
      rows: rows.map(asRow),
      columns,
      cells: grid.cells.filter(({ taskId }) => taskIds.has(taskId)),
      said: grid.said,
      saidSince: grid.saidSince,
      supervision: grid.supervision.filter(({ taskId }) => taskIds.has(taskId)),
      prefilledFrom:
        neighbour === undefined
          ? null
          : { decidedBy: deciderOf(neighbour), decidedOn: neighbour.decided_on },
      current:
        inForce === undefined ? null : await currentOf(sight, placement, inForce, rows, grid.cells),
      earlier: await Promise.all(
        made
          .filter((one) => one !== inForce && one.decided_on <= sight.on)
          .map((one) => asDecided(sight, one)),
      ),
      word: word === null ? null : asWord(word, placement, relation),
      asked: inForce === undefined ? null : await askedOf(sight, placement, inForce, relation),
      asksForWord: asksForWord({
        today,
        ...askingOf(placement, inForce, word, ground.time_zone),
        known: (await queries.findNeighbour(tx, placement)) !== undefined,
      }),
      abilities: {
        ...abilitiesOf(relation, isOpen(placement.state)),
        renew: renewOf(relation, placement, made[0], word),
      },
    });
  },
);

type Grid = {
  readonly rows: readonly queries.GridRow[];
  readonly columns: SuitabilityAnswer["columns"];
  readonly inForce: queries.DecisionRow | undefined;
  readonly deciding: boolean;
};

/**
 * The decision's own grid, else one proposed to who decides: what was decided about the same workplace for
 * somebody else, with what the workplace has said since.
 */
async function gridOf(reader: Reader, { rows, columns, inForce, deciding }: Grid) {
  const { tx, placement } = reader;
  const proposes = deciding && inForce === undefined;
  const neighbour = proposes ? await queries.findNeighbour(tx, placement) : undefined;
  const basis = inForce ?? neighbour;
  const decided = basis === undefined ? [] : await cellsOf(tx, placement, basis.id, rows);
  const words = await saidOf(reader, rows, inForce);
  const present = columns.map(({ taskId }) => taskId);
  const newer = proposes ? newerThan(words.said, neighbour?.decided_at) : [];
  return {
    neighbour,
    cells: withWords(decided, newer, present),
    said: words.said,
    saidSince: otherwise(deciding ? words.since : [], decided, present),
    supervision:
      basis === undefined ? [] : await queries.listSupervision(tx, placement.provider_id, basis.id),
  };
}

function askingOf(
  { ends_on, state }: SeenPlacement,
  inForce: queries.DecisionRow | undefined,
  word: Word,
  timeZone: string,
) {
  return {
    endsOn: Temporal.PlainDate.from(ends_on),
    isOpen: isOpen(state),
    validUntil: inForce === undefined ? null : Temporal.PlainDate.from(inForce.valid_until),
    saidOn: word === null ? null : dayAt(Temporal.Instant.from(word.said_at), timeZone),
  };
}

function renewOf(
  relation: Relation,
  { state }: SeenPlacement,
  newest: queries.DecisionRow | undefined,
  word: Word,
) {
  const may = mayDecide(relation);
  if (!may.allowed) return may;
  if (!isOpen(state)) return denied("placement_over");
  return newest !== undefined && mayRenew(newest, word) ? may : denied("nothing_to_renew");
}

function abilitiesOf(
  relation: Relation,
  open: boolean,
): Omit<SuitabilityAnswer["abilities"], "renew"> {
  const may = mayDecide(relation);
  return {
    decide: may.allowed && !open ? denied("placement_over") : may,
    giveWord: mayGiveWord(relation),
    followUp: mayFollowUp(relation),
    addTasks: open ? mayAddTasks(relation) : denied("placement_over"),
  };
}

function asRow(row: queries.GridRow) {
  return {
    requirementId: row.id,
    unitName: row.unit_name,
    lead: localisedText.parse(row.lead),
    text: row.text,
    plain: row.plain,
    seenWhen: row.seen_when,
  };
}

function deciderOf(row: queries.DecisionRow) {
  return { id: row.decided_by, givenName: row.given_name, familyName: row.family_name };
}

type Sight = { readonly tx: Tx; readonly reasons: boolean; readonly on: string };

type Word = NonNullable<Awaited<ReturnType<typeof standing.findWord>>> | null;

/** The note is the placement's tutor's to the school; the others read what has changed. */
function asWord(
  { changed, note, by, said_at, placement_id }: NonNullable<Word>,
  placement: SeenPlacement,
  relation: Relation,
) {
  const isMine = relation === "tutor" && placement_id === placement.id;
  return {
    changed: CHANGES.filter((one) => changed.includes(one)),
    note: isMine || mayReadReasons(relation) ? note : null,
    by,
    at: said_at,
  };
}

/** Whether and when the workplace has been asked is between school and workplace. */
async function askedOf(
  { tx }: Sight,
  { provider_id }: SeenPlacement,
  { id }: queries.DecisionRow,
  relation: Relation,
) {
  if (relation === "student") return null;
  const ask = await findAsk(tx, provider_id, id);
  return ask === undefined ? null : { to: ask.to, at: ask.at, again: ask.round === 2 };
}

/** Days on which gaps and conditions had been seen to by the day that is read. */
async function followedOf({ tx, on }: Sight, decisionId: string): Promise<Map<string, string>> {
  const followed = await standing.listFollowUps(tx, decisionId);
  return new Map(
    followed.filter(({ done_on }) => done_on <= on).map((one) => [one.about, one.done_on]),
  );
}

async function asDecided(sight: Sight, row: queries.DecisionRow) {
  const followed = await followedOf(sight, row.id);
  return {
    id: row.id,
    outcome: known(OUTCOMES, row.outcome),
    reason: sight.reasons ? row.reason : null,
    conditions: storedConditions.parse(row.conditions).map((condition, index) => ({
      ...condition,
      doneOn: followed.get(conditionKey(index)) ?? null,
    })),
    validUntil: row.valid_until,
    decidedBy: deciderOf(row),
    decidedOn: row.decided_on,
    decidedAt: row.decided_at,
  };
}

/** The cells of a decision in the rows of this grid; those of one made on another version of the framework by its keys. */
async function cellsOf(
  tx: Tx,
  placement: SeenPlacement,
  decisionId: string,
  rows: readonly queries.GridRow[],
): Promise<Cells> {
  const byKey = new Map(rows.map((row) => [`${row.unit_code} ${row.key}`, row.id]));
  const stored = await queries.listCells(tx, placement.provider_id, decisionId);
  return stored.flatMap((cell) => {
    const requirementId = byKey.get(`${cell.unit_code} ${cell.key}`);
    if (requirementId === undefined) return [];
    return [{ requirementId, taskId: cell.task_id, level: known(LEVELS, cell.level) }];
  });
}

async function currentOf(
  sight: Sight,
  placement: SeenPlacement,
  inForce: queries.DecisionRow,
  rows: readonly queries.GridRow[],
  cells: Cells,
) {
  const followed = await followedOf(sight, inForce.id);
  const stored = await queries.listGaps(sight.tx, placement.provider_id, inForce.id);
  const gaps = stored.flatMap(({ requirement_id, gap_owner, gap_due_on, gap_note }) =>
    gap_owner === null || gap_due_on === null
      ? []
      : [
          {
            requirementId: requirement_id,
            owner: known(GAP_OWNERS, gap_owner),
            dueOn: gap_due_on,
            note: sight.reasons ? gap_note : null,
            doneOn: followed.get(gapKey(requirement_id)) ?? null,
          },
        ],
  );
  return {
    ...(await asDecided(sight, inForce)),
    gaps,
    uncovered: uncoveredOf(
      rows.map(({ id }) => id),
      { cells, gaps },
    ),
  };
}

async function peopleOf(tx: Tx, { student_id, tutor_id, teacher_id }: SeenPlacement) {
  const ids = [student_id, teacher_id, ...(tutor_id === null ? [] : [tutor_id])];
  const rows = await queries.listPeople(tx, ids);
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
