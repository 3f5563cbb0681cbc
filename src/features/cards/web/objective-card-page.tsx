import { History as HistoryIcon } from "lucide-react";
import { useState } from "react";
import { m } from "#messages/web";
import { textOf } from "#web/i18n/language.ts";
import { NotFoundPage } from "#web/shell/edge-pages.tsx";
import { Page } from "#web/shell/page.tsx";
import { Badge } from "#web/ui/badge.tsx";
import { Button } from "#web/ui/button.tsx";
import { dayYear, localDay } from "#web/ui/format.ts";
import { History } from "#web/ui/history.tsx";
import { Link } from "#web/ui/link.tsx";
import { PageHead } from "#web/ui/page-head.tsx";
import { Section } from "#web/ui/section.tsx";
import { useToast } from "#web/ui/toast.tsx";
import { Told } from "#web/ui/told.tsx";
import { useView } from "#web/view.ts";
import type { readObjectiveCard } from "../objective-card.contract.ts";
import { type CardDraft, draftOf, type Fill } from "./card-draft.ts";
import { CardEditor } from "./card-editor.tsx";
import { CardOffers } from "./card-offers.tsx";
import { CardWords } from "./card-words.tsx";
import { NextMissing } from "./next-missing.tsx";
import {
  OBJECTIVE_CARD_PATH,
  type ObjectiveCardView,
  useCardsProvider,
} from "./objective-card-view.ts";

/** One requirement in the provider's own words, beside the official text, which stays as it is. */
export function ObjectiveCardPage({ requirementId }: { requirementId: string }) {
  const providerId = useCardsProvider();
  if (providerId === undefined) return <NotFoundPage />;
  return (
    <ObjectiveCard key={requirementId} providerId={providerId} requirementId={requirementId} />
  );
}

type Ids = { readonly providerId: string; readonly requirementId: string };

function ObjectiveCard(params: Ids) {
  const view = useView<typeof readObjectiveCard>({ path: OBJECTIVE_CARD_PATH, params });
  const [draft, put] = useState<CardDraft>(() => draftOf(view.card, view.version));
  const say = useToast();
  const fill: Fill = (card, name, takenFrom) => {
    put(draftOf(card, draft.base, takenFrom));
    say({ text: m.cards_in_fields({ name }), undo: () => put(draft) });
  };
  const { official } = view;
  return (
    <Page frame="staff">
      <PageHead
        crumb={
          <Link
            href={`/qualifications/${official.versionId}?unit=${official.unitId}&requirement=${official.requirementId}`}
          >
            {textOf(official.unitName)}, {official.number}
          </Link>
        }
        title={m.cards_text_title()}
        badge={<StandBadge view={view} />}
        detail={m.cards_text_used({ count: view.placements })}
      />
      <div className="two">
        <div className="stack-8">
          <Section title={m.framework_official_text()}>
            {textOf(official.lead) && (
              <p className="small muted">
                <Told text={official.lead} />
              </p>
            )}
            <p>
              <Told text={official.text} />
            </p>
          </Section>
          <CardEditor params={params} view={view} draft={draft} put={put} />
          <Versions view={view} onFill={fill} />
        </div>
        <div className="stack-8">
          <NextMissing {...params} />
          <CardOffers params={params} view={view} onFill={fill} />
        </div>
      </div>
    </Page>
  );
}

function StandBadge({ view }: { view: ObjectiveCardView }) {
  if (view.own) return <Badge>{m.cards_version({ number: view.version })}</Badge>;
  return view.card === null ? (
    <Badge kind="wait">{m.cards_unwritten()}</Badge>
  ) : (
    <Badge>{m.cards_common()}</Badge>
  );
}

type VersionsProps = { view: ObjectiveCardView; onFill: Fill };

/** Every saved text stays readable and can be written on from. */
function Versions({ view, onFill }: VersionsProps) {
  if (view.versions.length === 0) return null;
  return (
    <Section title={m.cards_versions()}>
      <History
        items={view.versions.map((version) => ({
          key: String(version.number),
          at: dayYear(localDay(version.at)),
          icon: HistoryIcon,
          text: (
            <details>
              <summary>
                {m.cards_version({ number: version.number })}, {version.by}
                {version.takenFrom &&
                  `. ${m.cards_taken_from({ name: textOf(version.takenFrom) })}`}
              </summary>
              <CardWords card={version} />
              {version.number < view.version && (
                <Button
                  kind="second"
                  onClick={() => onFill(version, m.cards_version({ number: version.number }), null)}
                >
                  {m.cards_write_from()}
                </Button>
              )}
            </details>
          ),
        }))}
      />
    </Section>
  );
}
