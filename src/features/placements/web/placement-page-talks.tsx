import { useState } from "react";
import { m } from "#messages/web";
import { ProblemNote } from "#web/shell/problem-note.tsx";
import { Badge } from "#web/ui/badge.tsx";
import { Button } from "#web/ui/button.tsx";
import { atClock, dayShort, localDay } from "#web/ui/format.ts";
import { Link } from "#web/ui/link.tsx";
import { Marks } from "#web/ui/marks.tsx";
import { Row, Rows } from "#web/ui/rows.tsx";
import { Section } from "#web/ui/section.tsx";
import { useToast } from "#web/ui/toast.tsx";
import { useDeed } from "#web/view.ts";
import type { confirmTalk } from "../placement.contract.ts";
import { OVER } from "../placement.ts";
import { isParty, PLACEMENT_READS, type Placement, type Talk } from "./placement-page-answer.ts";
import { partyNames } from "./placement-page-deeds.tsx";
import { talkMarks, talkWaitsFor } from "./placement-page-marks.ts";
import { NudgeStep } from "./placement-page-nudge.tsx";
import { TalkNote } from "./placement-page-talk-note.tsx";
import { talkText } from "./state-text.ts";

/** The talks in order, what was agreed in each, and a new note. */
export function Talks({ placement }: { placement: Placement }) {
  const [noting, setNoting] = useState(false);
  const close = () => {
    setNoting(false);
    document.getElementById("note-talk")?.focus();
  };
  const talks = placement.talks.toSorted((a, b) => whenOf(a).localeCompare(whenOf(b)));
  const mayNote = placement.abilities.noteTalk.allowed && !OVER.includes(placement.state);
  return (
    <Section
      title={m.placement_talks()}
      end={
        mayNote && (
          <Button
            id="note-talk"
            kind="quiet"
            aria-expanded={noting}
            onClick={() => setNoting(!noting)}
          >
            {m.placement_note_talk()}
          </Button>
        )
      }
    >
      {noting && <TalkNote placement={placement} onClose={close} />}
      {talks.length === 0 ? (
        <p className="muted">{m.placement_no_talks()}</p>
      ) : (
        <Rows>
          {talks.map((talk) => (
            <TalkRow key={talk.id} placement={placement} talk={talk} />
          ))}
        </Rows>
      )}
    </Section>
  );
}

/** When a talk was held, else when it is planned; every talk has one of the two. */
export function whenOf({ heldAt, plannedAt }: Talk): string {
  return heldAt ?? plannedAt ?? "";
}

function TalkRow({ placement, talk }: { placement: Placement; talk: Talk }) {
  const title = talkText(talk.kind);
  const waits = talkWaitsFor(placement, talk);
  return (
    <Row end={<Marks deed={title} marks={talkMarks(placement, talk)} />}>
      <span className="row row-wrap">
        <span>{title}</span>
        {isLate(talk, placement.today) && <Badge kind="wait">{m.placement_talk_late()}</Badge>}
      </span>
      <span className="sub">{talkDetail(talk)}</span>
      {talk.heldAt === null && !isLate(talk, placement.today) && (
        <Link
          href={`/api/placements/${placement.id}/talks/${talk.id}/calendar`}
          aria-label={m.calendar_add_which({ talk: title })}
          download
        >
          {m.calendar_add()}
        </Link>
      )}
      {talk.note && <span className="place-talk-note">{talk.note}</span>}
      {waits.length > 0 && (
        <span className="sub">
          {m.placement_waits_for({ names: partyNames(placement, waits) })}
        </span>
      )}
      {waits.length > 0 && (
        <span className="place-nudge">
          {waits.some((party) => party === placement.relation) ? (
            <TalkConfirm placementId={placement.id} talkId={talk.id} />
          ) : (
            isParty(placement.relation) &&
            waits.map((party) => (
              <NudgeStep key={party} placement={placement} to={party} about="talk" />
            ))
          )}
        </span>
      )}
    </Row>
  );
}

function isLate({ heldAt, plannedAt }: Talk, today: string): boolean {
  return heldAt === null && plannedAt !== null && localDay(plannedAt) < today;
}

/** "Mon 30 Nov 7:30, 20 min, at the workplace" or "Tue 17 Nov, noted by Sanna" */
export function talkDetail({ plannedAt, heldAt, minutes, place, notedBy }: Talk): string {
  if (heldAt !== null) {
    const day = dayShort(localDay(heldAt));
    return notedBy === null ? day : m.placement_talk_noted({ day, name: notedBy });
  }
  if (plannedAt === null) return "";
  const when = `${dayShort(localDay(plannedAt))} ${atClock(plannedAt)}`;
  return [when, minutes === null ? "" : m.placement_minutes({ count: minutes }), placeText(place)]
    .filter(Boolean)
    .join(", ");
}

/** Where a talk is held; a place somebody has written is shown as it is. */
export function placeText(place: string | null): string {
  switch (place) {
    case "workplace":
      return m.placement_place_workplace();
    case "college":
      return m.placement_place_college();
    case "phone":
      return m.placement_place_phone();
    case "video":
      return m.placement_place_video();
    default:
      return place ?? "";
  }
}

/** One tap: what the other noted is right. */
export function TalkConfirm({ placementId, talkId }: { placementId: string; talkId: string }) {
  const say = useToast();
  const confirm = useDeed<typeof confirmTalk>({
    method: "POST",
    path: "/api/placements/{placementId}/talks/{talkId}/confirmations",
    changes: PLACEMENT_READS,
    onDone: () => say({ text: m.placement_talk_confirmed() }),
  });
  return (
    <>
      <Button busy={confirm.busy} onClick={() => confirm.run({ params: { placementId, talkId } })}>
        {m.placement_talk_confirm()}
      </Button>
      <ProblemNote error={confirm.problem} />
    </>
  );
}
