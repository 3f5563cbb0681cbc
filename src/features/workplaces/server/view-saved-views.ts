import { sql } from "kysely";
import { view } from "#server/deed.ts";
import { staffProvidersOf } from "#shared/actor.ts";
import { accept } from "#shared/outcome.ts";
import { mayEditView } from "../register.policy.ts";
import { listSavedViews } from "../saved-view.contract.ts";

export const listSavedViewsRoute = view(listSavedViews, async ({ tx, actor }) => {
  const rows = await tx
    .selectFrom("saved_view as v")
    .innerJoin("person", "person.id", "v.owner_id")
    .select([
      "v.id",
      "v.name",
      "v.query",
      "v.shared",
      "v.owner_id as ownerId",
      sql<string>`person.given_name || ' ' || person.family_name`.as("ownerName"),
      "v.version",
    ])
    .where("v.provider_id", "=", sql<string>`any(${staffProvidersOf(actor)}::uuid[])`)
    .where("v.deleted_at", "is", null)
    .where((eb) => eb.or([eb("v.shared", "=", true), eb("v.owner_id", "=", actor.personId)]))
    .orderBy(sql`lower(v.name)`)
    .limit(200)
    .execute();
  return accept({
    views: rows.map(({ ownerId, ...row }) => ({ ...row, edit: mayEditView(actor, { ownerId }) })),
  });
});
