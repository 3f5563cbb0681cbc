import { dayAt } from "#server/clock.ts";
import { view } from "#server/deed.ts";
import { type Ability, ALLOWED, denied } from "#shared/ability.ts";
import { staffProvidersOf } from "#shared/actor.ts";
import { accept, refuse } from "#shared/outcome.ts";
import {
  listFrameworkAgreements,
  previewFrameworkAgreement,
} from "../framework-agreement.contract.ts";
import { lastDayOf, standingOn } from "../framework-agreement.ts";
import { findEmployer, findProvider, lastNumber, validityOf } from "./framework.queries.ts";
import { listFrameworks } from "./list.queries.ts";
import { asListed } from "./listed.ts";
import { findSides, wordFramework } from "./send-framework.ts";
import { listEmployerSigners, listProviderSigners } from "./signers.queries.ts";

export const listFrameworksRoute = view(
  listFrameworkAgreements,
  async ({ tx, actor, at }, { params }) => {
    const employer = await findEmployer(tx, params.workplaceId);
    const [own] = staffProvidersOf(actor);
    if (employer === undefined || own === undefined) return refuse("not_found");
    const { time_zone } = await findProvider(tx, own);
    const today = dayAt(at, time_zone).toString();
    const rows = await listFrameworks(tx, employer.employer_id, staffProvidersOf(actor));
    const sides = await findSides({ tx, actor }, params.workplaceId);
    const send: Ability = sides.ok ? ALLOWED : denied("role");
    return accept({
      workplaceName: employer.name,
      employerName: employer.employer_name,
      rows: rows.flatMap((row) => {
        const validity = validityOf(row);
        if (validity === undefined) return [];
        return [
          {
            ...asListed(row),
            bases: [...validity.bases],
            validFrom: validity.validFrom,
            lastDay: lastDayOf(validity),
            standing: standingOn(validity, today),
          },
        ];
      }),
      today,
      choices: sides.ok ? await choicesFor(tx, sides.value.provider.id, employer.id) : NO_CHOICES,
      abilities: { send },
    });
  },
);

const NO_CHOICES = { provider: [], employer: [] };

async function choicesFor(
  tx: Parameters<typeof listEmployerSigners>[0],
  providerId: string,
  workplaceId: string,
) {
  const place = { provider_id: providerId, workplace_id: workplaceId, student_id: null };
  return {
    provider: await listProviderSigners(tx, place, null),
    employer: await listEmployerSigners(tx, place),
  };
}

export const previewFrameworkRoute = view(
  previewFrameworkAgreement,
  async (context, { params, query }) => {
    const sides = await findSides(context, params.workplaceId);
    if (!sides.ok) return sides;
    const { provider, employer } = sides.value;
    const keys = { provider_id: provider.id, employer_id: employer.employer_id };
    const number = (await lastNumber(context.tx, keys)) + 1;
    const worded = await wordFramework(context, sides.value, query, number);
    return worded.ok ? accept(worded.value.text.papers) : worded;
  },
);
