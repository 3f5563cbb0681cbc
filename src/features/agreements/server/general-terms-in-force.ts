import type { SeenPlacement } from "#features/placements/server/api.ts";
import { dayAt } from "#server/clock.ts";
import type { Tx } from "#server/database/database.ts";
import type { AgreementFacts } from "../agreement-facts.ts";
import { covers, type GeneralTerms } from "../framework-agreement.ts";
import { findEmployer, listBetween, validityOf } from "./framework.queries.ts";
import { textOf } from "./text-difference.ts";

export type InForce = { readonly id: string; readonly terms: GeneralTerms };

type Place = Pick<SeenPlacement, "provider_id" | "workplace_id">;
type Agreed = Pick<AgreementFacts, "basis" | "period" | "timeZone">;

/** The framework agreement that a placement agreed now refers to: of several the newest; null when none covers it. */
export async function findGeneralTerms(
  tx: Tx,
  { provider_id, workplace_id }: Place,
  { basis, period, timeZone }: Agreed,
  at: Temporal.Instant,
): Promise<InForce | null> {
  const employer = await findEmployer(tx, workplace_id);
  if (employer === undefined) return null;
  const today = dayAt(at, timeZone).toString();
  const rows = await listBetween(tx, { provider_id, employer_id: employer.employer_id });
  for (const row of rows) {
    const validity = validityOf(row);
    if (validity === undefined || row.completed_at === null) continue;
    if (!covers(validity, { basis, startsOn: period.startsOn }, today)) continue;
    const { fi, sv, en } = textOf(row.text).papers;
    const sections = fi.sections.map(({ id, heading }, place) => ({
      id,
      heading: {
        fi: heading,
        sv: sv.sections[place]?.heading ?? heading,
        en: en.sections[place]?.heading ?? heading,
      },
    }));
    const signedOn = dayAt(Temporal.Instant.from(row.completed_at), timeZone).toString();
    const terms = { number: row.number, signedOn, textHash: row.text_hash, sections };
    return { id: row.id, terms };
  }
  return null;
}
