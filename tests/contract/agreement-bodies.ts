import { newId } from "#server/clock.ts";
import type { World } from "#tests/support/makers.ts";

const DAY = "2026-11-20";
const DAMAGE = { fi: "Vahinko", sv: "Skada", en: "Damage" };

/** A well-formed body of each route of agreements and their templates. */
export const AGREEMENT_BODIES: Record<string, (world: World) => object> = {
  "POST /api/agreement-templates/{providerId}/{basis}/draft": () => ({ from: "in_use" }),
  "PUT /api/agreement-templates/{providerId}/{basis}/draft/sections/{sectionId}": () => ({
    heading: DAMAGE,
    body: DAMAGE,
  }),
  "POST /api/agreement-templates/{providerId}/{basis}/draft/sections": () => ({
    sectionId: null,
    at: 0,
    heading: DAMAGE,
    body: DAMAGE,
  }),
  "PUT /api/agreement-templates/{providerId}/{basis}/draft/title": () => DAMAGE,
  "PUT /api/agreement-templates/{providerId}/{basis}/draft/order": () => ({ order: ["damage"] }),
  "POST /api/agreement-templates/{providerId}/{basis}/draft/readers": (world) => ({
    personId: world.coordinator,
  }),
  "PUT /api/agreement-templates/{providerId}/{basis}/draft/signing": () => ({
    guardian: "signs",
    order: "any",
  }),
  "POST /api/agreement-templates/{providerId}/{basis}/publication": () => ({ from: "2027-01-01" }),
  "POST /api/placements/{placementId}/agreements": (world) => ({
    id: newId(),
    language: "fi",
    providerSignerId: world.coordinator,
    employer: { personId: world.colleague },
    guardian: null,
    employment: null,
  }),
  "POST /api/placements/{placementId}/amendments": () => ({
    id: newId(),
    endsOn: "2027-01-15",
    why: "Kahvila on kiinni.",
  }),
  "POST /api/workplaces/{workplaceId}/framework-agreements": (world) => ({
    id: newId(),
    language: "fi",
    covers: "both",
    validFrom: "2026-12-01",
    validUntil: "2028-11-30",
    providerSignerId: world.coordinator,
    employer: { personId: world.colleague },
  }),
  "POST /api/agreements/{agreementId}/termination": () => ({
    lastDay: "2026-12-31",
    reason: "Omistaja vaihtuu.",
  }),
  "POST /api/agreements/{agreementId}/codes": () => ({ party: "employer" }),
  "POST /api/agreements/{agreementId}/signatures": () => ({
    party: "employer",
    textHash: "0".repeat(64),
    code: "123456",
    language: "fi",
  }),
  "POST /api/agreements/{agreementId}/corrections": () => ({
    startsOn: DAY,
    endsOn: "2027-01-15",
    hours: { minutesPerWeek: 2_250, dayStartsAt: "07:00", dayEndsAt: "15:00", breakMinutes: 30 },
    why: "Kahvila on kiinni.",
  }),
  "POST /api/agreements/{agreementId}/refusal": () => ({ party: "employer", reason: "Emme ehdi." }),
  "POST /api/agreements/{agreementId}/withdrawal": () => ({ reason: "Tunnit väärin." }),
  "PUT /api/agreements/{agreementId}/parties/{party}/address": () => ({
    email: "uusi@example.org",
    phone: null,
    known: "called",
  }),
  "PUT /api/agreements/{agreementId}/parties/{party}/deputy": (world) => ({
    deputy: { personId: world.colleague },
    known: "called",
  }),
};
