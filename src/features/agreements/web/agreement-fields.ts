import { m } from "#messages/web";
import type { AgreementView } from "./agreement-view.ts";

/** What an amendment may change, in running text. */
export const AMENDMENT_FIELDS: Readonly<Record<AgreementView["overtaken"][number], () => string>> =
  {
    ends_on: m.amendment_field_ends_on,
    starts_on: m.amendment_field_starts_on,
    hours: m.amendment_field_hours,
    tutor: m.amendment_field_tutor,
    workplace: m.amendment_field_workplace,
    objectives: m.amendment_field_objectives,
    tasks: m.amendment_field_tasks,
    terms: m.amendment_field_terms,
    insurance: m.amendment_field_insurance,
    placement: m.amendment_field_placement,
  };
