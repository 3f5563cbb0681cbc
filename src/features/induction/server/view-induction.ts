import { relationOf } from "#features/placements/placement.policy.ts";
import { findVisible } from "#features/placements/server/api.ts";
import { dayAt } from "#server/clock.ts";
import { view } from "#server/deed.ts";
import { accept, refuse } from "#shared/outcome.ts";
import { readInduction, readInductionDebts } from "../induction.contract.ts";
import { mayAddItem, mayConfirm, partyOf } from "../induction.policy.ts";
import { groupsOf, mayUndo, missingIn, PARTIES } from "../induction.ts";
import { inductionDebt } from "./api.ts";
import * as queries from "./induction.queries.ts";

export const readInductionRoute = view(readInduction, async ({ tx, actor, at }, { params }) => {
  const placement = await findVisible(tx, actor, params.placementId);
  if (placement === null) return refuse("not_found");
  const relation = relationOf(actor, placement);
  const ground = await queries.findGround(tx, placement.id);
  const names = await queries.listTaskNames(tx, ground, placement.workplace_id);
  const today = dayAt(at, ground.time_zone);
  const groups = groupsOf(
    [...names.keys()],
    await queries.listItems(tx, placement.workplace_id),
    await queries.listMarks(tx, placement),
  );
  const missing = missingIn(groups);
  return accept({
    placementId: placement.id,
    providerName: ground.provider_name,
    student: { givenName: ground.student_name },
    tutor: ground.tutor_name === null ? null : { givenName: ground.tutor_name },
    teacher: { givenName: ground.teacher_name },
    workplaceName: ground.workplace_name,
    startsOn: placement.starts_on,
    today: today.toString(),
    party: partyOf(relation),
    missing,
    total: groups.flatMap(({ items }) => items).length,
    due: placement.state === "running" && missing > 0 && placement.starts_on <= today.toString(),
    groups: groups.map(({ taskKey, items }) => ({
      taskKey,
      taskName: names.get(taskKey) ?? null,
      items: items.map(({ marks, ...item }) => ({
        ...item,
        marks: marks.map((mark) => ({
          party: PARTIES.find((party) => party === mark.party) ?? "student",
          by: mark.by,
          at: mark.at,
          undoable:
            mark.party === partyOf(relation) &&
            mayUndo(dayAt(Temporal.Instant.from(mark.at), ground.time_zone), today),
        })),
      })),
    })),
    abilities: { confirm: mayConfirm(relation), addItem: mayAddItem(relation) },
  });
});

export const readInductionDebtsRoute = view(readInductionDebts, async ({ tx, actor, at }) => {
  const rows = await queries.listOwnRunning(tx, actor);
  return accept({
    debts: rows.flatMap((row) => {
      const debt = inductionDebt(row, at);
      if (debt === null) return [];
      return [{ placementId: row.id, givenName: row.given_name, missing: debt.missing }];
    }),
  });
});
