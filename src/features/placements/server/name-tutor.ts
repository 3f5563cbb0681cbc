import { tellCalendars } from "#features/calendars/server/api.ts";
import { findOrAddPerson } from "#features/people/server/api.ts";
import { deed } from "#server/deed.ts";
import { accept, refuse } from "#shared/outcome.ts";
import { nameTutor } from "../placement.contract.ts";
import { mayNameTutor, relationOf } from "../placement.policy.ts";
import { lockVisible } from "./api.ts";
import { stateOf } from "./judge.ts";
import { guidesAt, seatAt } from "./name-tutor.queries.ts";
import { seatTutor } from "./seats.ts";

/** Names the responsible tutor. The former one's links to this placement end with it. */
export const nameTutorRoute = deed(
  nameTutor,
  async ({ tx, actor, at, house, audit, touch }, { params, body }) => {
    const placement = await lockVisible(tx, actor, params.placementId);
    if (placement === null) return refuse("not_found");
    const may = mayNameTutor(relationOf(actor, placement), stateOf(placement));
    if (!may.allowed) return refuse("forbidden", { reason: may.reason });
    const tutorId = "tutorId" in body ? body.tutorId : await findOrAddPerson(tx, body);
    if (tutorId === null) return refuse("address_taken");
    // One person does not hold two of the three parts: their marks would be one mark.
    if ([placement.student_id, placement.teacher_id].includes(tutorId))
      return refuse("address_taken");
    if ("tutorId" in body && !(await guidesAt(tx, placement.workplace_id, tutorId))) {
      return refuse("unknown_choice", { choice: "tutor" });
    }
    if (!("tutorId" in body)) await seatAt(tx, placement.workplace_id, tutorId, body.title);
    if (placement.tutor_id === tutorId) return accept({ tutorId, version: placement.version });
    await seatTutor({ tx, at }, placement, tutorId);
    await audit({
      deed: "name-tutor",
      subjectKind: "placement",
      subjectId: placement.id,
      placementId: placement.id,
      providerId: placement.provider_id,
      change: { from: placement.tutor_id, to: tutorId },
    });
    await touch(`placement:${placement.id}`);
    await tellCalendars(house, tx, placement);
    return accept({ tutorId, version: placement.version + 1 });
  },
);
