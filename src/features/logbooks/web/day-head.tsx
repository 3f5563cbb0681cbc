import { asSentence, dayWord } from "#web/ui/format.ts";
import type { DayView } from "./day-content.ts";

/** Which day, and where. */
export function DayHead({ view }: { view: DayView }) {
  return (
    <div>
      <h1 id="page-title" tabIndex={-1}>
        {asSentence(dayWord(view.day))}
      </h1>
      <p className="muted">{view.workplaceName}</p>
    </div>
  );
}
