import { PenLine } from "lucide-react";
import { useState } from "react";
import { m } from "#messages/web";
import type { Language } from "#shared/language.ts";
import { textOf, useLanguage } from "#web/i18n/language.ts";
import { NotFoundPage } from "#web/shell/edge-pages.tsx";
import { Page } from "#web/shell/page.tsx";
import { ButtonLink } from "#web/ui/button-link.tsx";
import { Chip, ChipGroup } from "#web/ui/chip.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { Link } from "#web/ui/link.tsx";
import { PageHead } from "#web/ui/page-head.tsx";
import { Row, Rows } from "#web/ui/rows.tsx";
import { Told } from "#web/ui/told.tsx";
import { useView } from "#web/view.ts";
import type { listMissingCards } from "../objective-card.contract.ts";
import {
  cardHref,
  languageWord,
  MISSING_PATH,
  type MissingView,
  useCardsProvider,
} from "./objective-card-view.ts";

/** Which requirements nobody has said in plain words yet, language by language; those in use first. */
export function MissingCardsPage() {
  const providerId = useCardsProvider();
  return providerId === undefined ? <NotFoundPage /> : <MissingCards providerId={providerId} />;
}

function MissingCards({ providerId }: { providerId: string }) {
  const mine = useLanguage();
  const [chosen, choose] = useState<Language | null>(null);
  const language = chosen ?? mine;
  const view = useView<typeof listMissingCards>({
    path: MISSING_PATH,
    params: { providerId },
    query: { language },
  });
  const [first] = view.rows;
  return (
    <Page frame="staff">
      <PageHead
        title={m.cards_missing_title()}
        detail={m.cards_missing_detail()}
        end={
          first && (
            <ButtonLink
              kind="primary"
              icon={PenLine}
              href={cardHref(first.requirementId, language)}
            >
              {m.cards_write_next()}
            </ButtonLink>
          )
        }
      />
      <div className="main stack">
        <ChipGroup label={m.cards_language()}>
          {view.counts.map((count) => (
            <Chip
              key={count.language}
              pressed={count.language === language}
              onPress={() => choose(count.language)}
              count={count.all}
            >
              {languageWord(count.language)}
            </Chip>
          ))}
        </ChipGroup>
        <UsedFirst view={view} language={language} />
        <MissingRows view={view} language={language} />
      </div>
    </Page>
  );
}

function UsedFirst({ view, language }: { view: MissingView; language: Language }) {
  const count = view.counts.find((one) => one.language === language);
  if (count === undefined || count.all === 0) return null;
  return (
    <p className="small muted">
      {m.cards_missing_used({ count: count.used, shown: view.rows.length, all: count.all })}
    </p>
  );
}

function MissingRows({ view: { rows }, language }: { view: MissingView; language: Language }) {
  if (rows.length === 0) return <EmptyState title={m.cards_missing_none()} />;
  return (
    <Rows label={m.cards_missing({ language: languageWord(language) })}>
      {rows.map((row) => (
        <Row
          key={row.requirementId}
          sub={[
            textOf(row.unitName),
            row.placements > 0 ? m.cards_used_by({ count: row.placements }) : "",
          ]
            .filter(Boolean)
            .join(" · ")}
        >
          <Link href={cardHref(row.requirementId, language)}>
            <Told text={row.text} />
          </Link>
        </Row>
      ))}
    </Rows>
  );
}
