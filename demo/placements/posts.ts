import { on, type StoryDay } from "../calendar.ts";
import {
  cafe,
  care,
  electrical,
  hair,
  heating,
  joinery,
  kitchen,
  shared,
  vehicle,
  warehouse,
  water,
} from "../requirements.ts";
import type { RequirementCode } from "../story-types.ts";
import type { PlacementDraft, SuitabilityDraft } from "./placement-draft.ts";

/** A usual seat at a workplace: who guides, when the day is, what is practised. */
export type Post = Pick<
  PlacementDraft,
  "workplace" | "tutor" | "deputy" | "hours" | "units" | "requirements"
>;

/** All requirements of a unit but those named. */
function all(unit: Readonly<Record<string, string>>, ...without: RequirementCode[]): string[] {
  return Object.values(unit).filter(
    (code) => code.startsWith("ammattitaitovaatimukset") && !without.includes(code),
  );
}

export const atNiemi: Post = {
  workplace: "niemi-kauppakatu",
  tutor: "mika-korhonen",
  deputy: "pia-salo",
  hours: ["07:00", "15:00", 30],
  units: [heating.unit, shared.unit],
  requirements: [...all(heating), shared.keepsOrder, shared.usesProtection, shared.servesCustomer],
};

export const atKarhu: Post = {
  workplace: "karhu",
  tutor: "sari-kettunen",
  hours: ["07:30", "15:30", 30],
  units: [water.unit, heating.unit, shared.unit],
  requirements: [
    ...all(water),
    heating.connectsRadiators,
    heating.balancesNetwork,
    shared.plansDay,
    shared.keepsOrder,
    shared.servesCustomer,
  ],
};

export const atTimonen: Post = {
  workplace: "timonen",
  tutor: "jukka-timonen",
  hours: ["07:00", "15:00", 30],
  units: [electrical.unit, shared.unit],
  requirements: [...all(electrical), shared.usesProtection, shared.servesCustomer],
};

export const atAalto: Post = {
  workplace: "aalto",
  tutor: "timo-aalto",
  deputy: "kari-pulkkinen",
  hours: ["08:00", "16:00", 30],
  units: [vehicle.unit, shared.unit],
  requirements: [...all(vehicle), shared.keepsOrder, shared.sortsWaste, shared.servesCustomer],
};

export const atLind: Post = {
  workplace: "lind",
  tutor: "karl-erik-lind",
  deputy: "maria-lind",
  hours: ["07:00", "15:00", 30],
  units: [joinery.unit, shared.unit],
  requirements: [...all(joinery), shared.usesProtection, shared.servesCustomer],
};

export const atVarasto: Post = {
  workplace: "varasto",
  tutor: "paivi-hirvonen",
  hours: ["06:00", "14:00", 30],
  units: [warehouse.unit, shared.unit],
  requirements: [...all(warehouse), shared.keepsTimes, shared.keepsOrder, shared.sortsWaste],
};

export const atRantapuisto: Post = {
  workplace: "rantapuisto",
  tutor: "leila-karjalainen",
  deputy: "joonas-pitkanen",
  hours: ["08:00", "16:00", 30],
  units: [cafe.unit, shared.unit],
  requirements: [...all(cafe), shared.keepsTimes, shared.servesCustomer, shared.sortsWaste],
};

export const atLehto: Post = {
  workplace: "lehto",
  tutor: "kimmo-vaisanen",
  hours: ["08:00", "16:00", 30],
  units: [kitchen.unit, shared.unit],
  requirements: [...all(kitchen), shared.asksAndListens, shared.sortsWaste],
};

export const atKanerva: Post = {
  workplace: "kanerva",
  tutor: "petra-lehtonen",
  hours: ["07:00", "15:00", 30],
  units: [care.unit, shared.unit],
  requirements: [...all(care), shared.asksAndListens],
};

export const atTuomi: Post = { ...atKanerva, workplace: "tuomi", tutor: "riitta-hokkanen" };

export const atKotiranta: Post = { ...atKanerva, workplace: "kotiranta", tutor: "anneli-suni" };

export const atSaga: Post = {
  workplace: "saga",
  tutor: "saga-wikstrom",
  hours: ["09:00", "17:00", 30],
  units: [hair.unit, shared.unit],
  requirements: [...all(hair), shared.servesCustomer, shared.asksAndListens],
};

type Gaps = NonNullable<SuitabilityDraft["gaps"]>;

/** What the usual seat cannot teach, and how the college fills it before the last week. */
export function usualGaps(post: Post, ends: StoryDay): Gaps {
  const dueOn = on(ends.week - 1, 5);
  if (post.workplace === atNiemi.workplace) {
    const note = "Patteriverkoston tasapainotus harjoitellaan oppilaitoksen työsalissa.";
    return [{ requirement: heating.balancesNetwork, owner: "school", note, dueOn }];
  }
  if (post.workplace === atKanerva.workplace) {
    const note = "Ulkoilu ja viriketoiminta oppilaitoksen kävelyryhmässä.";
    return [{ requirement: care.supportsActivity, owner: "school", note, dueOn }];
  }
  return [];
}
