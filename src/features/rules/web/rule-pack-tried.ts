import type { Basis } from "../rule-pack.ts";
import { birthdayOf } from "../worked-time.ts";

/** A case in the fields of the test bench; empty times or task are not asked. */
export type Tried = {
  readonly birth: string;
  readonly on: string;
  readonly from: string;
  readonly to: string;
  readonly task: string;
  readonly basis: Basis;
};

export function triedQuery({ birth, on, from, to, task, basis }: Tried) {
  const hours = from === "" || to === "" ? {} : { hours: `${from}-${to}` };
  return { birth, on, basis, ...hours, ...(task === "" ? {} : { task }) };
}

export function triedBody({ birth, on, from, to, task, basis }: Tried) {
  const hours = from === "" || to === "" ? null : `${from}-${to}`;
  return { birth, on, basis, hours, task: task === "" ? null : task };
}

export function eighteenth(birth: string): string {
  return birthdayOf(Temporal.PlainDate.from(birth), 18).toString();
}
