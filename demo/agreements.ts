import type { PersonKey } from "./story-types.ts";

export type AgreementPartyTold = "student" | "employer" | "provider";

/** An agreement of a student's placement, and who has done their part. */
export interface AgreementTold {
  readonly student: PersonKey;
  readonly employer: PersonKey;
  /** So many days before today it was sent. */
  readonly sentDaysAgo: number;
  /** In the order in which they signed, or said that they had read it. */
  readonly done: readonly AgreementPartyTold[];
  /** The letter to the employer came back. */
  readonly cameBack?: true;
  readonly amendment?: AmendmentTold;
}

/** A change of the signed agreement: so many more days, or another tutor. */
export interface AmendmentTold {
  readonly days?: number;
  readonly tutor?: PersonKey;
  readonly why: string;
  /** Who has signed or read it; without anybody it is out to be accepted. */
  readonly done?: readonly AgreementPartyTold[];
}

/** General terms between the college and an employer, signed by both the day after they were sent. */
export interface FrameworkTold {
  readonly framework: "both" | "training_agreement" | "apprenticeship";
  readonly employer: PersonKey;
  readonly sentDaysAgo: number;
  /** Days from today on which it begins and ends. */
  readonly from: number;
  readonly until: number;
}

/** One that is about to end, under which Tuomas was agreed; and a café's new one. */
export const frameworks: readonly FrameworkTold[] = [
  { framework: "both", employer: "antti-karhu", sentDaysAgo: 330, from: -325, until: 40 },
  { framework: "both", employer: "leila-karjalainen", sentDaysAgo: 3, from: -3, until: 727 },
];

const ALL = ["provider", "student", "employer"] as const;

/**
 * College and student are quick; the agreement of a café and that of a garage wait for their owners. One change is out,
 * one holds, and one agreement is of a placement that ended early.
 */
export const agreements: readonly AgreementTold[] = [
  {
    student: "aino-salmela",
    employer: "leila-karjalainen",
    sentDaysAgo: 60,
    done: ALL,
    amendment: {
      days: 28,
      why: "Aino oli lokakuussa kaksi viikkoa sairaana. Kahvilatuotteiden näyttö vaatii vielä harjoittelua.",
    },
  },
  {
    student: "nea-hiltunen",
    employer: "leila-karjalainen",
    sentDaysAgo: 4,
    done: ["provider", "student"],
  },
  {
    student: "jere-nurmi",
    employer: "timo-aalto",
    sentDaysAgo: 5,
    done: ["provider", "student"],
    cameBack: true,
  },
  {
    student: "oskar-holm",
    employer: "karl-erik-lind",
    sentDaysAgo: 40,
    done: ALL,
    amendment: {
      tutor: "karl-erik-lind",
      why: "Maria är ledig resten av året. Karl-Erik handleder Oskar i snickeriet.",
      done: ALL,
    },
  },
  { student: "roope-kallio", employer: "timo-aalto", sentDaysAgo: 49, done: ALL },
  { student: "tuomas-aho", employer: "antti-karhu", sentDaysAgo: 12, done: ALL },
  { student: "ronja-hakkarainen", employer: "eija-partanen", sentDaysAgo: 11, done: ALL },
  { student: "emma-nystrom", employer: "saga-wikstrom", sentDaysAgo: 9, done: ALL },
];
