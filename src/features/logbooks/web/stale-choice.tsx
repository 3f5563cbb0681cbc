import { m } from "#messages/web";
import { Button } from "#web/ui/button.tsx";
import { names } from "#web/ui/format.ts";
import { Note } from "#web/ui/note.tsx";
import type { DayPart } from "../logbook.ts";

type StaleChoiceProps = {
  /** Parts that differ; empty = the day was begun on the other device. */
  parts: readonly DayPart[];
  busy: boolean;
  onKeep: () => void;
  onTake: () => void;
};

/** Another device was faster. The writer chooses; nothing is thrown away unasked. */
export function StaleChoice({ parts, busy, onKeep, onTake }: StaleChoiceProps) {
  const words = parts.length === 0 ? m.logbook_part_all() : names(parts.map(partText));
  return (
    <Note
      kind="wait"
      role="alert"
      action={
        <span className="row row-wrap">
          <Button busy={busy} onClick={onKeep}>
            {m.logbook_keep_mine()}
          </Button>
          <Button onClick={onTake}>{m.logbook_take_other()}</Button>
        </span>
      }
    >
      {m.logbook_stale({ parts: words })}
    </Note>
  );
}

function partText(part: DayPart): string {
  switch (part) {
    case "minutes":
      return m.logbook_part_minutes();
    case "absence":
      return m.logbook_part_absence();
    case "tasks":
      return m.logbook_part_tasks();
    case "paragraphs":
      return m.logbook_part_paragraphs();
    case "requirements":
      return m.logbook_part_requirements();
  }
}
