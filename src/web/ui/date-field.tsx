import { type CalendarDate, parseDate } from "@internationalized/date";
import { CalendarDays, ChevronLeft, ChevronRight } from "lucide-react";
import { type ReactNode, useId } from "react";
import { Button } from "react-aria-components/Button";
import {
  Calendar,
  CalendarCell,
  CalendarGrid,
  CalendarGridBody,
  CalendarGridHeader,
  CalendarHeaderCell,
} from "react-aria-components/Calendar";
import { DateInput, DateSegment } from "react-aria-components/DateField";
import { DatePicker } from "react-aria-components/DatePicker";
import { Dialog } from "react-aria-components/Dialog";
import { Group } from "react-aria-components/Group";
import { Heading } from "react-aria-components/Heading";
import { I18nProvider } from "react-aria-components/I18nProvider";
import { Label } from "react-aria-components/Label";
import { Popover } from "react-aria-components/Popover";
import { m } from "#messages/web";
import { getLocale } from "#messages/web-runtime";
import type { Language } from "#shared/language.ts";
import { FieldWords, wordsWiring } from "./field.tsx";
import { Icon } from "./icon.tsx";

const TAGS: Record<Language, string> = { fi: "fi-FI", sv: "sv-FI", en: "en-GB" };

type DateFieldProps = {
  label: ReactNode;
  /** "2026-11-23" */
  value: string | null;
  onChange: (day: string | null) => void;
  /** The first and the last day that can be chosen. */
  min?: string;
  max?: string;
  hint?: ReactNode;
  error?: ReactNode;
};

/**
 * A day, typed part by part or chosen from the calendar, in the order of the reader's language.
 * Brings react-aria: only on pages that need it, never on the tutor's link pages.
 */
export function DateField({ label, value, onChange, min, max, hint, error }: DateFieldProps) {
  const id = useId();
  const limits = {
    ...(min ? { minValue: parseDate(min) } : {}),
    ...(max ? { maxValue: parseDate(max) } : {}),
  };
  return (
    <I18nProvider locale={TAGS[getLocale()]}>
      <DatePicker
        {...limits}
        className={error ? "field has-error" : "field"}
        value={value ? parseDate(value) : null}
        onChange={(date) => onChange(date ? date.toString() : null)}
        isInvalid={Boolean(error)}
        placeholderValue={monthOf(min)}
        firstDayOfWeek="mon"
        {...wordsWiring(id, hint, error)}
      >
        <Label className="field-label">{label}</Label>
        <FieldWords id={id} hint={hint} error={error} />
        <Group className="with-button">
          <DateInput className="input date-input">
            {(segment) => <DateSegment segment={segment} className="date-segment" />}
          </DateInput>
          <Button aria-label={m.ui_date_open()}>
            <Icon of={CalendarDays} />
          </Button>
        </Group>
        <Popover className="popover" placement="bottom start">
          <Dialog className="calendar">
            <MonthCalendar />
          </Dialog>
        </Popover>
      </DatePicker>
    </I18nProvider>
  );
}

function MonthCalendar() {
  return (
    <Calendar>
      <header>
        <Button slot="previous" aria-label={m.ui_date_earlier()}>
          <Icon of={ChevronLeft} />
        </Button>
        <Heading level={2} />
        <Button slot="next" aria-label={m.ui_date_later()}>
          <Icon of={ChevronRight} />
        </Button>
      </header>
      <CalendarGrid weekdayStyle="short">
        <CalendarGridHeader>
          {(weekday) => <CalendarHeaderCell>{weekday}</CalendarHeaderCell>}
        </CalendarGridHeader>
        <CalendarGridBody>
          {(date) => <CalendarCell date={date} className="calendar-day" />}
        </CalendarGridBody>
      </CalendarGrid>
    </Calendar>
  );
}

/** Where the calendar opens when nothing is chosen: at the first day that can be. */
function monthOf(day: string | undefined): CalendarDate {
  if (day) return parseDate(day);
  const now = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Helsinki" }).format();
  return parseDate(now);
}
