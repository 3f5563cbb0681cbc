import { useState } from "react";
import { m } from "#messages/web";
import { getLocale } from "#messages/web-runtime";
import { textOf } from "#web/i18n/language.ts";
import { NotFoundPage } from "#web/shell/edge-pages.tsx";
import { Page } from "#web/shell/page.tsx";
import { Badge } from "#web/ui/badge.tsx";
import { Chip, ChipGroup } from "#web/ui/chip.tsx";
import { PageHead } from "#web/ui/page-head.tsx";
import { Section } from "#web/ui/section.tsx";
import { useView } from "#web/view.ts";
import type { readRulePack } from "../rule-packs.contract.ts";
import { RuleCases } from "./rule-pack-cases.tsx";
import { PublishCard } from "./rule-pack-publish.tsx";
import { RuleTable } from "./rule-pack-table.tsx";
import { TrialCard } from "./rule-pack-trial.tsx";
import { RULE_PACK_PATH, type RulePackView, useRulesProvider } from "./rule-pack-view.ts";
import "./rule-pack-page.css";

/** The provider's rule pack: every rule in plain words, a new version, and cases to try it on. */
export function RulePackPage() {
  const providerId = useRulesProvider();
  return providerId === undefined ? <NotFoundPage /> : <RulePack providerId={providerId} />;
}

function RulePack({ providerId }: { providerId: string }) {
  const view = useView<typeof readRulePack>({ path: RULE_PACK_PATH, params: { providerId } });
  const [written, showWritten] = useState(true);
  const draft = written ? view.draft : null;
  const pack = draft?.pack ?? view.pack;
  return (
    <Page frame="staff" className="rules">
      <PageHead
        crumb={m.rules_crumb({ country: countryName(pack.country) })}
        title={textOf(pack.name)}
        detail={m.checks_not_law()}
        end={<Versions view={view} written={written} onChoose={showWritten} />}
      />
      <div className="two">
        <div className="stack-8">
          <Section
            title={m.rules_count({ count: pack.rules.length })}
            end={draft && m.rules_changed({ count: draft.changed.length })}
          >
            <RuleTable providerId={providerId} view={view} pack={pack} />
          </Section>
          <p className="small muted">{textOf(pack.seen)}</p>
        </div>
        <div className="stack-8">
          <TrialCard providerId={providerId} view={view} />
          <RuleCases providerId={providerId} view={view} />
          {view.draft && <PublishCard providerId={providerId} view={view} draft={view.draft} />}
        </div>
      </div>
    </Page>
  );
}

function countryName(code: string): string {
  return new Intl.DisplayNames([getLocale()], { type: "region" }).of(code) ?? code;
}

type VersionsProps = { view: RulePackView; written: boolean; onChoose: (written: boolean) => void };

function Versions({ view: { number, draft }, written, onChoose }: VersionsProps) {
  const inUse = number === null ? m.rules_national_in_use() : m.rules_version_in_use({ number });
  if (draft === null) return <Badge kind="ok">{inUse}</Badge>;
  return (
    <ChipGroup label={m.rules_versions()}>
      <Chip pressed={!written} onPress={() => onChoose(false)}>
        {inUse}
      </Chip>
      <Chip pressed={written} onPress={() => onChoose(true)}>
        {m.rules_version_written({ number: draft.number })}
      </Chip>
    </ChipGroup>
  );
}
