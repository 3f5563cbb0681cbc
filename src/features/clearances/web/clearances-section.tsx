import { lazy, Suspense, useState } from "react";
import { m } from "#messages/web";
import { textOf } from "#web/i18n/language.ts";
import type { AnswerOf } from "#web/request.ts";
import { ProblemNote } from "#web/shell/problem-note.tsx";
import { Badge } from "#web/ui/badge.tsx";
import { Button } from "#web/ui/button.tsx";
import { dayYear } from "#web/ui/format.ts";
import { Section } from "#web/ui/section.tsx";
import { useDeed, useView } from "#web/view.ts";
import type { consentToClearance, noteClearance, readClearances } from "../clearances.contract.ts";

const PATH = "/api/placements/{placementId}/clearances";
const CHANGES = [PATH, "/api/placements/{placementId}"];
type View = AnswerOf<typeof readClearances>;
type Clearance = View["clearances"][number];

const DateField = lazy(() =>
  import("#web/ui/date-field.tsx").then((file) => ({ default: file.DateField })),
);

/** Cards and clearances: what is asked here, what has been shown, and what else could be asked. */
export function ClearancesSection({ placementId }: { placementId: string }) {
  const view = useView<typeof readClearances>({ path: PATH, params: { placementId } }, [
    `placement:${placementId}`,
  ]);
  const required = view.clearances.filter((one) => one.required);
  const others = view.clearances.filter((one) => !one.required);
  return (
    <Section title={m.clearances_title()}>
      <p className="muted">{m.clearances_why()}</p>
      {required.length === 0 && <p>{m.clearances_none()}</p>}
      <ul className="rows">
        {required.map((one) => (
          <Row key={one.code} placementId={placementId} view={view} clearance={one} />
        ))}
      </ul>
      {view.abilities.note.allowed && others.length > 0 && (
        <details>
          <summary>{m.clearances_others()}</summary>
          <ul className="rows">
            {others.map((one) => (
              <Row key={one.code} placementId={placementId} view={view} clearance={one} />
            ))}
          </ul>
        </details>
      )}
    </Section>
  );
}

type RowProps = { placementId: string; view: View; clearance: Clearance };

function Row({ placementId, view, clearance }: RowProps) {
  const [open, setOpen] = useState(false);
  const note = useDeed<typeof noteClearance>({
    method: "PUT",
    path: "/api/placements/{placementId}/clearances/{clearance}",
    changes: CHANGES,
    onDone: () => setOpen(false),
  });
  const params = { placementId, clearance: clearance.code };
  const press = (state: "needed" | "not_needed" | null) =>
    note.run({ params, body: { state, shownOn: null, validUntil: null } });
  return (
    <li>
      <div className="grow">
        <b>{textOf(clearance.name)}</b> <StateBadge view={view} clearance={clearance} />
        <span className="sub">{textOf(clearance.why)}</span>
        <span className="sub">
          {clearance.source}
          {!clearance.verified && ` (${m.rules_unverified()})`}
        </span>
        {clearance.studentMayShow && clearance.required && (
          <WorkplaceSight placementId={placementId} view={view} clearance={clearance} />
        )}
        {open && (
          <ShownForm
            view={view}
            clearance={clearance}
            busy={note.busy}
            onSave={(shownOn, validUntil) =>
              note.run({ params, body: { state: "shown", shownOn, validUntil } })
            }
          />
        )}
        {view.abilities.note.allowed && !open && (
          <div className="row row-wrap">
            {clearance.required ? (
              <>
                <Button onClick={() => setOpen(true)}>{m.clearances_shown()}</Button>
                <Button kind="quiet" busy={note.busy} onClick={() => press("not_needed")}>
                  {m.clearances_not_needed()}
                </Button>
              </>
            ) : (
              <Button kind="quiet" busy={note.busy} onClick={() => press("needed")}>
                {m.clearances_ask()}
              </Button>
            )}
          </div>
        )}
        <ProblemNote error={note.problem} />
      </div>
    </li>
  );
}

/** Who sees a matter of health: the student says, and can take it back. */
function WorkplaceSight({ placementId, view, clearance: { code, workplaceSees } }: RowProps) {
  const consent = useDeed<typeof consentToClearance>({
    method: "PUT",
    path: "/api/placements/{placementId}/clearances/{clearance}/consent",
    changes: CHANGES,
  });
  const press = () =>
    consent.run({ params: { placementId, clearance: code }, body: { given: !workplaceSees } });
  return (
    <>
      <span className="sub">
        {workplaceSees ? m.clearances_workplace_sees() : m.clearances_workplace_blind()}
      </span>
      {view.abilities.consent.allowed && (
        <div className="row row-wrap">
          <Button busy={consent.busy} onClick={press}>
            {workplaceSees ? m.clearances_consent_back() : m.clearances_consent()}
          </Button>
        </div>
      )}
      <ProblemNote error={consent.problem} />
    </>
  );
}

function StateBadge({
  view,
  clearance: { required, state, validUntil },
}: Omit<RowProps, "placementId">) {
  if (!required) return null;
  if (state !== "shown") return <Badge kind="stop">{m.clearances_missing()}</Badge>;
  if (validUntil !== null && validUntil < view.startsOn) {
    return <Badge kind="stop">{m.clearances_ended({ day: dayYear(validUntil) })}</Badge>;
  }
  return (
    <Badge kind="ok">
      {validUntil === null
        ? m.clearances_seen()
        : m.clearances_seen_until({ day: dayYear(validUntil) })}
    </Badge>
  );
}

type ShownProps = {
  view: View;
  clearance: Clearance;
  busy: boolean;
  onSave: (shownOn: string, validUntil: string | null) => void;
};

function ShownForm({ view, clearance, busy, onSave }: ShownProps) {
  const [shownOn, setShownOn] = useState<string>(view.today);
  const [until, setUntil] = useState<string | null>(clearance.validUntil);
  return (
    <Suspense>
      <div className="stack">
        <DateField
          label={m.clearances_shown_on()}
          value={shownOn}
          max={view.today}
          onChange={(day) => setShownOn(day ?? view.today)}
        />
        <DateField
          label={m.clearances_until()}
          hint={
            clearance.years === null
              ? m.clearances_no_end()
              : m.clearances_years({ count: clearance.years })
          }
          value={until}
          onChange={setUntil}
        />
        <Button kind="primary" busy={busy} onClick={() => onSave(shownOn, until)}>
          {m.clearances_save()}
        </Button>
      </div>
    </Suspense>
  );
}
