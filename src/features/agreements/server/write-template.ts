import { newId } from "#server/clock.ts";
import { type DeedContext, deed } from "#server/deed.ts";
import { accept, type Outcome, type Refusal, refuse } from "#shared/outcome.ts";
import type { AgreementTemplate } from "../agreement-template.ts";
import { nationalTemplate } from "../national-templates.ts";
import {
  beginTemplate,
  dropTemplateDraft,
  setSigning,
  writeSection,
} from "../template.contract.ts";
import { mayReadTemplates, mayWriteTemplates } from "../template.policy.ts";
import { withSection } from "../template-versions.ts";
import * as queries from "./template.queries.ts";
import { type TemplateState, templateStateOf } from "./template-state.ts";

type Place = { readonly providerId: string; readonly basis: queries.Keys["basis"] };
export type Entered = { readonly keys: queries.Keys; readonly state: TemplateState };

/** The provider's template, locked for one who may write it. */
export async function enter(
  { tx, actor }: DeedContext,
  { providerId, basis }: Place,
): Promise<Outcome<Entered, Refusal<"not_found" | "forbidden">>> {
  if (!mayReadTemplates(actor, providerId)) return refuse("not_found");
  const may = mayWriteTemplates(actor, providerId);
  if (!may.allowed) return refuse("forbidden", { reason: may.reason });
  const keys = { provider_id: providerId, basis };
  await queries.lockTemplates(tx, keys);
  return accept({ keys, state: await templateStateOf(tx, keys) });
}

export const beginTemplateRoute = deed(beginTemplate, async (context, { params, body }) => {
  const { tx, actor, at, audit } = context;
  const entered = await enter(context, params);
  if (!entered.ok) return entered;
  const { keys, state } = entered.value;
  if (state.draft !== null) return refuse("draft_open");
  const content = body.from === "in_use" ? state.template : nationalTemplate(keys.basis).template;
  const draft = { id: newId(), number: state.nextNumber };
  await queries.beginDraft(tx, keys, {
    ...draft,
    content,
    by: actor.personId,
    at: at.toString(),
  });
  await audit({
    deed: "begin-template",
    subjectKind: "agreement_template",
    subjectId: draft.id,
    providerId: keys.provider_id,
    change: { basis: keys.basis, number: draft.number, from: body.from },
  });
  return accept({ number: draft.number, version: 1 });
});

export const writeSectionRoute = deed(writeSection, async (context, { params, body }) => {
  const entered = await enter(context, params);
  if (!entered.ok) return entered;
  const { draft } = entered.value.state;
  if (draft === null) return refuse("no_template_draft");
  const standing = draft.template.sections.find(({ id }) => id === params.sectionId);
  if (standing === undefined) return refuse("unknown_section");
  if (context.seenVersion !== draft.version) {
    return refuse("stale", {
      version: draft.version,
      by: draft.writer_name,
      heading: standing.heading,
      body: standing.body,
    });
  }
  const content = withSection(draft.template, params.sectionId, body) ?? draft.template;
  return keep(context, entered.value, content, { section: params.sectionId });
});

export const setSigningRoute = deed(setSigning, async (context, { params, body }) => {
  const entered = await enter(context, params);
  if (!entered.ok) return entered;
  const { draft } = entered.value.state;
  if (draft === null) return refuse("no_template_draft");
  if (context.seenVersion !== draft.version) {
    return refuse("stale", { version: draft.version, by: draft.writer_name });
  }
  return keep(context, entered.value, { ...draft.template, ...body }, body);
});

export async function keep(
  { tx, actor, at, audit }: DeedContext,
  { keys, state }: Entered,
  content: AgreementTemplate,
  change: Record<string, string>,
) {
  const version = (state.draft?.version ?? 0) + 1;
  await queries.saveDraft(tx, keys, { version, content, by: actor.personId, at: at.toString() });
  await audit({
    deed: "write-template",
    subjectKind: "agreement_template",
    subjectId: state.draft?.id ?? "",
    providerId: keys.provider_id,
    change: { basis: keys.basis, number: state.draft?.number ?? 0, version, ...change },
  });
  return accept({ version });
}

export const dropTemplateDraftRoute = deed(dropTemplateDraft, async (context, { params }) => {
  const { tx, audit } = context;
  const entered = await enter(context, params);
  if (!entered.ok) return entered;
  const { keys, state } = entered.value;
  if (state.draft === null) return refuse("no_template_draft");
  await queries.dropDraft(tx, keys);
  await audit({
    deed: "drop-template-draft",
    subjectKind: "agreement_template",
    subjectId: state.draft.id,
    providerId: keys.provider_id,
    change: { basis: keys.basis, number: state.draft.number },
  });
  return accept({ done: true } as const);
});
