import type { Tx } from "#server/database/database.ts";
import {
  type AgreementTemplate,
  TEMPLATE_BASES,
  type TemplateBasis,
} from "../agreement-template.ts";
import { nationalTemplate, type VersionedTemplate } from "../national-templates.ts";
import { OWN_CODES } from "../template-versions.ts";
import { contentOf, findOnDay } from "./template.queries.ts";
import { wordingOf } from "./template-state.ts";

/** The template that words an agreement of this basis on this day: the provider's own, else the national one. */
export async function templateInUse(
  tx: Tx,
  providerId: string,
  basis: TemplateBasis,
  onDay: Temporal.PlainDate,
): Promise<VersionedTemplate> {
  const own = await findOnDay(tx, { provider_id: providerId, basis }, onDay.toString());
  if (own === undefined) return nationalTemplate(basis);
  return { code: OWN_CODES[basis], version: own.number, template: contentOf(own) };
}

/** The template that a text was made with: a correction words it in the same way. */
export async function templateOf(
  tx: Tx,
  providerId: string,
  { code, version }: { readonly code: string; readonly version: number },
): Promise<AgreementTemplate> {
  const own = TEMPLATE_BASES.find((basis) => OWN_CODES[basis] === code);
  if (own === undefined) {
    const national = TEMPLATE_BASES.map(nationalTemplate).find((one) => one.code === code);
    if (national?.version === version) return national.template;
    throw new Error(`no national wording ${code} ${version}`);
  }
  const found = await wordingOf(tx, { provider_id: providerId, basis: own }, version);
  if (found === undefined) throw new Error(`no wording ${code} ${version} of ${providerId}`);
  return found;
}
