import { useState } from "react";
import { m } from "#messages/web";
import { Page } from "#web/shell/page.tsx";
import { Badge } from "#web/ui/badge.tsx";
import { Chip, ChipGroup } from "#web/ui/chip.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { asSentence, dayNumber, dayWord } from "#web/ui/format.ts";
import { Link } from "#web/ui/link.tsx";
import { PageHead } from "#web/ui/page-head.tsx";
import { Section } from "#web/ui/section.tsx";
import { useMedia } from "#web/ui/use-media.ts";
import { numberWord } from "./number-words.ts";
import { blocksOf, isOwn } from "./starts-blocks.ts";
import { type Starts, useStarts } from "./starts-requests.ts";
import { StartsList, StartsTable } from "./starts-table.tsx";
import { useNudges } from "./use-nudges.ts";
import "./starts-page.css";

/** The coordinator's first page: what blocks the starts of a month and who can fix it. */
export function StartsPage() {
  const [month, setMonth] = useState<string>();
  const starts = useStarts(month);
  return (
    <Page frame="staff">
      <PageHead
        crumb={asSentence(dayWord(starts.today))}
        title={titleOf(starts)}
        end={<Months starts={starts} onMonth={setMonth} />}
      />
      <div className="main stack-8">
        <Blocks starts={starts} />
        <Endings starts={starts} />
      </div>
    </Page>
  );
}

function titleOf(starts: Starts): string {
  const total = starts.rows.length;
  const count = blocksOf(starts).length;
  const month = monthText(starts.month);
  if (total === 0) return asSentence(m.starts_title_none({ month }));
  if (count === 0) return asSentence(m.starts_title_calm({ total, month }));
  return asSentence(m.starts_title({ number: numberWord(count), total, month }));
}

/** "2026-12" -> "December" */
function monthText(month: string): string {
  return m.starts_month({ month: Number(month.slice(5)) });
}

function Months({ starts, onMonth }: { starts: Starts; onMonth: (month: string) => void }) {
  return (
    <ChipGroup label={m.starts_months()}>
      {starts.months.map(({ month, blocked }) => (
        <Chip key={month} pressed={month === starts.month} onPress={() => onMonth(month)}>
          <b>{asSentence(monthText(month))}</b> <span aria-hidden="true">{blocked}</span>
          <span className="vh">{m.starts_month_blocked({ count: blocked })}</span>
        </Chip>
      ))}
    </ChipGroup>
  );
}

function Blocks({ starts }: { starts: Starts }) {
  const nudges = useNudges(starts.today);
  const isDesk = useMedia("(min-width: 56.25em)");
  const blocks = blocksOf(starts);
  const List = isDesk ? StartsTable : StartsList;
  return (
    <Section title={m.starts_blocks()} end={blocks.length > 0 && countsText(starts)}>
      {blocks.length === 0 ? (
        <EmptyState title={m.starts_nothing()}>
          <p className="muted">{m.starts_nothing_text()}</p>
        </EmptyState>
      ) : (
        <List blocks={blocks} today={starts.today} nudges={nudges} />
      )}
    </Section>
  );
}

/** "24 are ready. 2 wait for you." */
function countsText(starts: Starts): string {
  const blocks = blocksOf(starts);
  const own = blocks.filter(({ missing }) => missing.some(isOwn)).length;
  const ready = m.starts_ready({ count: starts.rows.length - blocks.length });
  return own === 0 ? ready : `${ready} ${m.starts_yours({ count: own })}`;
}

/** Decisions that end before the placement does: they are made again in good time. */
function Endings({ starts: { endingDecisions, today } }: { starts: Starts }) {
  if (endingDecisions.length === 0) return null;
  return (
    <Section title={m.starts_endings()} end={m.starts_endings_text()}>
      <table className="plain">
        <caption className="vh">{m.starts_endings()}</caption>
        <thead>
          <tr>
            <th scope="col">{m.starts_workplace()}</th>
            <th scope="col">{m.starts_inside()}</th>
            <th scope="col">{m.starts_ends()}</th>
          </tr>
        </thead>
        <tbody>
          {endingDecisions.map(({ placementId, workplaceName, studentName, validUntil }) => (
            <tr key={placementId}>
              <th scope="row">
                <Link href={`/placements/${placementId}/suitability`}>{workplaceName}</Link>
              </th>
              <td>{studentName}</td>
              <td>
                {validUntil < today ? (
                  <Badge kind="stop">{m.starts_ended_on({ day: dayNumber(validUntil) })}</Badge>
                ) : (
                  <Badge kind="wait">{m.starts_ends_on({ day: dayNumber(validUntil) })}</Badge>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}
