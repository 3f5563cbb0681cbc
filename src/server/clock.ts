/** The only places that read the wall clock, make ids or draw random numbers. Tests put their own in. */
import { randomBytes, randomUUIDv7 } from "node:crypto";

export type Clock = { now(): Temporal.Instant };

/**
 * To the microsecond, which is what PostgreSQL keeps: what is hashed from this clock is what is read back later.
 */
function kept(at: Temporal.Instant): Temporal.Instant {
  return at.round({ smallestUnit: "microsecond", roundingMode: "floor" });
}

export const systemClock: Clock = { now: () => kept(Temporal.Now.instant()) };

/** A clock that is set to `start` now and runs on: the demo on another day. */
export function clockSetTo(start: Temporal.Instant): Clock {
  const ahead = Temporal.Now.instant().until(start);
  return { now: () => kept(Temporal.Now.instant().add(ahead)) };
}

/** The day it is at a provider: days are always days in its zone. */
export function dayAt(instant: Temporal.Instant, timeZone: string): Temporal.PlainDate {
  return instant.toZonedDateTimeISO(timeZone).toPlainDate();
}

/** A time-ordered id (UUID version 7). */
export function newId(): string {
  return randomUUIDv7();
}

/** 256 random bits for a cookie or a personal link; only its hash is ever stored. */
export function newToken(): string {
  return randomBytes(32).toString("base64url");
}
