import type { ReactNode } from "react";
import { m } from "#messages/web";
import { Card } from "#web/ui/card.tsx";
import { addDays, dayNumber, daysBetween, dayYear, mondayOf, weekOf } from "#web/ui/format.ts";
import { KeyValues } from "#web/ui/key-values.tsx";
import { Ribbon } from "#web/ui/ribbon.tsx";
import type { RibbonWeek } from "#web/ui/ribbon-cells.ts";
import type { Choices, Draft } from "./new-placement-draft.ts";
import { basisText } from "./state-text.ts";

type SummaryProps = { choices: Choices; draft: Draft; children: ReactNode };

/** What has been chosen so far, with the weeks drawn; the button stands under it. */
export function NewPlacementSummary({ choices, draft, children }: SummaryProps) {
  const weeks = weeksOf(draft);
  return (
    <Card as="aside" className="stack aside-stays" label={m.new_placement_so_far()}>
      <h2>{m.new_placement_so_far()}</h2>
      {weeks.length > 0 && <Ribbon weeks={weeks} label={periodText(draft, weeks.length)} />}
      <KeyValues
        items={[
          { key: "student", label: m.new_placement_student(), value: studentText(choices, draft) },
          {
            key: "workplace",
            label: m.new_placement_workplace(),
            value: workplaceText(choices, draft),
          },
          { key: "tutor", label: m.new_placement_tutor(), value: tutorText(choices, draft) },
          { key: "units", label: m.new_placement_units(), value: unitsText(choices, draft) },
          {
            key: "period",
            label: m.new_placement_weeks_label(),
            value: weeks.length > 0 ? periodText(draft, weeks.length) : nothing(),
          },
          { key: "basis", label: m.new_placement_basis(), value: basisText(draft.basis) },
        ]}
      />
      {children}
    </Card>
  );
}

function nothing(): ReactNode {
  return <span className="muted">{m.new_placement_not_chosen()}</span>;
}

function studentText({ students }: Choices, { studentId }: Draft): ReactNode {
  const student = students.find(({ id }) => id === studentId);
  return student ? `${student.givenName} ${student.familyName}` : nothing();
}

function workplaceText({ workplaces }: Choices, { workplaceId }: Draft): ReactNode {
  return workplaces.find(({ id }) => id === workplaceId)?.name ?? nothing();
}

function tutorText({ workplaces }: Choices, { workplaceId, tutorId }: Draft): ReactNode {
  const workplace = workplaces.find(({ id }) => id === workplaceId);
  if (!workplace) return nothing();
  const tutor = workplace.tutors.find(({ id }) => id === tutorId);
  if (tutor) return `${tutor.givenName} ${tutor.familyName}`;
  return <b className="c-birch">{m.new_placement_tutor_later()}</b>;
}

function unitsText({ frameworks }: Choices, { versionId, unitIds }: Draft): ReactNode {
  const units = frameworks.find((framework) => framework.versionId === versionId)?.units ?? [];
  const chosen = units.filter(({ id }) => unitIds.includes(id));
  if (chosen.length === 0) return nothing();
  const count = chosen.reduce((sum, { requirements }) => sum + requirements, 0);
  return m.new_placement_units_count({
    count: chosen.length,
    requirements: m.ui_requirements({ count }),
  });
}

function periodText({ startsOn, endsOn }: Draft, count: number): string {
  if (startsOn === null || endsOn === null) return "";
  return m.new_placement_period({
    from: dayNumber(startsOn),
    to: dayYear(endsOn),
    weeks: m.new_placement_weeks({ count }),
  });
}

/** A year's typing error must not draw thousands of weeks. */
const MOST_WEEKS = 53 * 5;

function weeksOf({ startsOn, endsOn }: Draft): RibbonWeek[] {
  if (startsOn === null || endsOn === null || endsOn < startsOn) return [];
  const first = mondayOf(startsOn);
  const count = Math.floor(daysBetween(first, endsOn) / 7) + 1;
  return Array.from({ length: Math.min(count, MOST_WEEKS) }, (_, index) => {
    const monday = addDays(first, index * 7);
    return {
      monday,
      state: "to-come",
      sentence: m.state_week({ number: weekOf(monday).week }),
    };
  });
}
