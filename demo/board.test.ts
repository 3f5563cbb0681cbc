import { expect, test } from "vitest";
import { attentionOf } from "#features/placements/attention.ts";
import { judgeGate } from "#features/placements/gate.ts";
import { BEFORE_START } from "#features/placements/placement.ts";
import { ribbonOf } from "#features/placements/weeks.ts";
import { FIT_OPEN } from "#features/suitability/student-fit.ts";
import { weekOf } from "#shared/week.ts";
import { agreements } from "./agreements.ts";
import type { Placement } from "./placement-types.ts";
import { tellStory } from "./story.ts";
import type { Moment } from "./story-types.ts";

const { PlainDate } = Temporal;

/** What the README promises a newcomer: six students need Sanna, nine wait for others. */
test.each(["2026-11-23", "2026-11-25", "2026-11-27", "2026-11-29", "2027-03-31"])(
  "told on %s, six students need Sanna and nine wait for others",
  (today) => {
    const own = tellStory(today).placements.filter(({ teacher }) => teacher === "sanna-heikkila");
    const board = own.map((placement) => ({
      student: placement.student,
      group: groupOf(placement, today),
    }));
    const group = (name: string) =>
      board.filter((row) => row.group === name).map(({ student }) => student);
    expect(group("needs_me").toSorted()).toEqual([
      "emil-lindqvist",
      "fatima-hassan",
      "kaisa-repo",
      "olena-kovalenko",
      "sara-ahonen",
      "veeti-rantanen",
    ]);
    expect(group("waits_for_others")).toHaveLength(9);
    expect(group("in_order")).toHaveLength(25);
  },
);

function groupOf(placement: Placement, today: string) {
  const days = {
    startsOn: PlainDate.from(placement.startsOn),
    endsOn: PlainDate.from(placement.endsOn),
    today: PlainDate.from(today),
  };
  const weeks = placement.weeks.map(({ monday, sentAt, confirmation, readAt }) => ({
    week: weekOf(PlainDate.from(monday)),
    sentAt: instant(sentAt),
    confirmedAt: instant(confirmation?.at),
    kind: confirmation?.outcome ?? null,
    readAt: instant(readAt),
  }));
  const interruptions = placement.interruptions.map(({ from, to }) => ({
    startsOn: from,
    endsOn: to ?? null,
  }));
  const lastEntry = placement.entries.at(-1)?.on;
  return attentionOf({
    ...days,
    state: placement.state,
    now: Temporal.Instant.from(instant({ on: today, at: "09:00" }) ?? ""),
    gate: gateOf(placement),
    talks: placement.talks.map(({ kind, at, held }) => ({
      kind,
      plannedAt: instant(at),
      heldAt: held ? instant(at) : null,
    })),
    weeks,
    relocation: false,
    unanswered: 0,
    induction: null,
    promisedBy: [],
    renewal: null,
    declined: false,
    amendment: amendmentOf(placement),
    ribbon: ribbonOf({ ...days, weeks, interruptions }),
    lastEntryOn: lastEntry === undefined ? null : PlainDate.from(lastEntry),
    interruptions,
  }).group;
}

function amendmentOf({ student }: Placement) {
  const told = agreements.find((one) => one.student === student);
  const isOut = told?.amendment !== undefined && told.amendment.done === undefined;
  return isOut ? { names: told.employer, mine: false } : null;
}

function gateOf({ student, state, startsOn, endsOn, suitability, tutor, plan }: Placement) {
  const told = agreements.find((one) => one.student === student);
  return judgeGate({
    startsOn: PlainDate.from(startsOn),
    on: PlainDate.from(startsOn),
    endsOn: PlainDate.from(endsOn),
    suitability:
      suitability === undefined
        ? null
        : {
            outcome: suitability.outcome,
            validUntil: PlainDate.from(suitability.validUntil),
            uncovered: 0,
          },
    tutor: { named: tutor !== undefined },
    youngWork: null,
    clearances: { fields: [], noted: [] },
    suspension: null,
    checklist: { validUntil: Temporal.PlainDate.from(startsOn).add({ years: 1 }), open: 0 },
    fit: FIT_OPEN,
    insurance: {
      basis: "training_agreement",
      stated: { basis: "training_agreement", accident: "provider", liability: "employer" },
      papers: [],
    },
    agreement: {
      started: !BEFORE_START.includes(state),
      completedOn: told?.done.includes("employer") ? PlainDate.from(startsOn) : null,
      newest: told === undefined ? null : "out",
      missing: ["employer"],
    },
    plan:
      plan === undefined
        ? null
        : { version: plan.version, agreed: plan.marks.map(({ party }) => party) },
  });
}

function instant(moment: Moment | undefined): string | null {
  if (moment === undefined) return null;
  return PlainDate.from(moment.on)
    .toZonedDateTime({ timeZone: "Europe/Helsinki", plainTime: moment.at })
    .toInstant()
    .toString();
}
