import type { Day, Moment } from "./story-types.ts";

/** A place in the story's time: week 0 is this week, weekday 1 is Monday. */
export interface StoryDay {
  readonly week: number;
  readonly weekday: 1 | 2 | 3 | 4 | 5;
}

/** Short for a StoryDay: `on(-1, 5)` is Friday last week. */
export function on(week: number, weekday: StoryDay["weekday"]): StoryDay {
  return { week, weekday };
}

/**
 * The calendar of the day the story is told. Told on a Saturday or Sunday, "this week" is the
 * coming one, so that week -1 is always the last whole week and nothing happens at weekends.
 */
export class StoryCalendar {
  readonly today: Day;
  readonly #today: Temporal.PlainDate;
  readonly #monday: Temporal.PlainDate;

  constructor(today: Day) {
    this.#today = Temporal.PlainDate.from(today);
    this.today = this.#today.toString();
    const weekday = this.#today.dayOfWeek;
    this.#monday = this.#today.add({ days: (weekday > 5 ? 8 : 1) - weekday });
  }

  day(place: StoryDay): Day {
    return this.#monday.add({ days: place.week * 7 + place.weekday - 1 }).toString();
  }

  monday(week: number): Day {
    return this.day({ week, weekday: 1 });
  }

  moment(place: StoryDay, at: string): Moment {
    return { on: this.day(place), at };
  }

  /** True when the day is over: yesterday and before. */
  isPast(place: StoryDay): boolean {
    return this.day(place) < this.today;
  }

  /** Every working day of the week that is already over, Monday first. */
  pastDaysOf(week: number): readonly StoryDay[] {
    return WEEKDAYS.map((weekday) => on(week, weekday)).filter((place) => this.isPast(place));
  }

  /** The working day on or before the day that was `days` calendar days ago. */
  ago(days: number): StoryDay {
    const date = this.#today.subtract({ days });
    const weekday = date.dayOfWeek;
    return this.#placeOf(date.subtract({ days: Math.max(0, weekday - 5) }));
  }

  /** The n-th working day before today: 1 is the last one that is over. */
  workdaysAgo(count: number): StoryDay {
    let date = this.#today;
    for (let left = count; left > 0; ) {
      date = date.subtract({ days: 1 });
      if (date.dayOfWeek <= 5) left -= 1;
    }
    return this.#placeOf(date);
  }

  /** The next such weekday after today. */
  upcoming(weekday: StoryDay["weekday"]): StoryDay {
    const place = on(0, weekday);
    return this.day(place) > this.today ? place : on(1, weekday);
  }

  /** Born so that the person is `age` today and has the next birthday in `daysToBirthday` days. */
  bornOn(age: number, daysToBirthday: number): Day {
    return this.#today
      .add({ days: daysToBirthday })
      .subtract({ years: age + 1 })
      .toString();
  }

  #placeOf(date: Temporal.PlainDate): StoryDay {
    const days = this.#monday.until(date, { largestUnit: "day" }).days;
    const week = Math.floor(days / 7);
    const weekday = WEEKDAYS[days - week * 7];
    if (weekday === undefined) throw new RangeError(`${date.toString()} is no working day`);
    return on(week, weekday);
  }
}

const WEEKDAYS = [1, 2, 3, 4, 5] as const;
