import { FIELDS, type Field } from "#features/checklists/checklist.ts";
import { m } from "#messages/web";
import type { TimelineKind, TimelineWhat } from "../register.ts";

export function timelineKindName(kind: TimelineKind): string {
  const names: Record<TimelineKind, () => string> = {
    contact: m.register_timeline_kind_contact,
    letter: m.register_timeline_kind_letter,
    placement: m.register_timeline_kind_placement,
    suitability: m.register_timeline_kind_suitability,
    safety: m.register_timeline_kind_safety,
    record: m.register_timeline_kind_record,
  };
  return names[kind]();
}

const CHECKLISTS: Record<Field, () => string> = {
  general: m.checklist_field_general,
  construction: m.checklist_field_construction,
  kitchen: m.checklist_field_kitchen,
  vehicle: m.checklist_field_vehicle,
  care: m.checklist_field_care,
  electrical: m.checklist_field_electrical,
  forest: m.checklist_field_forest,
};

/** The list by the name it has on the page of checklists. */
function checklistName(field: string): string {
  const known = FIELDS.find((one) => one === field);
  return known === undefined ? field : CHECKLISTS[known]().toLowerCase();
}

type Words = Record<Exclude<TimelineWhat, "entry">, (about: { about: string }) => string>;

const WORDS: Words = {
  link_sent: ({ about }) =>
    about === ""
      ? m.register_timeline_link_sent_nobody()
      : m.register_timeline_link_sent({ about }),
  nudged: m.register_timeline_nudged,
  week_sent: () => m.register_timeline_week_sent(),
  proposed: m.register_timeline_proposed,
  started: m.register_timeline_started,
  ended: m.register_timeline_ended,
  cancelled: m.register_timeline_cancelled,
  terminated: m.register_timeline_terminated,
  suitable: () => m.register_timeline_suitable(),
  with_conditions: () => m.register_timeline_with_conditions(),
  not_suitable: () => m.register_timeline_not_suitable(),
  suspended: () => m.register_timeline_suspended(),
  withdrawn: () => m.register_timeline_withdrawn(),
  lifted: () => m.register_timeline_lifted(),
  word_same: () => m.register_timeline_word_same(),
  word_changed: () => m.register_timeline_word_changed(),
  checklist_signed: ({ about }) => m.register_timeline_checklist({ about: checklistName(about) }),
  merged: m.register_timeline_merged,
  merge_undone: m.register_timeline_merge_undone,
  person_added: m.register_timeline_person_added,
  person_ended: m.register_timeline_person_ended,
  person_back: m.register_timeline_person_back,
  person_corrected: m.register_timeline_person_corrected,
};

/** "Eetu Korhonen started"; an entry is told in its writer's own words. */
export function momentText(what: TimelineWhat, about: string): string {
  return what === "entry" ? about : WORDS[what]({ about });
}
