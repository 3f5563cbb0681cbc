import { lazy, Suspense } from "react";
import { m } from "#messages/web";
import { ProblemNote } from "#web/shell/problem-note.tsx";
import { Button } from "#web/ui/button.tsx";
import { dayLong } from "#web/ui/format.ts";
import { PersonRow } from "#web/ui/person-row.tsx";
import { Row, Rows } from "#web/ui/rows.tsx";
import { Section } from "#web/ui/section.tsx";
import { Skeleton } from "#web/ui/skeleton.tsx";
import { useDeed } from "#web/view.ts";
import type { inviteTutor } from "../placement.contract.ts";
import { OVER } from "../placement.ts";
import { nameOf, type Party, type Placement } from "./placement-page-answer.ts";

/** Only those who carry the placement name a tutor: the others never fetch the form. */
const TutorForm = lazy(() =>
  import("./placement-page-tutor.tsx").then((file) => ({ default: file.TutorForm })),
);

type PeopleProps = {
  placement: Placement;
  naming: boolean;
  onNaming: (open: boolean) => void;
};

/** Who is who, with the ways to reach each of them. */
export function People({ placement, naming, onNaming }: PeopleProps) {
  const close = () => {
    onNaming(false);
    document.getElementById("name-tutor")?.focus();
  };
  return (
    <Section title={m.placement_people()}>
      <PeopleRows placement={placement} />
      {placement.abilities.nameTutor.allowed && (
        <TutorSteps placement={placement} naming={naming} onNaming={onNaming} />
      )}
      {naming && (
        <Suspense fallback={<Skeleton lines={4} />}>
          <TutorForm placement={placement} onClose={close} />
        </Suspense>
      )}
    </Section>
  );
}

type PeopleRowsProps = {
  placement: Placement;
  /** Without the reader's own row. */
  others?: boolean;
};

/** The three; the reader's own row has no way to call oneself. */
export function PeopleRows({ placement, others = false }: PeopleRowsProps) {
  const { student, tutor, teacher, relation } = placement;
  const shows = (party: Party) => !others || party !== relation;
  const reach = (party: Party, person: { phone: string | null; email: string | null }) =>
    party === relation ? {} : { phone: person.phone, email: person.email };
  return (
    <Rows>
      {shows("student") && (
        <PersonRow
          name={nameOf(student)}
          detail={withYou(studentDetail(student), relation === "student")}
          {...reach("student", student)}
        />
      )}
      {shows("tutor") && (
        <TutorRow placement={placement} {...(tutor ? reach("tutor", tutor) : {})} />
      )}
      {shows("teacher") && (
        <PersonRow
          name={nameOf(teacher)}
          detail={withYou(m.placement_teacher(), relation === "teacher")}
          {...reach("teacher", teacher)}
        />
      )}
    </Rows>
  );
}

type TutorRowProps = { placement: Placement; phone?: string | null; email?: string | null };

function TutorRow({ placement: { tutor, relation }, ...reach }: TutorRowProps) {
  if (tutor === null) {
    return (
      <Row sub={m.placement_tutor()}>
        <b>{m.placement_no_tutor()}</b>
      </Row>
    );
  }
  return (
    <PersonRow
      name={nameOf(tutor)}
      detail={withYou(tutorDetail(tutor.title), relation === "tutor")}
      {...reach}
    />
  );
}

function withYou(detail: string, isReader: boolean): string {
  return isReader ? `${detail}, ${m.ui_you_inside()}` : detail;
}

function tutorDetail(title: string | null): string {
  return title === null ? m.placement_tutor() : `${m.placement_tutor()}, ${title}`;
}

function studentDetail({ underage, turns18On }: Placement["student"]): string {
  if (!underage) return m.placement_student();
  const until = turns18On === null ? [] : [m.placement_turns_18({ day: dayLong(turns18On) })];
  return [m.placement_student(), m.placement_under_18(), ...until].join(", ");
}

function TutorSteps({ placement, naming, onNaming }: PeopleProps) {
  const { tutor } = placement;
  return (
    <div className="row row-wrap place-tutor-steps">
      {tutor && <TutorLink placement={placement} name={tutor.givenName} />}
      <Button
        kind={tutor ? "quiet" : "second"}
        id="name-tutor"
        aria-expanded={naming}
        onClick={() => onNaming(!naming)}
      >
        {tutor ? m.placement_change_tutor() : m.gate_step_name_tutor()}
      </Button>
    </div>
  );
}

/** The tutor's own way in: a fresh personal link by mail; the older ones end. */
function TutorLink({ placement, name }: { placement: Placement; name: string }) {
  const send = useDeed<typeof inviteTutor>({
    method: "POST",
    path: "/api/placements/{placementId}/tutor/links",
  });
  if (!placement.abilities.inviteTutor.allowed || OVER.includes(placement.state)) return null;
  if (send.answer) {
    return (
      <p role="status" className="small muted">
        {m.placement_link_sent({ address: send.answer.sentTo })}
      </p>
    );
  }
  return (
    <>
      <Button busy={send.busy} onClick={() => send.run({ params: { placementId: placement.id } })}>
        {m.placement_send_link({ name })}
      </Button>
      <ProblemNote error={send.problem} own={{ too_soon: m.placement_link_too_soon }} />
    </>
  );
}
