import { newId } from "#server/clock.ts";
import { deed } from "#server/deed.ts";
import { accept, refuse } from "#shared/outcome.ts";
import { withRule } from "../pack-versions.ts";
import { rulePack } from "../rule-pack.contract.ts";
import { dropRuleDraft, writeRule } from "../rule-packs.contract.ts";
import { mayReadRules, mayWriteRules } from "../rule-packs.policy.ts";
import { packStateOf } from "./pack-state.ts";
import * as queries from "./rule-packs.queries.ts";

/** One rule in other words or numbers; the first change begins a version, two writers do not overwrite. */
export const writeRuleRoute = deed(writeRule, async (context, { params, body }) => {
  const { tx, actor, at, seenVersion, audit } = context;
  const { providerId, ruleId } = params;
  if (!mayReadRules(actor, providerId)) return refuse("not_found");
  const may = mayWriteRules(actor, providerId);
  if (!may.allowed) return refuse("forbidden", { reason: may.reason });
  await queries.lockVersions(tx, providerId);
  const { keys, pack, draft } = await packStateOf(tx, providerId);
  if ((seenVersion ?? 0) !== (draft?.version ?? 0)) {
    return refuse("stale", { version: draft?.version ?? 0 });
  }
  const changed = withRule(draft?.pack ?? pack, { ...body, id: ruleId });
  if (changed === undefined) return refuse("unknown_rule");
  const read = rulePack.safeParse(changed);
  if (!read.success)
    return refuse("pack_broken", { at: read.error.issues[0]?.path.join(".") ?? "" });
  const version = (draft?.version ?? 0) + 1;
  const hand = { content: read.data, by: actor.personId, at: at.toString() };
  const id = draft?.id ?? newId();
  if (draft === null) {
    await queries.beginDraft(tx, keys, { id, number: await queries.nextNumber(tx, keys), ...hand });
  } else await queries.saveDraft(tx, keys, { version, ...hand });
  await audit({
    deed: "write-rule",
    subjectKind: "rule_pack_version",
    subjectId: id,
    providerId,
    change: { rule: ruleId, effect: body.effect, version },
  });
  return accept({ version });
});

export const dropRuleDraftRoute = deed(dropRuleDraft, async ({ tx, actor, audit }, { params }) => {
  const { providerId } = params;
  if (!mayReadRules(actor, providerId)) return refuse("not_found");
  const may = mayWriteRules(actor, providerId);
  if (!may.allowed) return refuse("forbidden", { reason: may.reason });
  const { keys, draft } = await packStateOf(tx, providerId);
  if (draft === null) return refuse("no_draft");
  await queries.dropDraft(tx, keys);
  await audit({
    deed: "drop-rule-draft",
    subjectKind: "rule_pack_version",
    subjectId: draft.id,
    providerId,
  });
  return accept({ done: true } as const);
});
