import { m } from "#messages/web";
import type { AnswerOf } from "#web/request.ts";
import { dayNumber, daysBetween, inDays, localDay, weekdayShort } from "#web/ui/format.ts";
import { Marks } from "#web/ui/marks.tsx";
import type { Three } from "#web/ui/marks-label.ts";
import { Section } from "#web/ui/section.tsx";
import type { readPlacement } from "../placement-page.contract.ts";
import { talkText, weekNumber, weekText } from "./state-text.ts";

type Placement = AnswerOf<typeof readPlacement>;
type Week = Placement["weeks"][number];
type LastDeed = { at: string; text: string; deed?: string; marks?: Three };

const SHOWN = 4;

/** The newest weeks, talks and nudges of the placement, newest first. */
export function BoardLast({ placement, today }: { placement: Placement; today: string }) {
  const deeds = [weekDeeds, talkDeeds, planDeeds, nudgeDeeds]
    .flatMap((deedsOf) => deedsOf(placement))
    .toSorted((a, b) => (a.at < b.at ? 1 : -1))
    .slice(0, SHOWN);
  return (
    <Section level={3} title={m.board_last()}>
      {deeds.length === 0 && <p className="muted">{m.board_last_none()}</p>}
      <ul className="board-last">
        {deeds.map(({ at, text, deed, marks }) => (
          <li key={`${at} ${text}`}>
            <span className="muted">{nearDay(localDay(at), today)}</span>
            <span>{text}</span>
            {deed && marks && <Marks deed={deed} marks={marks} />}
          </li>
        ))}
      </ul>
    </Section>
  );
}

const NEAR_DAYS = 6;

/** "today", "Fri", "16 Nov" */
function nearDay(day: string, today: string): string {
  const ago = daysBetween(day, today);
  if (ago === 0) return inDays(day, today);
  return ago <= NEAR_DAYS ? weekdayShort(day) : dayNumber(day);
}

function weekDeeds(placement: Placement): LastDeed[] {
  return placement.weeks.flatMap((week) => {
    const at = week.confirmedAt ?? week.sentAt;
    if (at === null) return [];
    const number = { week: weekNumber(week.week) };
    const text = week.confirmedAt ? m.board_last_confirmed(number) : m.board_last_written(number);
    return [{ at, text, deed: weekText(week.week), marks: weekMarks(week, placement) }];
  });
}

function weekMarks({ confirmedAt, readAt }: Week, { student, tutor }: Placement): Three {
  const isConfirmed = confirmedAt !== null;
  return {
    student: { name: student.givenName, state: "done" },
    tutor: {
      name: tutor?.givenName ?? m.attention_the_tutor(),
      state: isConfirmed ? "done" : "turn",
    },
    teacher: { name: "", you: true, state: readAt ? "done" : isConfirmed ? "turn" : "open" },
  };
}

const PARTIES = ["student", "tutor", "teacher"] as const;

function planDeeds({ plan, student, tutor }: Placement): LastDeed[] {
  if (plan === null) return [];
  const agreed = PARTIES.filter((party) => plan.marks.some((mark) => mark.party === party));
  const next = PARTIES.find((party) => !agreed.includes(party));
  const stateOf = (party: (typeof PARTIES)[number]) =>
    agreed.includes(party) ? "done" : party === next ? "turn" : "open";
  const marks: Three = {
    student: { name: student.givenName, state: stateOf("student") },
    tutor: { name: tutor?.givenName ?? m.attention_the_tutor(), state: stateOf("tutor") },
    teacher: { name: "", you: true, state: stateOf("teacher") },
  };
  const lastMark = plan.marks
    .map(({ at }) => at)
    .toSorted()
    .at(-1);
  const at = next === undefined && lastMark ? lastMark : plan.editedAt;
  const text = next === undefined ? m.board_last_plan_agreed() : m.board_last_plan();
  return [{ at, text, deed: m.state_plan(), marks }];
}

function talkDeeds({ talks }: Placement): LastDeed[] {
  return talks.flatMap(({ kind, heldAt, notedBy }) => {
    if (heldAt === null) return [];
    const talk = talkText(kind);
    return [{ at: heldAt, text: notedBy ? m.board_last_talk({ talk, name: notedBy }) : talk }];
  });
}

function nudgeDeeds({ nudges, student, tutor }: Placement): LastDeed[] {
  return nudges.flatMap(({ toPerson, at }) => {
    const person = [student, tutor].find((one) => one?.id === toPerson);
    return person ? [{ at, text: m.board_last_nudge({ name: person.givenName }) }] : [];
  });
}
