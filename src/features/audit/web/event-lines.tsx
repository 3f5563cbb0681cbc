import {
  CalendarDays,
  ClipboardList,
  FileText,
  type LucideIcon,
  NotebookPen,
  ShieldCheck,
} from "lucide-react";
import type { z } from "zod";
import { m } from "#messages/web";
import { asSentence, moment } from "#web/ui/format.ts";
import type { HistoryLine } from "#web/ui/history.tsx";
import { DEEDS, type Group } from "../deeds.ts";
import type { event } from "../history.contract.ts";
import { deedText } from "./deed-text.ts";

export type Event = z.infer<typeof event>;

const ICONS: Readonly<Record<Group, LucideIcon>> = {
  placement: CalendarDays,
  plan: FileText,
  work: NotebookPen,
  safe: ShieldCheck,
};

const GROUP_OF: ReadonlyMap<string, Group> = new Map(
  Object.entries(DEEDS).flatMap(([code, shown]) => (shown === null ? [] : [[code, shown.group]])),
);

/** Events as lines of a history: when, who, did what, by which means. */
export function linesOf(
  events: readonly (Event & { about?: string | null })[],
  now: string,
): HistoryLine[] {
  return events.map((one) => {
    const group = GROUP_OF.get(one.deed);
    return {
      key: one.id,
      at: asSentence(moment(one.at, now)),
      icon: group === undefined ? ClipboardList : ICONS[group],
      text: (
        <>
          <b>{doerText(one)}</b> {deedText(one)}
          {one.about && <span className="sub">{one.about}</span>}
        </>
      ),
      end: <span className="small muted">{meansText(one.means)}</span>,
    };
  });
}

/** "Pia (in the place of Mika Lahtinen)": who really did it comes first. */
export function seatText({ name, seatOf }: { name: string; seatOf: string | null }): string {
  return seatOf === null ? name : m.history_seat({ name, person: seatOf });
}

function doerText({ doer, means }: Event): string {
  if (doer !== null) return seatText(doer);
  return means === "calendar" ? m.history_calendar() : m.history_command();
}

const MEANS: Readonly<Record<string, () => string>> = {
  code: m.history_means_code,
  link: m.history_means_link,
  demo: m.history_means_demo,
  calendar: m.history_means_calendar,
  command: m.history_means_command,
};

function meansText(means: string): string {
  return MEANS[means]?.() ?? means;
}
