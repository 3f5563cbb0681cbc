import { m } from "#messages/web";
import type { MergeField } from "../merge.ts";

/** Reads that a merge or its undo makes old. */
export const MERGE_READS = [
  "/api/register/duplicates",
  "/api/register/merges/preview",
  "/api/workplaces",
  "/api/workplaces/{workplaceId}",
];

type Alike = { sameBusinessId: boolean; sameAddress: boolean; alike: number };

/** "Same Business ID, same address, names 86 % alike" */
export function whyAlike({ sameBusinessId, sameAddress, alike }: Alike): string {
  return [
    ...(sameBusinessId ? [m.register_same_business_id()] : []),
    ...(sameAddress ? [m.register_same_address()] : []),
    m.register_names_alike({ percent: alike }),
  ].join(", ");
}

export function mergeFieldName(field: MergeField): string {
  const names: Record<MergeField, () => string> = {
    name: m.workplace_name,
    employer: m.register_employer,
    address: m.register_street,
    phone: m.register_phone,
    email: m.register_email,
  };
  return names[field]();
}
