import type { Tx } from "#server/database/database.ts";

const ASKED_DAYS_AGO = 3;

/** Workplaces whose decision ends before their student leaves have had their letter; none has answered yet. */
export async function loadRenewals(tx: Tx, today: Temporal.PlainDate): Promise<void> {
  const ending = await tx
    .selectFrom("suitability_decision as d")
    .innerJoin("placement as p", (join) =>
      join.onRef("p.provider_id", "=", "d.provider_id").onRef("p.id", "=", "d.placement_id"),
    )
    .select(["d.provider_id", "d.id as decision_id", "p.id as placement_id", "p.tutor_id"])
    .where("d.superseded_by", "is", null)
    .where("d.outcome", "!=", "not_suitable")
    .where("p.state", "in", ["proposed", "planning", "agreement_out", "ready", "running"])
    .where("d.valid_until", ">=", today.toString())
    .where("d.valid_until", "<=", today.add({ days: 30 }).toString())
    .whereRef("d.valid_until", "<", "p.ends_on")
    .execute();
  const asked_at = today
    .subtract({ days: ASKED_DAYS_AGO })
    .toZonedDateTime({ timeZone: "Europe/Helsinki", plainTime: "09:00" })
    .toInstant()
    .toString();
  const rows = ending.flatMap(({ tutor_id, ...keys }) =>
    tutor_id === null ? [] : [{ ...keys, round: 1, asked_person: tutor_id, asked_at }],
  );
  if (rows.length > 0) await tx.insertInto("renewal_ask").values(rows).execute();
}
