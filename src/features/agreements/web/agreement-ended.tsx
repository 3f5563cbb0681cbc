import { m } from "#messages/web";
import { ButtonLink } from "#web/ui/button-link.tsx";
import { dayYear, localDay } from "#web/ui/format.ts";
import { Note } from "#web/ui/note.tsx";
import type { AgreementView } from "./agreement-view.ts";

/** That it is complete, or that it binds nobody any more, why, and where the newer one is. */
export function AgreementEnded({ view }: { view: AgreementView }) {
  const { state, closed, completedAt, timeZone } = view;
  if (state === "completed" && completedAt !== null) {
    return (
      <Note kind="ok" lead={m.agreement_complete()}>
        {m.agreement_complete_on({ day: dayYear(localDay(completedAt, timeZone)) })}
      </Note>
    );
  }
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
function NextStep({ view: { next, carries, placementId } }: { view: AgreementView }) {
  if (next !== null) {
    return <ButtonLink href={`/agreements/${next}`}>{m.agreement_open_next()}</ButtonLink>;
  }
  if (!carries) return null;
  return (
    <ButtonLink href={`/placements/${placementId}/agreements`}>
      {m.agreement_to_agreements()}
    </ButtonLink>
  );
}
