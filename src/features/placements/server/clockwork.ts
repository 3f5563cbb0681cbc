import { endGuardianships } from "#features/agreements/server/api.ts";
import { sendDueWeeks } from "#features/logbooks/server/api.ts";
import { takeDueAddresses } from "#features/people/server/api.ts";
import { remindHearers } from "#features/safety/server/api.ts";
import { askForRenewals } from "#features/suitability/server/api.ts";
import { newId } from "#server/clock.ts";
import { asApp, type Tx } from "#server/database/database.ts";
import type { House } from "#server/house.ts";
import { missingOf } from "../gate.ts";
import { type PlacementFacts, placementFacts } from "./facts.queries.ts";
import { judge } from "./judge.ts";

const ZONE = "Europe/Helsinki";

/**
 * What the calendar does by itself, every quarter of an hour: ready placements whose first day has come
 * start if the gate is open, running ones end after their last day, on Friday afternoon the week goes to
 * tutors, workplaces are asked before a decision ends, a hearer who has not answered in time is reminded, a
 * guardian's part ends with the student's 18th birthday, and a new address that nobody objected to takes effect.
 * Each step is idempotent, so a missed or doubled run changes nothing.
 */
export async function startClockwork(house: House): Promise<void> {
  await house.jobs.work("placements.turn", async () => {
    await turnPlacements(house);
    await endGuardianships(house);
    await sendDueWeeks(house);
    await askForRenewals(house);
    await remindHearers(house);
    await takeDueAddresses(house);
  });
  await house.jobs.schedule("placements.turn", "*/15 * * * *", ZONE);
}

/** Starts and ends what is due today, provider by provider. */
export async function turnPlacements(house: House): Promise<void> {
  const at = house.clock.now();
  const providers = await house.db.selectFrom("provider").select("id").execute();
  for (const { id } of providers) {
    const turned = asApp(house.db, { personId: null, providerIds: [id] }, async (tx) => {
      const open = await placementFacts(tx, (eb) =>
        eb("placement.state", "in", ["ready", "running"]),
      )
        .forUpdate("placement")
        .execute();
      for (const facts of open) {
        const to = dueState(facts, at);
        if (to !== null) await turn(house, tx, facts, to, at);
      }
    });
    // The others' placements do not wait for one provider's fault; the next quarter tries again.
    await turned.catch((error: unknown) => house.log.error({ err: error, providerId: id }, "turn"));
  }
}

function dueState(facts: PlacementFacts, at: Temporal.Instant): "running" | "ended" | null {
  const { today, startsOn, endsOn, gate } = judge(facts, at);
  if (facts.state === "running")
    return Temporal.PlainDate.compare(endsOn, today) < 0 ? "ended" : null;
  const hasCome = Temporal.PlainDate.compare(startsOn, today) <= 0;
  return hasCome && missingOf(gate).length === 0 ? "running" : null;
}

/** One conditional update: somebody who moved the placement a moment ago is not overruled. */
async function turn(
  house: House,
  tx: Tx,
  facts: PlacementFacts,
  to: string,
  at: Temporal.Instant,
): Promise<void> {
  const moved = await tx
    .updateTable("placement")
    .set((eb) => ({ state: to, version: eb("version", "+", 1), state_changed_at: at.toString() }))
    .where("id", "=", facts.id)
    .where("state", "=", facts.state)
    .executeTakeFirst();
  if (moved.numUpdatedRows !== 1n) return;
  await tx
    .insertInto("audit_event")
    .values({
      id: newId(),
      provider_id: facts.provider_id,
      at: at.toString(),
      means: "calendar",
      deed: "move-placement",
      subject_kind: "placement",
      subject_id: facts.id,
      placement_id: facts.id,
      change: JSON.stringify({ from: facts.state, to }),
    })
    .execute();
  await house.live.touch(tx, `placement:${facts.id}`);
}
