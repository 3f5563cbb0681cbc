import { useEffect, useRef } from "react";
import { m } from "#messages/web";
import { CheckboxGroup } from "#web/ui/choice-group.tsx";
import { asSentence, dayWord } from "#web/ui/format.ts";
import { TextArea } from "#web/ui/text-area.tsx";
import type { WeekView } from "./week-words.ts";

/** Day to what is not right on it; a day that is in it is chosen, also while its text is empty. */
export type Exceptions = Readonly<Record<string, string>>;

type ExceptionsFormProps = {
  view: WeekView;
  exceptions: Exceptions;
  onChange: (exceptions: Exceptions) => void;
  /** How often the tutor has tried to send it unfinished: nothing is scolded before the first. */
  tries: number;
};

/** "Something is not right": choose the day, say in a few words what. */
export function ExceptionsForm({ view, exceptions, onChange, tries }: ExceptionsFormProps) {
  const days = view.days.filter(({ kind }) => kind !== "outside" && kind !== "to_come");
  const form = useRef<HTMLElement>(null);
  useEffect(() => {
    // It came because the reader asked for it, or because something is missing in it.
    const first = tries > 0 ? ":is(textarea, input)[aria-invalid], input" : "input";
    form.current?.querySelector<HTMLElement>(first)?.focus();
  }, [tries]);
  const tried = tries > 0;
  const chosen = days.map(({ day }) => day).filter((day) => day in exceptions);
  const choose = (next: string[]) =>
    onChange(Object.fromEntries(next.toSorted().map((day) => [day, exceptions[day] ?? ""])));
  return (
    <section className="stack" ref={form}>
      <CheckboxGroup
        sheet
        legend={m.logbook_which_days()}
        hint={m.logbook_which_days_hint({ name: view.student.givenName })}
        error={tried && chosen.length === 0 ? m.logbook_choose_a_day() : undefined}
        name="exception-days"
        options={days.map(({ day }) => ({ value: day, label: asSentence(dayWord(day)) }))}
        values={chosen}
        onChange={choose}
      />
      {chosen.map((day) => (
        <TextArea
          key={day}
          label={m.logbook_what_is_wrong({ day: dayWord(day) })}
          error={tried && !exceptions[day]?.trim() ? m.logbook_write_what() : undefined}
          maxLength={1000}
          value={exceptions[day] ?? ""}
          onChange={(event) => onChange({ ...exceptions, [day]: event.target.value })}
        />
      ))}
    </section>
  );
}

/** What is sent; null when a day has no words or no day is chosen. */
export function exceptionsToSend(exceptions: Exceptions): { day: string; text: string }[] | null {
  const list = Object.entries(exceptions).map(([day, text]) => ({ day, text: text.trim() }));
  return list.length > 0 && list.every(({ text }) => text !== "") ? list : null;
}
