import type { Tx } from "#server/database/database.ts";
import type { House } from "#server/house.ts";

/** Changes made within this time become one letter. */
const A_MOMENT_SECONDS = 20;

/**
 * A deed has touched the talks, the people or the life of this placement: a moment later its calendars are
 * compared with what they were last told. The job is the deed's own, kept or rolled back with it.
 */
export async function tellCalendars(
  house: House,
  tx: Tx,
  placement: { readonly id: string; readonly provider_id: string },
): Promise<void> {
  const payload = { placementId: placement.id, providerId: placement.provider_id };
  await house.jobs.enqueue(tx, "calendar.tell", payload, A_MOMENT_SECONDS);
}
