import type { Insertable } from "kysely";
import type { DB } from "#server/database/db-types.ts";
import { weekOf } from "#shared/week.ts";
import type { Moment } from "../../../../demo/story-types.ts";

const ZONE = "Europe/Helsinki";

/** Rows of one placement, table by table; all placements' rows go in together. */
export type Rows = { [T in keyof DB]?: Insertable<DB[T]>[] };

export type Keys = { readonly provider_id: string; readonly placement_id: string };

export function instantOf({ on, at }: Moment): string {
  return Temporal.PlainDate.from(on)
    .toZonedDateTime({ timeZone: ZONE, plainTime: at })
    .toInstant()
    .toString();
}

export function weekOfDay(day: string): string {
  return weekOf(Temporal.PlainDate.from(day));
}
