import type { EndingGround, HeardParty } from "#features/placements/placement.ts";
import { m } from "#messages/web";
import { ButtonLink } from "#web/ui/button-link.tsx";
import { dayYear, localDay, names } from "#web/ui/format.ts";
import { Note } from "#web/ui/note.tsx";
import { AMENDMENT_FIELDS } from "./agreement-fields.ts";
import type { AgreementView, AnyAgreementView } from "./agreement-view.ts";

/** That it is complete, or that it binds nobody any more, why, and where the newer one is. */
export function AgreementEnded({ view }: { view: AnyAgreementView }) {
  if (view.kind === "framework_agreement") return <EndedAsAny view={view} />;
  if (view.endedEarly !== null && view.state === "completed") {
    return <EndedEarly ending={view.endedEarly} timeZone={view.timeZone} />;
  }
  if (view.overtaken.length > 0) return <Overtaken view={view} />;
  return <EndedAsAny view={view} />;
}

function EndedAsAny({ view }: { view: AnyAgreementView }) {
  return view.state === "completed" ? <Complete view={view} /> : <Closed view={view} />;
}

function Complete({ view: { kind, completedAt, timeZone } }: { view: AnyAgreementView }) {
  if (completedAt === null) return null;
  const day = dayYear(localDay(completedAt, timeZone));
  return kind === "amendment" ? (
    <Note kind="ok" lead={m.amendment_complete()}>
      {m.amendment_complete_on({ day })}
    </Note>
  ) : (
    <Note kind="ok" lead={m.agreement_complete()}>
      {m.agreement_complete_on({ day })}
    </Note>
  );
}

const GROUNDS: Readonly<Record<EndingGround, () => string>> = {
  joint_consent: m.placement_ground_joint_consent,
  terms_not_followed: m.placement_ground_terms_not_followed,
  student_left: m.placement_ground_student_left,
  place_lost: m.placement_ground_place_lost,
};
const HEARD: Readonly<Record<HeardParty, () => string>> = {
  student: m.placement_heard_student,
  workplace: m.placement_heard_workplace,
};

type EndedProps = { ending: NonNullable<AgreementView["endedEarly"]>; timeZone: string };

/** Ground, who was heard and when (finland.md §3 rule 7), to whoever the agreement bound. */
function EndedEarly({ ending, timeZone }: EndedProps) {
  const heardOn = dayYear(ending.heardOn);
  const heard = names(ending.heard.map((party) => HEARD[party]()));
  return (
    <Note
      kind="stop"
      lead={m.agreement_ended_early({ day: dayYear(localDay(ending.at, timeZone)) })}
    >
      <p>
        {m.agreement_ended_ground({ ground: GROUNDS[ending.ground]() })}{" "}
        {heard === ""
          ? m.agreement_ended_agreed({ day: heardOn })
          : m.agreement_ended_heard({ day: heardOn, names: heard })}{" "}
        {ending.onProbation && m.agreement_ended_probation()}
      </p>
      <p>{m.agreement_ended_stays()}</p>
    </Note>
  );
}

/** Somebody has agreed something else since: it is told before anybody asks for a code. */
function Overtaken({ view }: { view: AgreementView }) {
  const lines = names(view.overtaken.map((field) => AMENDMENT_FIELDS[field]()));
  return (
    <Note kind="stop" lead={m.amendment_overtaken({ lines })}>
      {m.amendment_overtaken_then()}
    </Note>
  );
}

function Closed({ view }: { view: AnyAgreementView }) {
  const { state, closed, timeZone } = view;
  if (closed === null) return null;
  const words = { name: closed.by, day: dayYear(localDay(closed.at, timeZone)) };
  return (
    <Note
      kind="stop"
      lead={state === "declined" ? m.agreement_declined(words) : m.agreement_withdrawn(words)}
      action={<NextStep view={view} />}
    >
      {closed.reason} {m.agreement_binds_nobody()}
    </Note>
  );
}

/** The newer one, or for who carries the placement the page where the next one is made. */
function NextStep({ view }: { view: AnyAgreementView }) {
  if (view.next !== null) {
    return <ButtonLink href={`/agreements/${view.next}`}>{m.agreement_open_next()}</ButtonLink>;
  }
  if (!view.carries || view.kind === "framework_agreement") return null;
  return (
    <ButtonLink href={`/placements/${view.placementId}/agreements`}>
      {m.agreement_to_agreements()}
    </ButtonLink>
  );
}
