import { Eye, Printer } from "lucide-react";
import { useState } from "react";
import { m } from "#messages/web";
import type { LookPage } from "#shared/look.ts";
import type { AnswerOf } from "#web/request.ts";
import { useBack, useCollege } from "#web/shell/bar-state.ts";
import { Page } from "#web/shell/page.tsx";
import { Button } from "#web/ui/button.tsx";
import { Chip, ChipGroup } from "#web/ui/chip.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { asSentence, inDays, names } from "#web/ui/format.ts";
import { History } from "#web/ui/history.tsx";
import { PageHead } from "#web/ui/page-head.tsx";
import { Section } from "#web/ui/section.tsx";
import { useView } from "#web/view.ts";
import { GROUPS, type Group } from "../deeds.ts";
import type { readHistory } from "../history.contract.ts";
import { linesOf, seatText } from "./event-lines.tsx";

type View = AnswerOf<typeof readHistory>;
type Asked = { group?: Group; before?: string };

/** What has happened in a placement and who has looked at it, for everyone who takes part in it. */
export function HistoryPage({ placementId }: { placementId: string }) {
  const [asked, ask] = useState<Asked>({});
  const view = useView<typeof readHistory>(
    { path: "/api/placements/{placementId}/history", params: { placementId }, query: asked },
    [`placement:${placementId}`],
  );
  useCollege(view.providerName);
  useBack({ href: `/placements/${placementId}`, label: m.suitability_back() });
  return (
    <Page frame="staff">
      <PageHead
        crumb={m.history_detail({ student: view.studentName, workplace: view.workplaceName })}
        title={m.history_title()}
        detail={m.history_same()}
        end={
          <Button kind="quiet" icon={Printer} onClick={() => window.print()}>
            {m.history_print()}
          </Button>
        }
      />
      <div className="two">
        <Events view={view} asked={asked} ask={ask} />
        <Looks view={view} />
      </div>
    </Page>
  );
}

type EventsProps = { view: View; asked: Asked; ask: (asked: Asked) => void };

function Events({ view, asked, ask }: EventsProps) {
  const { events, next } = view;
  const inGroup = asked.group === undefined ? {} : { group: asked.group };
  return (
    <Section title={m.history_what()}>
      <div className="stack">
        <ChipGroup label={m.history_group()}>
          <Chip pressed={asked.group === undefined} onPress={() => ask({})}>
            {m.history_group_all()}
          </Chip>
          {GROUPS.map((group) => (
            <Chip key={group} pressed={asked.group === group} onPress={() => ask({ group })}>
              {GROUP_WORDS[group]()}
            </Chip>
          ))}
        </ChipGroup>
        {events.length === 0 ? (
          <EmptyState title={m.history_none()} />
        ) : (
          <History items={linesOf(events, view.now)} />
        )}
        <div className="row row-wrap">
          {next !== null && (
            <Button onClick={() => ask({ ...inGroup, before: next })}>{m.audit_later()}</Button>
          )}
          {asked.before !== undefined && (
            <Button kind="quiet" onClick={() => ask(inGroup)}>
              {m.audit_newest()}
            </Button>
          )}
        </div>
      </div>
    </Section>
  );
}

const GROUP_WORDS: Readonly<Record<Group, () => string>> = {
  placement: m.history_group_placement,
  plan: m.history_group_plan,
  work: m.history_group_work,
  safe: m.history_group_safe,
};

const PAGE_WORDS: Readonly<Record<LookPage, () => string>> = {
  placement: m.history_page_placement,
  plan: m.history_page_plan,
  week: m.history_page_week,
  day: m.history_page_day,
  suitability: m.history_page_suitability,
  checklist: m.history_page_checklist,
  checks: m.history_page_checks,
};

/** "Sanna Virtanen has looked at the plan", with the days below. */
function Looks({ view: { looks, looksKeptMonths, today } }: { view: View }) {
  const lines = looks.map((look) => ({
    key: `${look.name} ${look.seatOf ?? ""} ${look.page}`,
    at: asSentence(daysText(look.days, today)),
    icon: Eye,
    text: (
      <>
        <b>{seatText(look)}</b> {m.history_looks_line({ page: PAGE_WORDS[look.page]() })}
      </>
    ),
  }));
  return (
    <Section title={m.history_looks()}>
      {lines.length === 0 ? <p>{m.history_looks_none()}</p> : <History items={lines} />}
      <p className="small muted">{m.history_looks_rule({ months: looksKeptMonths })}</p>
    </Section>
  );
}

/** The newest days by name; how many more there were says little. */
const MOST_DAYS = 3;

function daysText(days: readonly string[], today: string): string {
  return names(days.slice(0, MOST_DAYS).map((day) => inDays(day, today)));
}
