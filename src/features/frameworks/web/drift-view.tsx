import { ArrowRightLeft, Minus, Pencil, Plus } from "lucide-react";
import { m } from "#messages/web";
import { textOf } from "#web/i18n/language.ts";
import { Card } from "#web/ui/card.tsx";
import { dayYear, number } from "#web/ui/format.ts";
import { Link } from "#web/ui/link.tsx";
import { Rows } from "#web/ui/rows.tsx";
import { ChangeRow, TextList } from "./drift-row.tsx";
import { pointsWord, stateWord } from "./framework-words.ts";
import type { Report } from "./report-page.tsx";

type Drift = NonNullable<Report["drift"]>;

/** What changed from the version before, counted, each count opening to what it counts. */
export function DriftView({ report: { drift, earlier } }: { report: Report }) {
  return (
    <Card as="aside" className="aside">
      <h2>{m.framework_drift_title()}</h2>
      {drift === null ? (
        <p className="muted">{m.framework_drift_first()}</p>
      ) : (
        <>
          <p>
            {m.framework_drift_plans()}{" "}
            {earlier && (
              <Link href={`/qualifications/${earlier.versionId}`}>
                {m.framework_drift_earlier()}
              </Link>
            )}
          </p>
          <Changes drift={drift} />
        </>
      )}
    </Card>
  );
}

function Changes({ drift }: { drift: Drift }) {
  const { units, requirements, criteria, rulesChanged, dates } = drift;
  const lists = [
    ...Object.values(units),
    ...Object.values(requirements),
    ...Object.values(criteria),
    dates,
  ];
  if (!rulesChanged && lists.every((list) => list.length === 0)) {
    return <p className="muted">{m.framework_drift_nothing()}</p>;
  }
  return (
    <Rows label={m.framework_drift_title()}>
      <UnitChanges units={units} />
      <TextChanges what={REQUIREMENT_WORDS} drift={requirements} />
      <TextChanges what={CRITERION_WORDS} drift={criteria} />
      {rulesChanged && (
        <ChangeRow icon={ArrowRightLeft} tone="birch" words={m.framework_drift_rules()} />
      )}
      {dates.map(({ field, before, after }) => (
        <ChangeRow
          key={field}
          icon={ArrowRightLeft}
          tone="birch"
          words={DATE_WORDS[field]()}
          sub={changeWords(dayOrNone(before), dayOrNone(after))}
        />
      ))}
    </Rows>
  );
}

const DATE_WORDS = {
  validFrom: m.framework_drift_date_valid_from,
  validTo: m.framework_drift_date_valid_to,
  transitionEndsOn: m.framework_drift_date_transition_ends_on,
} as const;

function dayOrNone(day: string | null): string {
  return day === null ? m.framework_drift_none() : dayYear(day);
}

function changeWords(before: string, after: string): string {
  return m.framework_drift_change({ before, after });
}

function UnitChanges({ units }: { units: Drift["units"] }) {
  const counted = (list: readonly unknown[]) => ({ count: list.length, text: number(list.length) });
  const pointsOrNone = (points: number | null) =>
    points === null ? m.framework_drift_none() : pointsWord(points);
  return (
    <>
      <ChangeRow
        icon={Plus}
        tone="spruce"
        words={m.framework_drift_units_added(counted(units.added))}
        list={units.added.map(({ name }) => textOf(name))}
      />
      <ChangeRow
        icon={Minus}
        tone="ling"
        words={m.framework_drift_units_removed(counted(units.removed))}
        list={units.removed.map(({ name }) => textOf(name))}
      />
      <ChangeRow
        icon={Pencil}
        tone="birch"
        words={m.framework_drift_units_renamed(counted(units.renamed))}
        list={units.renamed.map(({ before, after }) => changeWords(textOf(before), textOf(after)))}
      />
      <ChangeRow
        icon={ArrowRightLeft}
        tone="birch"
        words={m.framework_drift_units_points(counted(units.points))}
        list={units.points.map(
          ({ name, before, after }) =>
            `${textOf(name)}: ${changeWords(pointsOrNone(before), pointsOrNone(after))}`,
        )}
      />
      <ChangeRow
        icon={ArrowRightLeft}
        tone="birch"
        words={m.framework_drift_units_states(counted(units.states))}
        list={units.states.map(
          ({ name, before, after }) =>
            `${textOf(name)}: ${changeWords(anyState(before), anyState(after))}`,
        )}
      />
    </>
  );
}

function anyState(state: string): string {
  const known = (["draft", "deleted", "unknown"] as const).find((one) => one === state);
  return (known && stateWord(known)) ?? m.framework_state_published();
}

type CountWords = (counted: { count: number; text: string }) => string;
type TextWords = { added: CountWords; removed: CountWords; reworded: CountWords };

const REQUIREMENT_WORDS: TextWords = {
  added: m.framework_drift_requirements_added,
  removed: m.framework_drift_requirements_removed,
  reworded: m.framework_drift_requirements_reworded,
};
const CRITERION_WORDS: TextWords = {
  added: m.framework_drift_criteria_added,
  removed: m.framework_drift_criteria_removed,
  reworded: m.framework_drift_criteria_reworded,
};

function TextChanges({ what, drift }: { what: TextWords; drift: Drift["requirements"] }) {
  const { added, removed, reworded } = drift;
  const counted = (list: readonly unknown[]) => ({ count: list.length, text: number(list.length) });
  return (
    <>
      <TextList icon={Plus} tone="spruce" words={what.added(counted(added))} rows={added} />
      <TextList
        icon={Minus}
        tone="ling"
        words={what.removed(counted(removed))}
        rows={removed}
        gone
      />
      <TextList
        icon={Pencil}
        tone="birch"
        words={what.reworded(counted(reworded))}
        rows={reworded}
      />
    </>
  );
}
