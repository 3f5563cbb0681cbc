import { dayAt } from "#server/clock.ts";
import { deed } from "#server/deed.ts";
import { accept, refuse } from "#shared/outcome.ts";
import { putPart } from "../people.contract.ts";
import { keepsFor, mayKeepPeople } from "../register.policy.ts";
import { changePart, countNamed, worksWith } from "./people.queries.ts";
import { timeZoneOf } from "./register-list.queries.ts";
import { bumpVersion, lockAsSeen } from "./workplace-deeds.queries.ts";

/** The person stays one record: only the part at this workplace ends, and can be taken up again. */
export const putPartRoute = deed(
  putPart,
  async ({ tx, actor, at, seenVersion, audit }, { params, body }) => {
    const { workplaceId, personId, role } = params;
    const locked = await lockAsSeen(tx, workplaceId, seenVersion);
    if (!locked.ok) return locked;
    const works = await worksWith(tx, actor, workplaceId);
    const may = mayKeepPeople(actor, works);
    if (!may.allowed) return refuse("forbidden", { reason: may.reason });
    const providerId = keepsFor(works);
    const today = dayAt(at, await timeZoneOf(tx, providerId ?? undefined)).toString();
    const values = { title: body.title, ended_on: body.ended ? today : null };
    if (!(await changePart(tx, params, values))) return refuse("not_found");
    const version = await bumpVersion(tx, workplaceId);
    await audit({
      deed: "put-workplace-part",
      subjectKind: "workplace",
      subjectId: workplaceId,
      providerId,
      change: { personId, role, ended: body.ended },
    });
    const goesOn = body.ended && role === "tutor";
    const stillNamed = goesOn ? await countNamed(tx, workplaceId, personId) : 0;
    return accept({ personId, version, stillNamed });
  },
);
