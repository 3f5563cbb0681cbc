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
  /** A new last day, so many days later, and why: out to be accepted. */
  readonly amendment?: { readonly days: number; readonly why: string };
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

/** College and student are quick; the agreement of a café and that of a garage wait for their owners. */
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
  { student: "tuomas-aho", employer: "antti-karhu", sentDaysAgo: 12, done: ALL },
  { student: "ronja-hakkarainen", employer: "eija-partanen", sentDaysAgo: 11, done: ALL },
  { student: "emma-nystrom", employer: "saga-wikstrom", sentDaysAgo: 9, done: ALL },
];
