import { YOUNG_WORKERS } from "#features/rules/national-pack.ts";
import { newId, newToken } from "#server/clock.ts";
import type { World } from "#tests/support/makers.ts";
import { AGREEMENT_BODIES } from "./agreement-bodies.ts";

const DAY = "2026-11-20";

/** A CSV with one right row. */
const CSV = Buffer.from("Nimi;Y-tunnus;Kunta\nKahvila;1234567-1;Imatra\n").toString("base64");
const DETAILS = {
  name: "Kahvila",
  street: null,
  postalCode: null,
  municipality: "Imatra",
  phone: null,
  email: null,
  fields: ["kitchen"],
  languages: [],
};

const PERSON = { givenName: "Pekka", familyName: "Laine", email: null, phone: null };

export const TOKEN = "t".repeat(43);

/** A well-formed body of each route that takes one. */
export const BODIES: Record<string, (world: World) => object> = {
  ...AGREEMENT_BODIES,
  "POST /api/me/calendar-feed": () => ({ token: newToken(), showsNames: false }),
  "PUT /api/me/calendar-feed": () => ({ showsNames: true }),
  "PUT /api/placements/{placementId}/path/proven/{requirementId}": () => ({
    how: "recognised",
    on: DAY,
  }),
  "PUT /api/placements/{placementId}/path/adaptations/{adaptationId}": (world) => ({
    unitId: world.unitId,
    requirementId: null,
    kind: "deviation",
    text: "Arvioidaan suullisesti.",
    forWorkplace: false,
  }),
  "PUT /api/placements/{placementId}/path/support/{noteId}": () => ({ text: "Tauko kahdelta." }),
  "PUT /api/placements/{placementId}/path/support/{noteId}/consent": () => ({ shared: true }),
  "POST /api/placements/{placementId}/copies": (world) => ({
    id: newId(),
    studentId: world.student,
    startsOn: "2027-02-01",
    endsOn: "2027-03-05",
  }),
  "PUT /api/placements/{placementId}/interruptions/{interruptionId}": () => ({
    startsOn: DAY,
    endsOn: null,
    reason: "other",
  }),
  "POST /api/placements/{placementId}/interruptions/{interruptionId}/end": () => ({ endsOn: DAY }),
  "POST /api/sign-in/codes": () => ({ email: "nobody@example.org", language: "fi" }),
  "POST /api/sign-in/sessions": () => ({ code: "123456" }),
  "POST /api/providers/{providerId}/seals/own": () => ({ file: "MIAC", password: "no" }),
  "POST /api/providers/{providerId}/audit/exports": () => ({}),
  "PUT /api/me/language": () => ({ language: "fi" }),
  "POST /api/links/look": () => ({ token: TOKEN }),
  "POST /api/links/open": () => ({ token: TOKEN, colleague: null }),
  "POST /api/address-changes/look": () => ({ token: TOKEN }),
  "POST /api/address-changes/answer": () => ({ token: TOKEN, right: true }),
  "PUT /api/workplaces/{workplaceId}/people/{personId}/address": () => ({
    email: "uusi@example.org",
    reason: "Vanha osoite ei toimi.",
  }),
  "POST /api/links/renew": () => ({ token: TOKEN }),
  "POST /api/frameworks": () => ({ fileName: "peruste.json", content: "{}" }),
  "POST /api/workplaces": () => ({
    ...DETAILS,
    id: newId(),
    businessId: "1234567-1",
    employerName: "Kahvila",
  }),
  "PUT /api/workplaces/{workplaceId}": () => DETAILS,
  "PUT /api/workplaces/{workplaceId}/tasks/{taskId}": () => ({
    name: { fi: "Työ" },
    retired: false,
  }),
  "PUT /api/workplaces/{workplaceId}/tools/{toolId}": () => ({ name: "Saha", retired: false }),
  "PUT /api/workplaces/{workplaceId}/documents/{documentId}": () => ({
    kind: "insurance",
    title: "Vakuutus",
    validFrom: null,
    validUntil: "2027-06-30",
    removed: false,
  }),
  "PUT /api/workplaces/{workplaceId}/capacity/{capacityId}": () => ({
    field: "kitchen",
    startsOn: "2027-01-01",
    endsOn: "2027-05-31",
    places: 2,
    withdrawn: false,
  }),
  "POST /api/workplaces/{workplaceId}/people": () => ({
    ...PERSON,
    role: "tutor",
    title: "kokki",
    language: "fi",
  }),
  "PUT /api/workplaces/{workplaceId}/people/{personId}": () => ({ ...PERSON, seen: PERSON }),
  "PUT /api/workplaces/{workplaceId}/people/{personId}/parts/{role}": () => ({
    title: "kokki",
    ended: true,
  }),
  "PUT /api/workplaces/{workplaceId}/entries/{entryId}": () => ({
    kind: "phone",
    onDay: "2026-11-20",
    text: "Soitettu.",
    withdrawn: false,
  }),
  "PUT /api/register/views/{viewId}": () => ({
    name: "Keittiöt",
    query: "field=kitchen",
    shared: true,
    deleted: false,
  }),
  "POST /api/register/import/check": () => ({ content: CSV, fixes: [] }),
  "POST /api/register/import": () => ({ id: newId(), content: CSV, fixes: [] }),
  "POST /api/register/merges": (world) => ({
    id: newId(),
    keep: { id: world.workplaceId, version: 1 },
    give: { id: newId(), version: 1 },
    take: [],
    reason: null,
  }),
  "PUT /api/register/apart": (world) => ({
    left: world.workplaceId,
    right: newId(),
    apart: true,
  }),
  "POST /api/placements": (world) => ({
    id: newId(),
    providerId: world.providerId,
    studentId: world.student,
    workplaceId: world.workplaceId,
    teacherId: world.teacher,
    tutorId: world.tutor,
    frameworkVersionId: world.frameworkVersionId,
    unitIds: [world.unitId],
    basis: "training_agreement",
    startsOn: "2027-01-11",
    endsOn: "2027-02-12",
    partTimePercent: 100,
  }),
  "PUT /api/placements/{placementId}/task-kinds": (world) => ({
    taskKey: world.taskIds[0],
    kinds: ["slicer"],
  }),
  "PUT /api/placements/{placementId}/cards/{requirementId}": () => ({
    answer: "done",
    taskIds: [],
  }),
  "PUT /api/providers/{providerId}/cards/{requirementId}": () => ({
    plain: { fi: "Kokeilee, että putki pitää paineen" },
    seenWhen: {},
    tasks: [],
    takenFrom: null,
  }),
  "PUT /api/providers/{providerId}/cards/{requirementId}/offer": () => ({ offered: true }),
  "POST /api/placements/{placementId}/checklists": () => ({ field: "general" }),
  "PUT /api/placements/{placementId}/checklists/{checklistId}/answers": () => ({
    itemId: "exits",
    answer: "yes",
    remark: null,
    fileId: null,
    seen: null,
  }),
  "POST /api/placements/{placementId}/checklists/{checklistId}/signature": () => ({
    validUntil: "2027-11-23",
    conditions: [],
  }),
  "PUT /api/placements/{placementId}/insurance": () => ({
    accident: "provider",
    liability: "employer",
    note: null,
  }),
  "PUT /api/placements/{placementId}/settled": () => ({
    fact: "notice-made",
    kind: null,
    settled: true,
  }),
  "PUT /api/rule-packs/{providerId}/draft/rules/{ruleId}": () =>
    YOUNG_WORKERS.rules.find(({ id }) => id === "R1") ?? {},
  "POST /api/rule-packs/{providerId}/cases": () => ({
    birth: "2009-01-15",
    on: "2026-11-23",
    hours: null,
    task: "slicer",
    basis: "unknown",
  }),
  "POST /api/workplaces/{workplaceId}/suspension": () => ({
    kind: "suspended",
    reason: "Koneen suojus puuttuu.",
  }),
  "POST /api/workplaces/{workplaceId}/suspension/end": () => ({ reason: "Suojus on paikallaan." }),
  "POST /api/placements/{placementId}/relocation": () => ({
    outcome: "stays",
    note: "Eri osastolla.",
  }),
  "POST /api/placements/{placementId}/workplace-tasks": () => ({ copied: [], own: ["Tiiveyskoe"] }),
  "POST /api/placements/{placementId}/workplace-word": () => ({ changed: [], note: null }),
  "PUT /api/placements/{placementId}/follow-ups": () => ({ about: "condition:0", done: true }),
  "POST /api/placements/{placementId}/safety": () => ({
    kind: "near_miss",
    answers: [],
    words: null,
    callMe: false,
    hearers: ["teacher"],
  }),
  "POST /api/safety/{reportId}/hearers": () => ({ hearers: ["teacher"] }),
  "PUT /api/providers/{providerId}/safety-lead": ({ teacher }) => ({
    personId: teacher,
    instead: null,
  }),
  "POST /api/safety/{reportId}/steps": () => ({ what: "take", words: null }),
  "PUT /api/placements/{placementId}/clearances/{clearance}": () => ({
    state: "needed",
    shownOn: null,
    validUntil: null,
  }),
  "PUT /api/placements/{placementId}/fit/{about}": () => ({ lacks: ["sv"], how: "Tulkki" }),
  "PUT /api/placements/{placementId}/task-needs/{taskId}": () => ({ requirementIds: [] }),
  "PUT /api/placements/{placementId}/clearances/{clearance}/consent": () => ({ given: true }),
  "PUT /api/placements/{placementId}/induction/marks": () => ({
    taskKey: "",
    item: "exits",
    done: true,
  }),
  "POST /api/placements/{placementId}/induction/items": () => ({
    taskKey: "",
    text: "Portin koodi",
  }),
  "POST /api/placements/{placementId}/moves": () => ({ to: "ready", reason: null, ending: null }),
  "PUT /api/placements/{placementId}/tutor": (world) => ({ tutorId: world.tutor }),
  "POST /api/placements/{placementId}/talks": () => ({
    kind: "other",
    heldOn: DAY,
    note: "Sovittu.",
  }),
  "POST /api/placements/{placementId}/nudges": () => ({ to: "teacher", about: "talk", week: null }),
  "PUT /api/placements/{placementId}/days/{day}": (world) => ({
    entryId: newId(),
    minutes: 450,
    absence: null,
    tasks: [{ taskId: world.taskIds[0] }],
    paragraphs: [{ audience: "all", text: "Putkia." }],
    requirementIds: [],
    writtenAt: "2026-11-20T14:00:00Z",
  }),
  "PUT /api/placements/{placementId}/plan": (world) => ({
    content: {
      objectives: [{ requirementId: world.requirementIds[0] }],
      tasks: [],
      hours: { minutesPerWeek: 2_250, dayStartsAt: "07:00", dayEndsAt: "15:00", breakMinutes: 30 },
      talks: [],
      support: null,
      travel: null,
      meals: null,
    },
    why: null,
  }),
  "POST /api/placements/{placementId}/plan/marks": () => ({ number: 1 }),
  "POST /api/placements/{placementId}/suitability": (world) => ({
    outcome: "not_suitable",
    reason: "Ei ohjaajaa juuri nyt.",
    conditions: [],
    validUntil: "2027-01-31",
    cells: [],
    gaps: [
      { requirementId: world.requirementIds[0], owner: "later", dueOn: "2027-01-31", note: null },
    ],
  }),
  "POST /api/placements/{placementId}/weeks/{week}/confirmation": () => ({
    kind: "ok",
    exceptions: [],
    remark: null,
    cards: [],
  }),
};
