import { Undo2 } from "lucide-react";
import { m } from "#messages/web";
import { languageOf, textOf } from "#web/i18n/language.ts";
import { Page } from "#web/shell/page.tsx";
import { ProblemNote } from "#web/shell/problem-note.tsx";
import { Button } from "#web/ui/button.tsx";
import { ButtonLink } from "#web/ui/button-link.tsx";
import { atClock, dayShort, hours } from "#web/ui/format.ts";
import { takeFocus } from "#web/ui/take-focus.ts";
import { useDeed } from "#web/view.ts";
import type { undoConfirmation } from "../logbook.contract.ts";
import { OtherWeeks } from "./week-head.tsx";
import { WeekJoint } from "./week-joint.tsx";
import { confirmerName, levelText, WEEK_PATH, type WeekView, weekNumber } from "./week-words.ts";

type Confirmation = NonNullable<WeekView["confirmation"]>;
type ConfirmedProps = { view: WeekView; confirmation: Confirmation };

/** Right after the press: thanks, what was said, and the way to take it back. */
export function ConfirmedNow({ view, confirmation }: ConfirmedProps) {
  const names = { student: view.student.givenName, teacher: view.teacher.givenName };
  const text =
    confirmation.kind === "ok"
      ? m.logbook_confirmed_now({ week: weekNumber(view.week), ...names })
      : m.logbook_exceptions_now({ student: names.student });
  return (
    <Page frame="phone">
      <section className="stack">
        <div role="status">
          <h1 id="page-title" tabIndex={-1} ref={takeFocus}>
            {m.logbook_thank_you({ name: confirmerName(confirmation) })}
          </h1>
          <p>{text}</p>
        </div>
        <WeekJoint view={view} />
        <TakeBack view={view} confirmation={confirmation} />
      </section>
      <WhatWasConfirmed view={view} confirmation={confirmation} />
      <ButtonLink block href="/today">
        {m.logbook_to_own_page()}
      </ButtonLink>
      <OtherWeeks view={view} />
    </Page>
  );
}

function TakeBack({ view, confirmation }: ConfirmedProps) {
  const { placementId, week } = view;
  const undo = useDeed<typeof undoConfirmation>({
    method: "DELETE",
    path: "/api/placements/{placementId}/weeks/{week}/confirmation",
    changes: [WEEK_PATH],
  });
  return (
    <div className="stack-2">
      <ProblemNote error={undo.problem} />
      <Button
        block
        icon={Undo2}
        busy={undo.busy}
        onClick={() => undo.run({ params: { placementId, week } })}
      >
        {m.logbook_take_back()}
      </Button>
      <p className="small muted">
        {m.logbook_take_back_until({
          time: atClock(confirmation.undoUntil),
          teacher: view.teacher.givenName,
        })}
      </p>
    </div>
  );
}

/** Hours, cards, exceptions and words, as they were confirmed. */
export function WhatWasConfirmed({ view, confirmation }: ConfirmedProps) {
  const { kind, exceptions, remark } = confirmation;
  return (
    <section className="card stack-3" aria-labelledby="what-was-confirmed">
      <h2 id="what-was-confirmed">
        {kind === "ok" ? m.logbook_what_was_confirmed() : m.logbook_what_was_said()}
      </h2>
      <dl className="week-sum">
        <dt>{m.logbook_hours()}</dt>
        <dd>{hours(view.totalMinutes)}</dd>
        {view.cards.map((card) => (
          <CardAnswer key={card.requirementId} card={card} />
        ))}
      </dl>
      {exceptions.map(({ day, text }) => (
        <p key={day}>
          <b>{dayShort(day)}</b> {text}
        </p>
      ))}
      {remark && <p className="week-remark">{remark}</p>}
    </section>
  );
}

function CardAnswer({ card }: { card: WeekView["cards"][number] }) {
  if (card.level === null) return null;
  return (
    <>
      <dt lang={languageOf(card.name)}>{textOf(card.name)}</dt>
      <dd>{levelText(card.level)}</dd>
    </>
  );
}
