import { sql } from "kysely";
import { visibleTo } from "#features/placements/server/api.ts";
import type { Tx } from "#server/database/database.ts";
import { view } from "#server/deed.ts";
import { type Actor, staffProvidersOf } from "#shared/actor.ts";
import { accept, refuse } from "#shared/outcome.ts";
import { listWorkplaces, readWorkplace } from "../workplace.contract.ts";

/** Counts are of the providers that the reader works for: a tutor's seat at another one counts nothing. */
function workplaceRows(tx: Tx, actor: Actor) {
  const own = staffProvidersOf(actor);
  return tx
    .selectFrom("workplace as w")
    .innerJoin("employer as e", "e.id", "w.employer_id")
    .select([
      "w.id",
      "w.name",
      "e.name as employerName",
      "e.business_id as businessId",
      "w.municipality",
      sql<number>`(select count(*) from workplace_person p where p.workplace_id = w.id and p.role = 'tutor' and p.ended_on is null)`.as(
        "tutors",
      ),
      sql<number>`(select count(*) from placement p where p.workplace_id = w.id and p.provider_id = any(${own}) and p.state = 'running')`.as(
        "running",
      ),
      sql<number>`(select count(*) from placement p where p.workplace_id = w.id and p.provider_id = any(${own}) and p.state in ('proposed', 'planning', 'agreement_out', 'ready'))`.as(
        "coming",
      ),
    ]);
}

export const listWorkplacesRoute = view(listWorkplaces, async ({ tx, actor }, { query }) => {
  const find = `%${(query.find ?? "").replace(/[%_\\]/g, "\\$&")}%`;
  const rows = await workplaceRows(tx, actor)
    .where(
      sql<boolean>`concat_ws(' ', w.name, e.name, w.municipality, e.business_id) ilike ${find}`,
    )
    .orderBy("w.name")
    .limit(500)
    .execute();
  return accept({ rows });
});

export const readWorkplaceRoute = view(readWorkplace, async ({ tx, actor }, { params }) => {
  const row = await workplaceRows(tx, actor)
    .select(["w.street", "w.postal_code as postalCode"])
    .where("w.id", "=", params.workplaceId)
    .executeTakeFirst();
  if (row === undefined) return refuse("not_found");
  return accept({ ...row, ...(await insideOf(tx, actor, params.workplaceId)) });
});

async function insideOf(tx: Tx, actor: Actor, workplaceId: string) {
  const tasks = await tx
    .selectFrom("workplace_task")
    .select(["id", "name"])
    .where("workplace_id", "=", workplaceId)
    .where("retired_on", "is", null)
    .orderBy("position")
    .execute();
  const people = await tx
    .selectFrom("workplace_person as seat")
    .innerJoin("person", "person.id", "seat.person_id")
    .select([
      "person.id",
      "person.given_name as givenName",
      "person.family_name as familyName",
      "seat.role",
      "seat.title",
      "person.phone",
      "person.email",
    ])
    .where("seat.workplace_id", "=", workplaceId)
    .where("seat.ended_on", "is", null)
    .orderBy("seat.role", "desc")
    .orderBy("person.family_name")
    .execute();
  const placements = await tx
    .selectFrom("placement")
    .innerJoin("person", "person.id", "placement.student_id")
    .select([
      "placement.id",
      sql<string>`person.given_name || ' ' || person.family_name`.as("studentName"),
      "placement.state",
      "placement.starts_on as startsOn",
      "placement.ends_on as endsOn",
    ])
    .where("placement.workplace_id", "=", workplaceId)
    .where(visibleTo(actor))
    .orderBy("placement.starts_on", "desc")
    .limit(50)
    .execute();
  const decisions = await tx
    .selectFrom("suitability_decision as d")
    .innerJoin("person", "person.id", "d.decided_by")
    .select([
      "d.placement_id as placementId",
      "d.outcome",
      "d.decided_on as decidedOn",
      sql<string>`person.given_name || ' ' || person.family_name`.as("decidedBy"),
      "d.valid_until as validUntil",
    ])
    .where("d.workplace_id", "=", workplaceId)
    .where("d.provider_id", "=", sql<string>`any(${staffProvidersOf(actor)})`)
    .where("d.superseded_by", "is", null)
    .orderBy("d.decided_at", "desc")
    .limit(20)
    .execute();
  const seats = people.map((person) => ({
    ...person,
    role: person.role === "tutor" ? ("tutor" as const) : ("employer_representative" as const),
  }));
  return { tasks, people: seats, placements, decisions };
}
