import { sql } from "kysely";
import { jsonArrayFrom } from "kysely/helpers/postgres";
import type { Tx } from "#server/database/database.ts";
import { view } from "#server/deed.ts";
import { hasRole, providersOf } from "#shared/actor.ts";
import { accept } from "#shared/outcome.ts";
import { BEFORE_START } from "../placement.ts";
import { readProposalChoices } from "../placement-views.contract.ts";

/** What a new placement can be made of, at the providers where the reader may propose one. */
export const readProposalChoicesRoute = view(readProposalChoices, async ({ tx, actor }) => {
  const providers = providersOf(actor).filter(
    (providerId) =>
      hasRole(actor, "teacher", providerId) || hasRole(actor, "coordinator", providerId),
  );
  const [students, teachers] = await Promise.all([
    members(tx, providers, "student"),
    members(tx, providers, "teacher"),
  ]);
  const running = await tx
    .selectFrom("placement")
    .select("student_id")
    .where("provider_id", "in", providers)
    .where("state", "in", ["running", ...BEFORE_START])
    .execute();
  const busy = new Set(running.map((row) => row.student_id));
  return accept({
    students: students.map((student) => ({ ...student, running: busy.has(student.id) })),
    teachers,
    workplaces: await workplaces(tx),
    frameworks: await frameworks(tx),
  });
});

function members(tx: Tx, providers: string[], role: string) {
  return tx
    .selectFrom("membership as m")
    .innerJoin("person", "person.id", "m.person_id")
    .select([
      "person.id",
      "person.given_name as givenName",
      "person.family_name as familyName",
      "m.provider_id as providerId",
    ])
    .where("m.provider_id", "in", providers)
    .where("m.role", "=", role)
    .orderBy("person.family_name")
    .orderBy("person.given_name")
    .execute();
}

const FAMILY = sql<string>`(select workplace_family(workplace.id))`;

async function workplaces(tx: Tx) {
  const rows = await tx
    .selectFrom("workplace")
    .select((eb) => [
      "workplace.id",
      "workplace.name",
      "workplace.municipality",
      jsonArrayFrom(
        eb
          .selectFrom("workplace_person as seat")
          .innerJoin("person", "person.id", "seat.person_id")
          .select([
            "person.id",
            "person.given_name as givenName",
            "person.family_name as familyName",
            "seat.title",
          ])
          .where("seat.workplace_id", "in", FAMILY)
          .where("seat.role", "=", "tutor")
          .where("seat.ended_on", "is", null),
      ).as("tutors"),
      jsonArrayFrom(
        eb
          .selectFrom("workplace_task as task")
          .select("task.name")
          .where("task.workplace_id", "in", FAMILY)
          .where("task.retired_on", "is", null)
          .orderBy("task.position"),
      ).as("tasks"),
    ])
    .where("workplace.survivor_id", "is", null)
    .orderBy("workplace.name")
    .execute();
  return rows.map(({ tasks, ...row }) => ({ ...row, taskNames: tasks.map(({ name }) => name) }));
}

/** New placements are made with the newest version of each qualification; units it no longer has are left out. */
async function frameworks(tx: Tx) {
  const rows = await tx
    .selectFrom("framework_version as v")
    .innerJoin("unit", "unit.framework_version_id", "v.id")
    .where("unit.state", "!=", "deleted")
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom("framework_version as later")
            .select("later.id")
            .whereRef("later.framework_id", "=", "v.framework_id")
            .whereRef("later.number", ">", "v.number"),
        ),
      ),
    )
    .select((eb) => [
      "v.id as versionId",
      "v.name",
      "unit.id as unitId",
      "unit.name as unitName",
      eb
        .selectFrom("requirement")
        .select((requirement) => requirement.fn.countAll<number>().as("count"))
        .whereRef("requirement.unit_id", "=", "unit.id")
        .as("requirements"),
    ])
    .orderBy("v.id")
    .orderBy("unit.position")
    .execute();
  return [...Map.groupBy(rows, (row) => row.versionId)].map(([versionId, units]) => ({
    versionId,
    name: units[0]?.name ?? {},
    units: units.map((unit) => ({
      id: unit.unitId,
      name: unit.unitName,
      requirements: Number(unit.requirements ?? 0),
    })),
  }));
}
