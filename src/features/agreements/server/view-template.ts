import type { Basis } from "#features/placements/placement.ts";
import { findVisible } from "#features/placements/server/api.ts";
import { dayAt } from "#server/clock.ts";
import { type ViewContext, view } from "#server/deed.ts";
import { LANGUAGES } from "#shared/language.ts";
import { accept, type Outcome, type Refusal, refuse } from "#shared/outcome.ts";
import type { AgreementFacts } from "../agreement-facts.ts";
import { TEMPLATE_BASES, type TemplateBasis } from "../agreement-template.ts";
import { composeAgreement, VOCABULARY } from "../compose-agreement.ts";
import type { Vocabulary } from "../compose-paper.ts";
import { composeSample } from "../compose-sample.ts";
import { FRAMEWORK_VOCABULARY, SAMPLE_FRAMEWORK } from "../framework-agreement-words.ts";
import {
  compareVersions,
  listTemplates,
  previewTemplate,
  readTemplate,
} from "../template.contract.ts";
import { mayPublishTemplate, mayReadTemplates, mayWriteTemplates } from "../template.policy.ts";
import { checkTemplate, contentsOf } from "../template-contents.ts";
import { whyKept } from "../template-outline.ts";
import { sampleFacts } from "../template-sample.ts";
import { compareTemplates } from "../template-versions.ts";
import { freezeFacts } from "./agreement-facts.queries.ts";
import * as queries from "./template.queries.ts";
import { shownDraft, shownVersions, templateStateOf, wordingOf } from "./template-state.ts";

export const listTemplatesRoute = view(listTemplates, async ({ tx, actor, at }, { params }) => {
  const { providerId } = params;
  const provider = await queries.findProvider(tx, providerId);
  if (provider === undefined || !mayReadTemplates(actor, providerId)) return refuse("not_found");
  const today = dayAt(at, provider.time_zone).toString();
  const held = await queries.countHeld(tx, providerId);
  const rows = [];
  for (const basis of TEMPLATE_BASES) {
    const keys = { provider_id: providerId, basis };
    const state = await templateStateOf(tx, keys);
    rows.push({
      basis,
      title: state.template.title,
      versions: shownVersions(state, keys, held, today),
      draft: shownDraft(state, at),
    });
  }
  return accept({ rows });
});

export const readTemplateRoute = view(readTemplate, async ({ tx, actor, at }, { params }) => {
  const { providerId, basis } = params;
  const provider = await queries.findProvider(tx, providerId);
  if (provider === undefined || !mayReadTemplates(actor, providerId)) return refuse("not_found");
  const keys = { provider_id: providerId, basis };
  const state = await templateStateOf(tx, keys);
  const today = dayAt(at, provider.time_zone).toString();
  const held = await queries.countHeld(tx, providerId);
  const template = state.draft?.template ?? state.template;
  return accept({
    template,
    before: state.template,
    faults: checkTemplate(template),
    draft: shownDraft(state, at),
    versions: shownVersions(state, keys, held, today),
    contents: contentsOf(basis).length,
    placeholders: namesFor(basis),
    kept: template.sections.flatMap(({ id }) => {
      const kept = whyKept(template, id);
      return kept === null ? [] : [{ sectionId: id, ...kept }];
    }),
    readers: readersBeside(await queries.listReaders(tx, providerId), state.draft?.writers ?? []),
    placements: await queries.listFillable(tx, actor, keys),
    today,
    abilities: {
      edit: mayWriteTemplates(actor, providerId),
      publish: mayPublishTemplate(actor, providerId, state.draft),
    },
  });
});

type Reader = { readonly id: string; readonly name: string };

/** Who may take a draft into use: nobody who has written any of it. */
function readersBeside(readers: readonly Reader[], writers: readonly string[]): Reader[] {
  return readers.filter(({ id }) => !writers.includes(id)).map(({ id, name }) => ({ id, name }));
}

/** What a writer may put in, with how it reads of made-up facts; tables show themselves in the preview. */
function namesFor(basis: TemplateBasis) {
  return basis === "framework_agreement"
    ? examplesOf(FRAMEWORK_VOCABULARY, SAMPLE_FRAMEWORK)
    : examplesOf(VOCABULARY, sampleFacts(basis));
}

function examplesOf<Facts>({ placeholders, parts }: Vocabulary<Facts>, facts: Facts) {
  const [fi, sv, en] = LANGUAGES;
  return [
    ...placeholders.map(({ code, name, value }) => ({
      code,
      name,
      example: { fi: value(facts, fi), sv: value(facts, sv), en: value(facts, en) },
    })),
    ...parts.map(({ code, name }) => ({ code, name, example: null })),
  ];
}

export const previewTemplateRoute = view(previewTemplate, async (context, { params, query }) => {
  const { tx, actor } = context;
  const { providerId, basis } = params;
  if (!mayReadTemplates(actor, providerId)) return refuse("not_found");
  const { template, draft } = await templateStateOf(tx, { provider_id: providerId, basis });
  const newest = draft?.template ?? template;
  if (basis === "framework_agreement") return accept(composeSample(newest, basis));
  const facts = await factsFor(context, { providerId, basis }, query.placementId);
  if (!facts.ok) return facts;
  return accept(composeAgreement(newest, facts.value));
});

type Unfilled = Refusal<"not_found" | "other_basis" | "agreement_incomplete">;

async function factsFor(
  { tx, actor }: ViewContext,
  { providerId, basis }: { providerId: string; basis: Basis },
  placementId: string | undefined,
): Promise<Outcome<AgreementFacts, Unfilled>> {
  const sample = sampleFacts(basis);
  if (placementId === undefined) return accept(sample);
  const placement = await findVisible(tx, actor, placementId);
  if (placement?.provider_id !== providerId) return refuse("not_found");
  const { facts, missing } = await freezeFacts(tx, placement, sample.employment);
  if (facts === null) return refuse("agreement_incomplete", { missing });
  return facts.basis === basis ? accept(facts) : refuse("other_basis");
}

export const compareVersionsRoute = view(
  compareVersions,
  async ({ tx, actor }, { params, query }) => {
    const { providerId, basis } = params;
    if (!mayReadTemplates(actor, providerId)) return refuse("not_found");
    const keys = { provider_id: providerId, basis };
    const before = await wordingOf(tx, keys, query.before);
    const after = await wordingOf(tx, keys, query.after);
    if (before === undefined || after === undefined) return refuse("not_found");
    return accept({ sections: compareTemplates(before, after) });
  },
);
