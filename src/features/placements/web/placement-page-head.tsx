import { Printer } from "lucide-react";
import { m } from "#messages/web";
import { textOf } from "#web/i18n/language.ts";
import { Badge } from "#web/ui/badge.tsx";
import { Button } from "#web/ui/button.tsx";
import { ButtonLink } from "#web/ui/button-link.tsx";
import { dayNumber, dayYear, hours, names } from "#web/ui/format.ts";
import { Note } from "#web/ui/note.tsx";
import { PageHead } from "#web/ui/page-head.tsx";
import { Ribbon, type RibbonBracket } from "#web/ui/ribbon.tsx";
import { BEFORE_START } from "../placement.ts";
import { nameOf, type Placement } from "./placement-page-answer.ts";
import { awayBrackets, ribbonLabel, ribbonWeeks, talkPins } from "./ribbon-weeks.ts";
import {
  basisText,
  stateBadge,
  stateText,
  talkText,
  weekOfPlacement,
  weeksSentence,
} from "./state-text.ts";

/** Who, where, when and how it stands, with the weeks below. */
export function PlacementHead({ placement }: { placement: Placement }) {
  const { workplace } = placement;
  return (
    <>
      <PageHead
        crumb={`${basisText(placement.basis)}, ${textOf(placement.providerName)}`}
        title={m.placement_title({ name: nameOf(placement.student), workplace: workplace.name })}
        badge={
          <div className="row row-wrap place-state">
            <StateBadge placement={placement} />
            <Button kind="quiet" icon={Printer} onClick={() => window.print()}>
              {m.placement_print()}
            </Button>
          </div>
        }
        detail={detailText(placement)}
      />
      <div className="place-ribbon">
        {placement.stateReason && (
          <Note lead={`${stateText(placement.state)}.`}>{placement.stateReason}</Note>
        )}
        {placement.amendment !== null && <AmendmentOut amendment={placement.amendment} />}
        <PlacementRibbon placement={placement} links />
      </div>
    </>
  );
}

type Amendment = NonNullable<Placement["amendment"]>;

/** A change of the agreement on its way: until everybody asked has signed, the page shows what holds. */
function AmendmentOut({ amendment }: { amendment: Amendment }) {
  return (
    <Note
      kind="wait"
      lead={m.amendment_out({ names: names(amendment.waitsFor) })}
      action={
        <ButtonLink href={`/agreements/${amendment.id}`}>{m.amendment_out_open()}</ButtonLink>
      }
    >
      {m.amendment_until()}
    </Note>
  );
}

function StateBadge({ placement }: { placement: Placement }) {
  const { state, gate } = placement;
  const missing = gate.filter(({ verdict }) => verdict === "missing").length;
  if (BEFORE_START.includes(state) && missing > 0) {
    return <Badge kind="stop">{m.placement_cannot_start({ missing, all: gate.length })}</Badge>;
  }
  return <Badge kind={stateBadge(state)}>{stateText(state)}</Badge>;
}

/** "30 Nov 2026 to 26 Feb 2027, 37 h 30 a week, Kauppakatu 14, Saimaanranta" */
export function detailText(placement: Placement): string {
  const { workplace, minutesPerWeek } = placement;
  const period = m.placement_period({
    from: dayYear(placement.startsOn),
    to: dayYear(placement.endsOn),
  });
  const time =
    minutesPerWeek === null ? null : m.placement_weekly({ hours: hours(minutesPerWeek) });
  return [period, time, workplace.street, workplace.municipality].filter(Boolean).join(", ");
}

type PlacementRibbonProps = {
  placement: Placement;
  /** Each week that has begun opens its page. */
  links?: boolean;
  /** What stands above each talk: its name and day, or where there is less room the day alone. */
  words?: "names" | "days";
};

/** The placement as a strip of weeks, with talks above and interruptions below. */
export function PlacementRibbon({ placement, links, words = "names" }: PlacementRibbonProps) {
  const { ribbon, today, id, talks } = placement;
  const hrefOf = (week: string) =>
    links && hasBegun(placement, week) ? `/placements/${id}/weeks/${week}` : undefined;
  const major = talks.filter(({ kind }) => kind !== "other");
  return (
    <Ribbon
      weeks={ribbonWeeks(ribbon, hrefOf)}
      pins={talkPins(major, today, (kind, on) =>
        words === "names"
          ? { label: talkText(kind), detail: dayNumber(on) }
          : { label: dayNumber(on) },
      )}
      brackets={[...awayBrackets(placement.interruptions, today), ...birthday(placement)]}
      today={today}
      label={ribbonLabel(ribbon)}
      caption={captionOf(placement)}
    />
  );
}

function hasBegun({ ribbon }: Placement, week: string): boolean {
  return ribbon.some((one) => one.week === week && one.state !== "ahead");
}

/** On the day a student turns 18 the rules for young workers end. */
function birthday({ student }: Placement): RibbonBracket[] {
  const on = student.turns18On;
  if (on === null) return [];
  return [{ from: on, to: on, label: m.placement_birthday(), weight: "thin" }];
}

/** Below the weeks: where we are and what somebody must still do. */
function captionOf({ ribbon, today, state }: Placement): string | undefined {
  if (state !== "running") return undefined;
  const open = (["waits", "missing"] as const).flatMap((state) => {
    const weeks = ribbon.filter((one) => one.state === state).map(({ week }) => week);
    return weeks.length === 0 || weeks.length > MOST_NAMED ? [] : [weeksSentence(weeks, state)];
  });
  const place = weekOfPlacement(ribbon, today);
  const said = [...(place ? [`${place}.`] : []), ...open].join(" ");
  return said || undefined;
}

/** More than this many weeks by number are a list nobody reads. */
const MOST_NAMED = 6;
