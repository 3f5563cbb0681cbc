import { m } from "#messages/web";
import { useMe } from "#web/session.ts";
import { Button } from "#web/ui/button.tsx";
import { ButtonLink } from "#web/ui/button-link.tsx";
import { dayNumber, daysBetween, localDay, names } from "#web/ui/format.ts";
import { GateList, GateRow } from "#web/ui/gate-row.tsx";
import { Section } from "#web/ui/section.tsx";
import { BEFORE_START } from "../placement.ts";
import {
  type GateAnswer,
  gateState,
  gateStepHref,
  gateStepText,
  gateWhat,
  gateWho,
  gateWhy,
  stopsFirst,
} from "./gate-text.ts";
import { isParty, nameOf, type Placement } from "./placement-page-answer.ts";
import { NudgeStep } from "./placement-page-nudge.tsx";

type GateProps = { placement: Placement; onNameTutor: () => void };

/** What is missing before the first day, why, who can fix it and the one step. */
export function PlacementGate({ placement, onNameTutor }: GateProps) {
  const { gate, state } = placement;
  const missing = gate.filter(({ verdict }) => verdict === "missing");
  const isBefore = BEFORE_START.includes(state);
  if (!isBefore && (state !== "running" || missing.length === 0)) return null;
  const rows = stopsFirst(isBefore ? gate : missing);
  const first = rows.find(({ verdict }) => verdict === "missing");
  return (
    <Section
      title={isBefore ? m.placement_before_first_day() : m.placement_missing_now()}
      end={isBefore ? readyText(placement, gate.length - missing.length) : undefined}
    >
      <GateList wide>
        {rows.map((row) => (
          <GateRow
            key={row.code}
            state={gateState(row)}
            what={gateWhat(row)}
            why={gateWhy(row)}
            who={<Who placement={placement} row={row} />}
            step={
              <Step
                placement={placement}
                row={row}
                primary={row === first}
                onNameTutor={onNameTutor}
              />
            }
          />
        ))}
      </GateList>
    </Section>
  );
}

function readyText({ gate, startsOn, today }: Placement, ready: number): string {
  const days = daysBetween(today, startsOn);
  const done = m.placement_ready({ ready, all: gate.length });
  return days > 0 ? `${done}, ${m.placement_days_left({ count: days })}` : done;
}

function Who({ placement, row }: { placement: Placement; row: GateAnswer }) {
  const me = useMe();
  if (row.verdict === "missing") return names(gateWho(row, me?.personId));
  if (row.code === "tutor" && placement.tutor) return nameOf(placement.tutor);
  const last = placement.plan?.marks
    .map(({ at }) => at)
    .toSorted()
    .at(-1);
  if (row.code === "plan" && last) {
    return m.placement_all_three({ day: dayNumber(localDay(last)) });
  }
  return null;
}

type StepProps = GateProps & { row: GateAnswer; primary: boolean };

/** The reader's own step, or a nudge to the one who has it. */
function Step({ placement, row, primary, onNameTutor }: StepProps) {
  const me = useMe();
  if (row.verdict !== "missing" || row.step === null) return null;
  const kind = primary ? "primary" : "second";
  const isMine = row.fixers.some(
    ({ personId, role }) =>
      (personId !== null && personId === me?.personId) ||
      (role === "coordinator" && placement.relation === "coordinator"),
  );
  if (row.step === "name_tutor" && placement.abilities.nameTutor.allowed) {
    return (
      <Button kind={kind} onClick={onNameTutor}>
        {gateStepText(row.step)}
      </Button>
    );
  }
  // Whoever is missing is reminded, or reached anew, on the agreement's own page.
  if (isMine || row.step === "open_agreement") {
    return (
      <ButtonLink kind={kind} href={gateStepHref(row.step, placement.id)}>
        {gateStepText(row.step)}
      </ButtonLink>
    );
  }
  const about = row.code === "plan" ? "plan" : "gate";
  const others = row.fixers.filter(({ personId }) => personId !== null).map(({ role }) => role);
  return (
    <span className="place-nudge">
      {others.filter(isParty).map((party) => (
        <NudgeStep key={party} placement={placement} to={party} about={about} />
      ))}
    </span>
  );
}
