import type { Placement } from "./placement-types.ts";

/**
 * Shapes of the demo's story: the people and the places (placement-types.ts has the placements). The story is told for one day (see story.ts): every day in it is
 * already a calendar day, so that a loader only has to store it.
 *
 * Keys are ours and stable ("onni-virtanen"); they hold the story together and are not ids.
 */

export type Language = "fi" | "sv" | "en";

/** One text in all three languages. */
export type Texts = Readonly<Record<Language, string>>;

/** A calendar day, "2026-11-23". */
export type Day = string;

/** A clock time on a day in Europe/Helsinki: `at` is "14:30". */
export interface Moment {
  readonly on: Day;
  readonly at: string;
}

export type PersonKey = string;
export type TaskKey = string;

/** Code uri of a requirement in qualification.json, "ammattitaitovaatimukset_990201". */
export type RequirementCode = string;

/** Code uri of a unit in qualification.json, "tutkinnonosat_990102". */
export type UnitCode = string;

export type Trade =
  | "building-services"
  | "electrical"
  | "vehicle"
  | "wood"
  | "logistics"
  | "restaurant"
  | "practical-nurse"
  | "hairdressing";

/** A person is one record however many roles, providers and workplaces they have. */
export interface Person {
  readonly key: PersonKey;
  readonly givenName: string;
  readonly familyName: string;
  readonly language: Language;
  readonly email: string;
  readonly phone: string;
  /** Only students have one here; ages hold on the day the story is told. */
  readonly bornOn?: Day;
}

export interface Provider {
  readonly key: string;
  readonly name: Texts;
  /** First and second line of the name on a phone's bar. */
  readonly shortName: Texts;
  readonly businessId: string;
  readonly zone: "Europe/Helsinki";
  readonly mailDomain: string;
}

export type StaffRole = "teacher" | "coordinator" | "provider_admin" | "desk_adviser";

export interface Staff {
  readonly person: PersonKey;
  readonly provider: string;
  readonly roles: readonly StaffRole[];
}

export interface Student {
  readonly person: PersonKey;
  readonly provider: string;
  /** The teacher named to the student. */
  readonly teacher: PersonKey;
  readonly trade: Trade;
  /** Told what the law says while the student is under 18. */
  readonly guardian?: PersonKey;
}

export interface Employer {
  readonly key: string;
  readonly name: string;
  readonly businessId: string;
}

/** Acts for the employer: offers places, names tutors, signs. */
export interface Representative {
  readonly person: PersonKey;
  readonly employer: string;
  readonly title: Texts;
}

export interface WorkplaceTask {
  /** Unique in the whole story: "niemi-pipe-runs". */
  readonly key: TaskKey;
  readonly name: Texts;
}

export interface Workplace {
  readonly key: string;
  readonly employer: string;
  readonly name: string;
  readonly trade: Trade;
  readonly street: string;
  readonly postalCode: string;
  readonly town: string;
  /** One sentence: what is done here. */
  readonly about: Texts;
  /** How many students at the same time at most. */
  readonly capacity: number;
  readonly tasks: readonly WorkplaceTask[];
}

export interface Tutor {
  readonly person: PersonKey;
  readonly workplace: string;
  readonly title: Texts;
  /** Day the provider briefed the tutor; missing when not yet. */
  readonly briefedOn?: Day;
}

export interface Story {
  readonly today: Day;
  readonly providers: readonly Provider[];
  readonly people: readonly Person[];
  readonly staff: readonly Staff[];
  readonly students: readonly Student[];
  readonly employers: readonly Employer[];
  readonly representatives: readonly Representative[];
  readonly workplaces: readonly Workplace[];
  readonly tutors: readonly Tutor[];
  readonly placements: readonly Placement[];
}

/** One row of plain-texts.json: the requirement in words the workplace uses. */
export interface PlainText {
  readonly requirement: RequirementCode;
  /** "Fixes and supports heating pipes" */
  readonly name: Texts;
  /** A whole sentence: "You see it when ..." */
  readonly seenWhen: Texts;
  /** Two or three typical tasks. */
  readonly tasks: readonly Texts[];
}
