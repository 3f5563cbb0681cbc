import { StoryCalendar } from "./calendar.ts";
import { people, representatives, students, tutors } from "./people/people.ts";
import { providers, staff } from "./people/staff.ts";
import type { Placement } from "./placement-types.ts";
import { aino } from "./placements/aino.ts";
import { beforeTheStart } from "./placements/before-the-start.ts";
import { buildPlacement } from "./placements/build-placement.ts";
import { eetu } from "./placements/eetu.ts";
import { emil } from "./placements/emil.ts";
import { fatima, veeti } from "./placements/fatima-and-veeti.ts";
import { finished } from "./placements/finished.ts";
import { helmi, joonas } from "./placements/joonas-and-helmi.ts";
import { kymenranta } from "./placements/kymenranta.ts";
import { minhAnh } from "./placements/minh-anh.ts";
import { olena, onni } from "./placements/onni-and-olena.ts";
import type { PlacementDraft } from "./placements/placement-draft.ts";
import { runningQuietly } from "./placements/running-quietly.ts";
import { amira, siiri } from "./placements/siiri-and-amira.ts";
import type { Day, Language, Person, PersonKey, Story } from "./story-types.ts";
import { employers, workplaces } from "./workplaces/workplaces.ts";

/**
 * The demo's story as it stands on a day.
 *
 * @param today a calendar day in Europe/Helsinki, "2026-11-23". The same day tells the same story.
 * @throws RangeError when `today` is no day.
 */
export function tellStory(today: Day): Story {
  const calendar = new StoryCalendar(today);
  const everybody = people(calendar);
  return {
    today: calendar.today,
    providers,
    people: everybody,
    staff,
    students,
    employers,
    representatives,
    workplaces,
    tutors: tutors(calendar),
    placements: drafts(calendar).map((draft) => placementOf(calendar, draft, everybody)),
  };
}

function drafts(calendar: StoryCalendar): readonly PlacementDraft[] {
  return [
    aino(calendar),
    onni,
    olena,
    fatima(calendar),
    emil,
    veeti(calendar),
    eetu,
    siiri,
    minhAnh,
    joonas,
    helmi(calendar),
    amira,
    ...beforeTheStart,
    ...runningQuietly,
    ...finished,
    ...kymenranta,
  ];
}

function placementOf(
  calendar: StoryCalendar,
  draft: PlacementDraft,
  everybody: readonly Person[],
): Placement {
  const student = students.find(({ person }) => person === draft.student);
  if (student === undefined) throw new RangeError(`No student ${draft.student}`);
  return buildPlacement(calendar, draft, {
    student,
    studentLanguage: languageOf(everybody, draft.student),
    tutorLanguage: languageOf(everybody, draft.tutor),
  });
}

function languageOf(everybody: readonly Person[], person: PersonKey | undefined): Language {
  return everybody.find(({ key }) => key === person)?.language ?? "fi";
}
