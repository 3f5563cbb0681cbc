import { sendDueWeeks } from "#features/logbooks/server/api.ts";
import { newId } from "#server/clock.ts";
import { asApp } from "#server/database/database.ts";
import type { House } from "#server/house.ts";
import { missingOf } from "../gate.ts";
import { placementFacts } from "./facts.queries.ts";
import { judge } from "./judge.ts";

const ZONE = "Europe/Helsinki";

/**
 * What the calendar does by itself, every quarter of an hour: ready placements whose first day has come
 * start if the gate is open, running ones end after their last day, and on Friday afternoon the week goes
 * to the tutors. Each step is idempotent, so a missed or doubled run changes nothing.
 */
export async function startClockwork(house: House): Promise<void> {
  await house.jobs.work("placements.turn", async () => {
    await turnPlacements(house);
    await sendDueWeeks(house);
  });
  await house.jobs.schedule("placements.turn", "*/15 * * * *", ZONE);
}

export async function turnPlacements(house: House): Promise<void> {
  const providers = await house.db.selectFrom("provider").select("id").execute();
  for (const { id } of providers) await turnAtProvider(house, id);
}

async function turnAtProvider(house: House, providerId: string): Promise<void> {
  const at = house.clock.now();
  await asApp(house.db, { personId: null, providerIds: [providerId] }, async (tx) => {
    const due = await placementFacts(tx, (eb) =>
      eb("placement.state", "in", ["ready", "running"]),
    ).execute();
    for (const facts of due) {
      const { today, startsOn, endsOn, gate } = judge(facts, at);
      const starts =
        facts.state === "ready" &&
        Temporal.PlainDate.compare(startsOn, today) <= 0 &&
        missingOf(gate).length === 0;
      const ends = facts.state === "running" && Temporal.PlainDate.compare(endsOn, today) < 0;
      if (!starts && !ends) continue;
      const to = starts ? "running" : "ended";
      const moved = await tx
        .updateTable("placement")
        .set((eb) => ({
          state: to,
          version: eb("version", "+", 1),
          state_changed_at: at.toString(),
        }))
        .where("id", "=", facts.id)
        .where("state", "=", facts.state)
        .executeTakeFirst();
      if (moved.numUpdatedRows !== 1n) continue;
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
  });
}
