import { deed } from "#server/deed.ts";
import { accept, refuse } from "#shared/outcome.ts";
import { changedRules } from "../pack-versions.ts";
import { publishRules } from "../rule-packs.contract.ts";
import { mayPublishRules, mayReadRules } from "../rule-packs.policy.ts";
import { affectedBy, packStateOf } from "./pack-state.ts";
import * as queries from "./rule-packs.queries.ts";

/** The written version is the rule from now on; open pages of the placements it answers differently read again. */
export const publishRulesRoute = deed(publishRules, async (context, { params }) => {
  const { tx, actor, at, seenVersion, audit, touch } = context;
  const { providerId } = params;
  if (!mayReadRules(actor, providerId)) return refuse("not_found");
  await queries.lockVersions(tx, providerId);
  const { keys, pack, draft } = await packStateOf(tx, providerId);
  if (draft === null) return refuse("no_draft");
  const may = mayPublishRules(actor, providerId, draft);
  if (!may.allowed) {
    return may.reason === "second_person_needed"
      ? refuse("second_person_needed")
      : refuse("forbidden", { reason: may.reason });
  }
  if (seenVersion !== draft.version) return refuse("stale", { version: draft.version });
  const affected = await affectedBy(tx, providerId, pack, draft.pack);
  await queries.publishDraft(tx, keys, { by: actor.personId, at: at.toString() });
  await audit({
    deed: "publish-rules",
    subjectKind: "rule_pack_version",
    subjectId: draft.id,
    providerId,
    change: {
      number: draft.number,
      rules: changedRules(pack, draft.pack),
      affected: affected.length,
    },
  });
  for (const placementId of affected) await touch(`placement:${placementId}`);
  return accept({ number: draft.number });
});
