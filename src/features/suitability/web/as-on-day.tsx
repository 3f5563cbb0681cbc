import { lazy, Suspense } from "react";
import { m } from "#messages/web";
import { Button } from "#web/ui/button.tsx";
import { dayYear } from "#web/ui/format.ts";
import { Note } from "#web/ui/note.tsx";
import type { SuitabilityView } from "./suitability-view.ts";

const DateField = lazy(() =>
  import("#web/ui/date-field.tsx").then((file) => ({ default: file.DateField })),
);

type AsOnDayProps = {
  view: SuitabilityView;
  on: string | null;
  onChange: (day: string | null) => void;
};

/** The decision, its conditions and gaps as they stood on an earlier day; only for the school. */
export function AsOnDay({ view, on, onChange }: AsOnDayProps) {
  if (!view.abilities.followUp.allowed) return null;
  return (
    <details className="main no-print" open={on !== null}>
      <summary>{m.suitability_as_on()}</summary>
      <Suspense>
        <DateField
          label={m.suitability_as_on_day()}
          value={on}
          max={view.today}
          onChange={onChange}
        />
      </Suspense>
      {on !== null && (
        <Note
          kind="info"
          lead={m.suitability_as_on_shown({ day: dayYear(on) })}
          action={<Button onClick={() => onChange(null)}>{m.suitability_as_on_now()}</Button>}
        />
      )}
    </details>
  );
}
