import type { Basis } from "#features/placements/placement.ts";
import type { AgreementFacts } from "./agreement-facts.ts";

/** Made-up facts for trying a template: nobody's placement has to be opened to see how it reads. */
export function sampleFacts(basis: Basis): AgreementFacts {
  return {
    ...SAMPLE,
    basis,
    employment:
      basis === "apprenticeship"
        ? {
            payBasis: "Kiinteistöpalvelualan TES",
            payText: "1 850 €/kk",
            probationEndsOn: "2027-01-10",
            minutesPerWeekOnAverage: 2_250,
            compensationEuros: 150,
          }
        : null,
  };
}

export const SAMPLE_PROVIDER = {
  name: { fi: "Malliopisto", sv: "Modellinstitutet", en: "Model College" },
  businessId: "1234567-1",
} as const;

const SAMPLE: Omit<AgreementFacts, "basis" | "employment"> = {
  period: { startsOn: "2026-11-09", endsOn: "2027-02-26" },
  partTimePercent: 100,
  student: { name: "Maija Malli", underage: true },
  provider: SAMPLE_PROVIDER,
  employer: {
    name: "Esimerkki Oy",
    businessId: "7654321-2",
    workplace: "Esimerkki, huoltohalli",
    address: "Mallikatu 1, 00100 Helsinki",
  },
  teacher: { name: "Outi Opettaja", email: "outi@example.org", phone: "050 000 0001" },
  tutor: { name: "Otto Ohjaaja", email: null, phone: "050 000 0002" },
  qualification: {
    fi: "Kiinteistöpalvelujen perustutkinto",
    sv: "Grundexamen i fastighetsservice",
    en: "Vocational Qualification in Property Services",
  },
  units: [
    {
      fi: "Kiinteistön hoitaminen",
      sv: "Skötsel av fastigheter",
      en: "Taking care of a property",
    },
  ],
  planNumber: 2,
  objectives: [
    {
      requirementId: "sample",
      text: {
        fi: "tarkistaa kiinteistön kierroksella",
        sv: "granska fastigheten på en rond",
        en: "check a property on a round",
      },
    },
  ],
  tasks: [{ fi: "Viikkokierros", sv: "Veckorond", en: "Weekly round" }],
  hours: { minutesPerWeek: 2_250, dayStartsAt: "07:30", dayEndsAt: "15:30", breakMinutes: 30 },
  talks: [{ kind: "start", at: "2026-11-09T06:30:00Z", minutes: 30, place: "workplace" }],
  timeZone: "Europe/Helsinki",
  support: null,
  travel: null,
  meals: null,
  insurance: { accident: "provider", liability: "employer", note: null },
  generalTerms: null,
};
