import { view } from "#server/deed.ts";
import { LANGUAGES, type LocalisedText } from "#shared/language.ts";
import { accept, refuse } from "#shared/outcome.ts";
import { wordsOf } from "../finding-words.ts";
import { answersOf, changedRules, type Trial, tryCase } from "../pack-versions.ts";
import type { RulePack } from "../rule-pack.ts";
import { readRulePack, storedCase, type TrialCase, tryRulePack } from "../rule-packs.contract.ts";
import { mayPublishRules, mayReadRules, mayWriteRules } from "../rule-packs.policy.ts";
import type { Finding } from "../work-case.ts";
import { dayHours } from "../work-log.contract.ts";
import { ageOn } from "../worked-time.ts";
import { affectedBy, packStateOf } from "./pack-state.ts";
import * as queries from "./rule-packs.queries.ts";

export const readRulePackRoute = view(readRulePack, async ({ tx, actor }, { params }) => {
  const { providerId } = params;
  const provider = await queries.findProvider(tx, providerId);
  if (provider === undefined || !mayReadRules(actor, providerId)) return refuse("not_found");
  const { keys, pack, number, draft } = await packStateOf(tx, providerId);
  const kept = await queries.listCases(tx, keys);
  return accept({
    providerName: provider.name,
    pack,
    number,
    draft:
      draft === null
        ? null
        : {
            pack: draft.pack,
            number: draft.number,
            version: draft.version,
            writtenBy: `${draft.given_name} ${draft.family_name}`,
            changed: changedRules(pack, draft.pack),
            affected: (await affectedBy(tx, providerId, pack, draft.pack)).length,
          },
    cases: kept.map(({ id, asked, answer }) => {
      const one = storedCase.parse(asked);
      return {
        id,
        asked: one,
        kept: readRulePack.answer.shape.cases.element.shape.kept.parse(answer),
        now: answersOf(pack, asTrial(one)),
        draft: draft === null ? null : answersOf(draft.pack, asTrial(one)),
      };
    }),
    abilities: {
      edit: mayWriteRules(actor, providerId),
      publish: mayPublishRules(actor, providerId, draft),
    },
  });
});

export const tryRulePackRoute = view(tryRulePack, async ({ tx, actor }, { params, query }) => {
  if (!mayReadRules(actor, params.providerId)) return refuse("not_found");
  const { pack, draft } = await packStateOf(tx, params.providerId);
  const trial: Trial = { ...query, hours: query.hours ?? [], task: query.task ?? null };
  const inUse = tryCase(pack, trial);
  if (!inUse.ok) return inUse;
  const written = draft === null ? null : tryCase(draft.pack, trial);
  return accept({
    age: ageOn(Temporal.PlainDate.from(query.birth), Temporal.PlainDate.from(query.on)),
    inUse: inUse.value.map((finding) => spoken(pack, finding)),
    draft:
      draft === null || written === null || !written.ok
        ? null
        : written.value.map((finding) => spoken(draft.pack, finding)),
  });
});

/** A kept case as the engine takes it; its hours were readable when it was kept. */
export function asTrial({ hours, ...rest }: TrialCase): Trial {
  return { ...rest, hours: hours === null ? [] : dayHours.parse(hours) };
}

function spoken(pack: RulePack, finding: Finding) {
  const words = LANGUAGES.map((language) => [language, wordsOf(pack, finding, language)] as const);
  const { rule } = finding;
  const because: LocalisedText = Object.fromEntries(
    words.map(([language, one]) => [language, one.because]),
  );
  return { rule: rule.rule, effect: rule.effect, because, allowedWhen: rule.allowedWhen };
}
