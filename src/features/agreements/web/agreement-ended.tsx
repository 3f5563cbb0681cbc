import { m } from "#messages/web";
import { ButtonLink } from "#web/ui/button-link.tsx";
import { dayYear, localDay } from "#web/ui/format.ts";
import { Note } from "#web/ui/note.tsx";
import type { AnyAgreementView } from "./agreement-view.ts";

/** That it is complete, or that it binds nobody any more, why, and where the newer one is. */
export function AgreementEnded({ view }: { view: AnyAgreementView }) {
  const { state, closed, completedAt, timeZone, next } = view;
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
      action={
        next !== null && (
          <ButtonLink href={`/agreements/${next}`}>{m.agreement_open_next()}</ButtonLink>
        )
      }
    >
      {closed.reason} {m.agreement_binds_nobody()}
    </Note>
  );
}
