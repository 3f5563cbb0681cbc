import type { Input } from "#server/deed.ts";
import { deed } from "#server/deed.ts";
import { accept, refuse } from "#shared/outcome.ts";
import { LONGEST_YEARS } from "../csv-parts.ts";
import { collegesOf, mayEditRegister } from "../register.policy.ts";
import { putCapacity } from "../workplace.contract.ts";
import { findCapacity, overlapsCapacity, saveCapacity } from "./capacity.queries.ts";
import { writesFor } from "./people.queries.ts";
import { hasField, lockStanding, standsAt } from "./workplace-deeds.queries.ts";

/** Places that one's own college has agreed; other colleges neither see nor change them. */
export const putCapacityRoute = deed(putCapacity, async (context, { params, body }) => {
  const { tx, actor, at, seenVersion, audit } = context;
  const { workplaceId, capacityId: id } = params;
  const may = mayEditRegister(actor);
  const colleges = collegesOf(actor, "coordinator");
  if (!may.allowed) return refuse("forbidden", { reason: may.reason });
  const wrong = wrongPeriod(body);
  if (wrong !== null) return wrong;
  // The lock keeps two who agree at once from agreeing the same days.
  const workplace = await lockStanding(tx, workplaceId);
  if (!workplace.ok) return workplace;
  if (!(await hasField(tx, body.field))) return refuse("unknown_choice", { choice: "field" });
  const there = await findCapacity(tx, colleges, id);
  const providerId = there?.provider_id ?? (await writesFor(tx, colleges, workplaceId));
  if (providerId === null) return refuse("forbidden", { reason: "role" });
  const standsWhere = there?.workplace_id ?? workplaceId;
  if (!(await standsAt(tx, standsWhere, workplaceId))) return refuse("id_used");
  const seen = there?.version ?? 0;
  if (seen !== (seenVersion ?? 0)) return refuse("stale", { version: seen });
  const { withdrawn, ...agreed } = body;
  const taken = { id, providerId, workplaceId: standsWhere, ...agreed };
  if (!withdrawn && (await overlapsCapacity(tx, taken))) return refuse("capacity_overlaps");
  const version = seen + 1;
  const withdrawnAt = withdrawn ? at.toString() : null;
  if (!(await saveCapacity(tx, { ...taken, version, withdrawnAt }))) return refuse("id_used");
  await audit({
    deed: "put-capacity",
    subjectKind: "workplace",
    subjectId: workplaceId,
    providerId,
    change: { capacityId: id, ...body },
  });
  return accept({ id, version });
});

function wrongPeriod({ startsOn, endsOn }: Input<typeof putCapacity>["body"]) {
  if (endsOn < startsOn) return refuse("ends_before_start", { startsOn });
  const longest = Temporal.PlainDate.from(startsOn).add({ years: LONGEST_YEARS }).toString();
  return endsOn > longest ? refuse("capacity_too_long", { years: LONGEST_YEARS }) : null;
}
