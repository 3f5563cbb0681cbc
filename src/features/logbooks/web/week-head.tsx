import { ChevronLeft, ChevronRight, CircleUserRound } from "lucide-react";
import { m } from "#messages/web";
import { useMe } from "#web/session.ts";
import { ownLink } from "#web/shell/own-link.ts";
import { ButtonLink } from "#web/ui/button-link.tsx";
import { dayRange } from "#web/ui/format.ts";
import { Icon } from "#web/ui/icon.tsx";
import { Link } from "#web/ui/link.tsx";
import { type WeekView, weekHref, weekNumber } from "./week-words.ts";

/** Whose week it is, which days and where; on a personal link also who the reader says they are. */
export function WeekHead({ view }: { view: WeekView }) {
  const week = weekNumber(view.week);
  const own = view.abilities.write.allowed;
  const [first, last] = [view.days[0]?.day, view.days.at(-1)?.day];
  return (
    <>
      <h1 id="page-title" tabIndex={-1}>
        {own
          ? m.logbook_week_title_own({ week })
          : m.logbook_week_title({ name: view.student.givenName, week })}
      </h1>
      {first && last && (
        <p className="muted">
          {m.logbook_week_where({ days: dayRange(first, last), workplace: view.workplaceName })}
        </p>
      )}
      <WhoYouAre />
    </>
  );
}

/** "You are Mika Korhonen. Not me": a forwarded link is honest about whose name is used. */
function WhoYouAre() {
  const me = useMe();
  if (me?.means !== "link") return null;
  const link = ownLink();
  return (
    <div className="week-who">
      <Icon of={CircleUserRound} />
      <span className="grow">
        {m.logbook_you_are()} <b>{me.actingName ?? `${me.givenName} ${me.familyName}`}</b>
      </span>
      {link && (
        <Link className="link48" href={link}>
          {m.logbook_not_me()}
        </Link>
      )}
    </div>
  );
}

/** The weeks before and after, where the placement has them. */
export function OtherWeeks({ view }: { view: WeekView }) {
  const { placementId, previousWeek, nextWeek } = view;
  if (previousWeek === null && nextWeek === null) return null;
  return (
    <nav className="row between row-wrap" aria-label={m.logbook_other_weeks()}>
      {previousWeek ? (
        <ButtonLink kind="quiet" icon={ChevronLeft} href={weekHref(placementId, previousWeek)}>
          {m.logbook_week_number({ week: weekNumber(previousWeek) })}
        </ButtonLink>
      ) : (
        <span />
      )}
      {nextWeek && (
        <ButtonLink
          kind="quiet"
          className="week-next"
          icon={ChevronRight}
          href={weekHref(placementId, nextWeek)}
        >
          {m.logbook_week_number({ week: weekNumber(nextWeek) })}
        </ButtonLink>
      )}
    </nav>
  );
}
