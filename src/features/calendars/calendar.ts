import type { TalkKind, TalkPlace } from "#features/plans/plan.ts";

/** A talk as a calendar holds it. */
export type TalkTime = {
  readonly talkId: string;
  readonly kind: TalkKind;
  /** An instant. */
  readonly at: string;
  readonly minutes: number | null;
  readonly place: TalkPlace | null;
};

/** A talk that is to come, and who is to have it in their calendar. */
export type Wanted = TalkTime & { readonly people: readonly string[] };

/** What the calendars were last told of a talk. */
export type Told = Wanted & { readonly sequence: number; readonly cancelled: boolean };

/** What goes out: an invitation or its cancellation, to these people, in this revision. */
export type Notice = {
  readonly method: "REQUEST" | "CANCEL";
  readonly sequence: number;
  readonly talk: TalkTime;
  readonly to: readonly string[];
};

/** One talk whose calendars are behind: what is sent, and what they have been told once it is. */
export type Step = { readonly notices: readonly Notice[]; readonly told: Told };

/** An appointment without a length is kept this long in calendars. */
export const USUAL_MINUTES = 30;

/**
 * What has to be sent so that every calendar holds what is wanted: nothing for a talk that stayed as it
 * was, and nothing about a time that is past. Each change raises the sequence (RFC 5546 §2.1.4), and a
 * talk keeps its id, so that a calendar changes the appointment it has instead of adding another.
 */
export function stepsFor(
  told: readonly Told[],
  wanted: readonly Wanted[],
  now: Temporal.Instant,
): Step[] {
  const former = new Map(told.map((one) => [one.talkId, one]));
  const kept = new Set(wanted.map(({ talkId }) => talkId));
  const gone = told.filter(
    (one) => !one.cancelled && !kept.has(one.talkId) && isToCome(one.at, now),
  );
  return [
    ...wanted
      .filter(({ at }) => isToCome(at, now))
      .flatMap((talk) => stepTo(former.get(talk.talkId), talk)),
    ...gone.map(dropped),
  ];
}

function isToCome(at: string, now: Temporal.Instant): boolean {
  return Temporal.Instant.compare(at, now) > 0;
}

function stepTo(former: Told | undefined, talk: Wanted): Step[] {
  const before = former === undefined || former.cancelled ? [] : former.people;
  const isMoved = former === undefined || former.cancelled || !sameTime(former, talk);
  const come = isMoved ? talk.people : talk.people.filter((id) => !before.includes(id));
  const left = before.filter((id) => !talk.people.includes(id));
  if (come.length + left.length === 0) return [];
  const sequence = former === undefined ? 0 : former.sequence + 1;
  const notices = [
    { method: "REQUEST", sequence, talk, to: come } as const,
    // Whoever no longer takes part knows the appointment as it was.
    { method: "CANCEL", sequence, talk: former ?? talk, to: left } as const,
  ];
  return [
    {
      notices: notices.filter(({ to }) => to.length > 0),
      told: { ...talk, sequence, cancelled: false },
    },
  ];
}

function dropped(former: Told): Step {
  const sequence = former.sequence + 1;
  return {
    notices: [{ method: "CANCEL", sequence, talk: former, to: former.people }],
    told: { ...former, sequence, cancelled: true },
  };
}

function sameTime(left: TalkTime, right: TalkTime): boolean {
  return (
    Temporal.Instant.compare(left.at, right.at) === 0 &&
    left.minutes === right.minutes &&
    left.place === right.place
  );
}

/** The same in every file about this talk: invitation, download and feed are one appointment. */
export function uidOf(id: string): string {
  return `${id}@kisalli`;
}
