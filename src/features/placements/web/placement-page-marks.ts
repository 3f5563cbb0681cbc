import { m } from "#messages/web";
import { localDay } from "#web/ui/format.ts";
import type { Mark, Three } from "#web/ui/marks-label.ts";
import { PARTIES, type Party, type Placement, type Talk } from "./placement-page-answer.ts";

type Part = Pick<Mark, "state" | "on">;
type Week = Pick<Placement["weeks"][number], "sentAt" | "confirmedAt" | "readAt">;

const OPEN: Part = { state: "open" };
const TURN: Part = { state: "turn" };

function threeOf(placement: Placement, partOf: (party: Party) => Part): Three {
  const markOf = (party: Party): Mark => ({
    name: placement[party]?.givenName ?? m.gate_who_tutor(),
    you: placement.relation === party,
    ...partOf(party),
  });
  return { student: markOf("student"), tutor: markOf("tutor"), teacher: markOf("teacher") };
}

function doneAt(instant: string): Part {
  return { state: "done", on: localDay(instant) };
}

/** Who has agreed to the newest plan. Agreeing is independent: all who are missing have the turn. */
export function planMarks(placement: Placement): Three {
  const { plan } = placement;
  return threeOf(placement, (party) => {
    const mark = plan?.marks.find((one) => one.party === party);
    if (mark) return doneAt(mark.at);
    return plan === null ? OPEN : TURN;
  });
}

/** Whose mark the newest plan still waits for. */
export function planWaitsFor({ plan }: Placement): Party[] {
  if (plan === null) return [];
  return PARTIES.filter((party) => !plan.marks.some((mark) => mark.party === party));
}

/** The student writes and sends, the tutor confirms, the teacher reads: one after the other. */
export function weekMarks(placement: Placement, week: Week): Three {
  const done = { student: week.sentAt, tutor: week.confirmedAt, teacher: week.readAt };
  const turn = PARTIES.find((party) => done[party] === null);
  return threeOf(placement, (party) => {
    const at = done[party];
    if (at !== null) return doneAt(at);
    return party === turn ? TURN : OPEN;
  });
}

/** Who notes a talk has said it; the others confirm it in any order. */
export function talkMarks(placement: Placement, talk: Talk): Three {
  const missing = talkWaitsFor(placement, talk);
  return threeOf(placement, (party) => {
    if (talk.heldAt === null) return OPEN;
    return missing.includes(party) ? TURN : { state: "done" };
  });
}

/** Whose confirmation a noted talk still waits for. */
export function talkWaitsFor(placement: Placement, talk: Talk): Party[] {
  if (talk.heldAt === null) return [];
  return PARTIES.filter((party) => {
    const person = placement[party];
    return person !== null && person.id !== talk.notedById && !talk.confirmedBy.includes(person.id);
  });
}
