import { m } from "#messages/web";
import { localDay } from "#web/ui/format.ts";
import { Joint } from "#web/ui/joint.tsx";
import type { Mark, Three } from "#web/ui/marks-label.ts";
import { PARTIES } from "../plan.ts";
import { handName } from "./plan-head.tsx";
import { ownParty, type PartyName, type PlanView } from "./plan-view.ts";

/** Who has agreed to the newest version. */
export function PlanJoint({ view }: { view: PlanView }) {
  return <Joint deed={m.plan_who_agreed({ number: view.version })} marks={marksOf(view)} />;
}

function marksOf(view: PlanView): Three {
  return {
    student: markOf(view, "student"),
    tutor: markOf(view, "tutor"),
    teacher: markOf(view, "teacher"),
  };
}

function markOf(view: PlanView, party: PartyName): Mark {
  const you = ownParty(view) === party;
  const given = view.marks.find((mark) => mark.party === party);
  if (given) return { name: handName(given), state: "done", you, on: localDay(given.at) };
  const name = view[party]?.givenName ?? m.plan_the_tutor();
  const earlier = view.lastAgreed.find((one) => one.party === party);
  const verb =
    earlier === undefined || you ? undefined : m.plan_had_agreed({ number: earlier.number });
  const isTurn = you ? view.abilities.mark.allowed : onlyWaits(view, party);
  return { name, state: isTurn ? "turn" : "open", you, verb };
}

/** Everybody else has agreed: the plan waits for this one. */
function onlyWaits({ marks, plan }: PlanView, party: PartyName): boolean {
  const missing = PARTIES.filter((one) => !marks.some((mark) => mark.party === one));
  return plan !== null && missing.length === 1 && missing[0] === party;
}

/** The marks as they will be when this edit is sent: the writer's own set, the others' empty. */
export function NextJoint({ view }: { view: PlanView }) {
  const next = view.version + 1;
  const mark = (party: PartyName): Mark => {
    const you = ownParty(view) === party;
    const earlier = view.lastAgreed.find((one) => one.party === party);
    const had = earlier ? m.plan_had_agreed({ number: earlier.number }) : undefined;
    return {
      name: view[party]?.givenName ?? m.plan_the_tutor(),
      state: you ? "turn" : "open",
      you,
      verb: you ? m.plan_sends({ number: next }) : had,
    };
  };
  const marks = { student: mark("student"), tutor: mark("tutor"), teacher: mark("teacher") };
  return <Joint deed={m.plan_who_agreed({ number: next })} marks={marks} />;
}
