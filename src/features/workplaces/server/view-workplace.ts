import { dayAt } from "#server/clock.ts";
import { view } from "#server/deed.ts";
import { staffProvidersOf } from "#shared/actor.ts";
import { accept, refuse } from "#shared/outcome.ts";
import {
  mayCorrectPerson,
  mayEditRegister,
  mayKeepPeople,
  mayNoteContact,
  maySetAddress,
} from "../register.policy.ts";
import { DOCUMENT_KINDS } from "../register.ts";
import { readWorkplace } from "../workplace.contract.ts";
import { administers, worksWith } from "./people.queries.ts";
import { timeZoneOf } from "./register-list.queries.ts";
import * as queries from "./workplace-page.queries.ts";

export const readWorkplaceRoute = view(readWorkplace, async ({ tx, actor, at }, { params }) => {
  const found = await queries.findWorkplace(tx, params.workplaceId);
  if (found === undefined) return refuse("not_found");
  const { survivorId, survivorName, ...row } = found;
  const own = staffProvidersOf(actor);
  // Old links to a merged one show it with all that stands where it stands now.
  const family = await queries.familyOf(tx, survivorId ?? row.id);
  const mayPeople = mayKeepPeople(actor, await worksWith(tx, actor, survivorId ?? row.id));
  const mayAddress = maySetAddress(actor, await administers(tx, actor, survivorId ?? row.id));
  const people = await queries.listSeats(tx, family);
  const documents = await queries.listDocuments(tx, family);
  return accept({
    ...row,
    today: dayAt(at, await timeZoneOf(tx, own[0])).toString(),
    survivor: survivorId === null ? null : { id: survivorId, name: survivorName ?? "" },
    fields: await queries.listFieldsOf(tx, family),
    languages: await queries.listLanguages(tx, family),
    tasks: await queries.listTasks(tx, family),
    tools: await queries.listTools(tx, family),
    people: people.now.map((person) => ({
      ...queries.shownOf(person),
      correct: mayCorrectPerson(mayPeople, person),
      setAddress: mayCorrectPerson(mayAddress, person),
      newAddress:
        person.newAddress === null ||
        person.takesEffectAt === null ||
        !(mayPeople.allowed || mayAddress.allowed)
          ? null
          : { address: person.newAddress, takesEffectAt: person.takesEffectAt },
    })),
    earlierPeople: people.earlier,
    documents: documents.map((one) => ({ ...one, kind: known(DOCUMENT_KINDS, one.kind) })),
    capacity: await queries.listCapacity(tx, family, own),
    placements: await queries.listPlacements(tx, actor, family),
    decisions: await queries.listDecisions(tx, family, own),
    abilities: { edit: mayEditRegister(actor), note: mayNoteContact(actor), people: mayPeople },
  });
});

function known<const T extends string>(all: readonly T[], text: string): T {
  const found = all.find((one) => one === text);
  if (found === undefined) throw new Error(`unknown word in the database: ${text}`);
  return found;
}
