import type { Basis, Effect } from "./rule-pack.ts";
import type { WorkRow } from "./worked-time.ts";

/** A case with the answer a person expects: printed as a table by the test, so that a teacher can check it. */
export type ExpectedCase = {
  readonly what: string;
  readonly birth: string;
  readonly basis?: Basis;
  readonly facts?: readonly string[];
  readonly regular?: number;
  readonly on?: string;
  readonly tasks?: readonly string[];
  readonly rows?: readonly WorkRow[];
  /** Rule and effect, whatever the day. What is not named must not speak louder than information. */
  readonly expected: readonly `${string} ${Effect}`[];
};

export const MONDAY = "2026-11-23";
export const SEVENTEEN = "2009-05-14";

export function rows(date: string, ...times: string[]): WorkRow[] {
  return times.map((time) => {
    const [start = "", end = ""] = time.split("-");
    return { date, start, end };
  });
}

/** The same times on so many days in a row. */
export function days(first: string, count: number, ...times: string[]): WorkRow[] {
  const from = Temporal.PlainDate.from(first);
  return Array.from({ length: count }, (_, index) => from.add({ days: index }).toString()).flatMap(
    (date) => rows(date, ...times),
  );
}
