import { dayAt } from "#server/clock.ts";
import { deed } from "#server/deed.ts";
import { accept, refuse } from "#shared/outcome.ts";
import { publishTemplate } from "../template.contract.ts";
import { mayPublishTemplate, mayReadTemplates } from "../template.policy.ts";
import { checkTemplate, isClean } from "../template-contents.ts";
import * as queries from "./template.queries.ts";
import { templateStateOf } from "./template-state.ts";

/** Agreements sent from the chosen day on are worded by it; those that are out or signed keep theirs. */
export const publishTemplateRoute = deed(publishTemplate, async (context, { params, body }) => {
  const { tx, actor, at, seenVersion, audit } = context;
  const { providerId, basis } = params;
  const provider = await queries.findProvider(tx, providerId);
  if (provider === undefined || !mayReadTemplates(actor, providerId)) return refuse("not_found");
  const keys = { provider_id: providerId, basis };
  await queries.lockTemplates(tx, keys);
  const { draft } = await templateStateOf(tx, keys);
  if (draft === null) return refuse("no_template_draft");
  const may = mayPublishTemplate(actor, providerId, draft);
  if (!may.allowed) {
    return may.reason === "second_person_needed"
      ? refuse("second_person_needed")
      : refuse("forbidden", { reason: may.reason });
  }
  if (seenVersion !== draft.version) {
    return refuse("stale", { version: draft.version, by: draft.writer_name });
  }
  const today = dayAt(at, provider.time_zone).toString();
  if (body.from < today) return refuse("day_past", { today });
  const faults = checkTemplate(draft.template);
  if (!isClean(faults)) return refuse("template_faulty", { ...faults });
  await queries.publishDraft(tx, keys, { by: actor.personId, at: at.toString(), from: body.from });
  await audit({
    deed: "publish-template",
    subjectKind: "agreement_template",
    subjectId: draft.id,
    providerId,
    change: { basis, number: draft.number, from: body.from },
  });
  return accept({ number: draft.number });
});
