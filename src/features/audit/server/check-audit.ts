import { deed } from "#server/deed.ts";
import { accept, refuse } from "#shared/outcome.ts";
import { checkAudit } from "../audit.contract.ts";
import { mayReadAudit } from "../audit.policy.ts";

/** The chain is looked through by a job: a long one takes longer than a reader waits. */
export const checkAuditRoute = deed(checkAudit, async ({ tx, actor, house, audit }, { params }) => {
  const { providerId } = params;
  if (!mayReadAudit(actor, providerId).allowed) return refuse("not_found");
  await house.jobs.enqueue(tx, "audit.heads", { providerId, personId: actor.personId });
  await audit({
    deed: "check-audit",
    subjectKind: "provider",
    subjectId: providerId,
    providerId,
  });
  return accept({ done: true } as const);
});
