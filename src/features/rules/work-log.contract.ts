import { z } from "zod";
import { day } from "#shared/route.contract.ts";

/** Hours as they are asked from the command line or a form: local wall time, "24:00" only as an end. */
const start = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const end = z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/);

const workRow = z.object({ date: day, start, end, theory: z.boolean().exactOptional() });

export const MOST_ROWS = 4_000;

/** A log to check: several rows of one date are parts of the day with breaks between. */
export const workLog = z.array(workRow).max(MOST_ROWS);

/** "09:00-17:30", or parts of the day as "08:00-12:00,12:30-16:00". */
export const dayHours = z
  .string()
  .transform((text) => text.split(",").map((part) => part.trim().split("-")))
  .pipe(z.array(z.tuple([start, end])).max(20));

export const plainDay = day;

/** The regular day of a workplace, in hours. */
export const regularHours = z.coerce.number().gt(0).max(24);
